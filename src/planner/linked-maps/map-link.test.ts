/** Maps that are linked look at the same place, whatever their size and whoever moves. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MapView } from '../map/map-view.ts';
import { type LinkedPane, MapLink } from './map-link.ts';

const paneOf = (width: number, height: number): LinkedPane & { drawn: number } => {
  const view = new MapView();
  [view.width, view.height] = [width, height];
  const pane = { view, drawn: 0, redraw: () => void pane.drawn++ };
  return pane;
};
const HOME = { minX: 0, minY: 0, maxX: 900_000, maxY: 600_000 };

describe('linked maps', () => {
  it('share camera and scale after any sequence of moves', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.nat(2),
            fc.integer({ min: -300, max: 300 }),
            fc.double({ min: 0.5, max: 2, noNaN: true }),
          ),
        ),
        (moves) => {
          const link = new MapLink(() => undefined);
          const panes = [paneOf(600, 400), paneOf(300, 500), paneOf(1200, 200)];
          for (const pane of panes) link.join(pane);
          link.setHome(HOME);
          for (const pane of panes) link.sized(pane);
          for (const [at, by, zoom] of moves) {
            const pane = panes[at] as LinkedPane;
            pane.view.pan(by, -by);
            pane.view.zoomAt({ x: 10, y: 20 }, zoom);
            link.moved(pane);
          }
          const [first] = panes;
          for (const { view } of panes) {
            expect(view.centre).toEqual(first?.view.centre);
            expect(view.scale).toBe(first?.view.scale);
          }
        },
      ),
    );
  });

  it('keep the camera when maps come and go, and tell a building under the pointer once', () => {
    const told: (number | null)[] = [];
    const link = new MapLink((row) => told.push(row));
    const pane = paneOf(600, 400);
    const leave = link.join(pane);
    link.setHome(HOME);
    link.fly({ minX: 0, minY: 0, maxX: 1000, maxY: 1000 });
    const { scale } = pane.view;
    leave();
    const other = paneOf(900, 300);
    link.join(other);
    link.sized(other);
    link.setHome({ ...HOME, maxX: 1 });
    expect(other.view.scale).toBe(scale);
    link.point({ x: 1, y: 1 }, 4, other);
    link.point({ x: 2, y: 1 }, 4, other);
    link.point(null, null, null);
    expect(told).toEqual([4, null]);
    const before = other.drawn;
    link.setGlow([1, 2]);
    expect([...link.glow]).toEqual([1, 2]);
    expect(other.drawn).toBe(before + 1);
  });
});
