/** The map's own arithmetic: what lies under the pointer stays there, neighbours have different colours, vertices are gone round. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjacencyOf } from '../../geometry/tiling/index.ts';
import { bentGrids, squares, tilingOf } from '../../geometry/tiling/fixtures/town.ts';
import { GridColours } from './colours.ts';
import { MapView } from './map-view.ts';
import { isOutlineVertex, vertexAfter } from './vertices.ts';

const viewOf = (width: number, height: number): MapView => {
  const view = new MapView();
  [view.width, view.height] = [width, height];
  return view;
};

describe('the view', () => {
  const coordinate = fc.integer({ min: -2_000_000, max: 2_000_000 });
  const pixel = fc.integer({ min: 0, max: 1500 });

  it('goes from the ground to the screen and back', () => {
    fc.assert(
      fc.property(coordinate, coordinate, pixel, pixel, (x, y, px, py) => {
        const view = viewOf(1200, 800);
        view.centre = { x: px * 100, y: -py * 100 };
        const back = view.toWorld(view.toScreen({ x, y }));
        expect(Math.hypot(back.x - x, back.y - y)).toBeLessThan(1e-3);
      }),
    );
  });
  it('keeps what is under the pointer there while it zooms', () => {
    fc.assert(
      fc.property(pixel, pixel, fc.double({ min: 0.2, max: 5, noNaN: true }), (x, y, factor) => {
        const view = viewOf(1200, 800);
        const under = view.toWorld({ x, y });
        view.zoomAt({ x, y }, factor);
        const now = view.toScreen(under);
        expect(Math.hypot(now.x - x, now.y - y)).toBeLessThan(1e-6);
      }),
    );
  });
  it('fits a box into the canvas, below what the tool says', () => {
    fc.assert(
      fc.property(coordinate, coordinate, fc.integer({ min: 20_000, max: 4_000_000 }), (x, y, size) => {
        const view = viewOf(1000, 500);
        view.fit({ minX: x, minY: y, maxX: x + size, maxY: y + size / 2 });
        const [low, high] = [view.toScreen({ x, y }), view.toScreen({ x: x + size, y: y + size / 2 })];
        expect(Math.min(low.x, 1000 - high.x, 500 - low.y)).toBeGreaterThan(0);
        expect(high.y).toBeGreaterThan(50);
      }),
    );
  });
  it('pulls the ground along with the hand', () => {
    const view = viewOf(800, 600);
    const under = view.toWorld({ x: 100, y: 100 });
    view.pan(30, -20);
    expect(view.toScreen(under)).toEqual({ x: 130, y: 80 });
  });
});

describe('colours', () => {
  it('differ between neighbours, and stay when grids come', () => {
    const tiling = tilingOf(bentGrids(9, 7));
    const colours = new GridColours();
    colours.update(tiling);
    const before = [...tiling.faces.keys()].map((id) => colours.solid(id, false));
    for (const [id, others] of adjacencyOf(tiling))
      for (const other of others.keys())
        if (other !== null) expect(colours.solid(other, false)).not.toBe(colours.solid(id, false));
    colours.update(tilingOf(bentGrids(12, 9)));
    expect([...tiling.faces.keys()].map((id) => colours.solid(id, false))).toEqual(before);
    expect(colours.solid(null, true)).toMatch(/^#/);
  });
});

describe('vertices by keyboard', () => {
  const tiling = tilingOf(squares(3, 3));
  it('are gone round, both ways, and every one is met', () => {
    const seen = new Set<number>();
    let at: number | null = null;
    for (let step = 0; step < 4; step++) {
      at = vertexAfter(tiling, 'c1r1', at, 1);
      if (at !== null) seen.add(at);
    }
    expect(seen.size).toBe(4);
    const on = vertexAfter(tiling, 'c1r1', at, 1);
    expect(vertexAfter(tiling, 'c1r1', on, -1)).toBe(at);
    expect([...seen].some((id) => isOutlineVertex(tiling, id))).toBe(false);
  });
  it('of the outline are known', () => {
    const outline = [...tiling.vertices.keys()].filter((id) => isOutlineVertex(tiling, id));
    expect(outline).toHaveLength(12);
  });
});
