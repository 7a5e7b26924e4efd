/**
 * The sample's place, generated here and judged by its records alone: grids tile the outline, buildings keep apart and off the
 * roads, trees grow where nothing is built, the town stands on level ground and the gullies are as deep as the real ones.
 */
import { describe, expect, it } from 'vitest';
import { createFrame } from '../src/geometry/frame.ts';
import { createTerrain } from '../src/geometry/terrain.ts';
import {
  closed,
  contains,
  distanceOfLines,
  distanceOfRings,
  distanceToLine,
  distanceToRing,
  type Point,
  signedArea,
} from '../scripts/sample/place/plane.ts';
import { makeSample } from '../scripts/sample/world.ts';

const { tables } = makeSample();
const [community] = tables.communities;
const [landscape] = tables.landscapes;
if (!community || !landscape) throw new Error('The sample has no community or no landscape');
const frame = createFrame(community.anchor);
const local = (points: readonly (readonly [number, number])[]): Point[] =>
  points.map((p) => frame.toLocal(p));
const outline = local(community.outline[0]?.[0] ?? []);
const grids = tables.grids.map((grid) => ({ grid, ring: local(grid.boundary[0]?.[0] ?? []) }));
const buildings = tables.buildings.map((building) => ({
  building,
  title: `${building.estate}${building.name}`,
  ring: local(building.footprint[0] ?? []),
}));
const roads = landscape.roads.map((road) => ({ ...road, line: local(road.line) }));

/** The bounds of a ring, for ruling out pairs that are far apart. */
const boundsOf = (ring: readonly Point[]) => [
  Math.min(...ring.map((p) => p[0])),
  Math.min(...ring.map((p) => p[1])),
  Math.max(...ring.map((p) => p[0])),
  Math.max(...ring.map((p) => p[1])),
];
const isNear = (bounds: number[], [x, y]: Point, margin: number): boolean =>
  x > (bounds[0] ?? 0) - margin &&
  y > (bounds[1] ?? 0) - margin &&
  x < (bounds[2] ?? 0) + margin &&
  y < (bounds[3] ?? 0) + margin;

describe('the nine grids', () => {
  it('tile the outline: every edge is shared by two grids or lies on the outline', () => {
    const edges = new Map<string, number>();
    const add = (points: readonly (readonly [number, number])[], by: number): void => {
      points.forEach((p, i) => {
        const q = points[(i + 1) % points.length] ?? p;
        const forward = `${p} ${q}`;
        const backward = `${q} ${p}`;
        if (edges.has(backward)) edges.set(backward, (edges.get(backward) ?? 0) - by);
        else edges.set(forward, (edges.get(forward) ?? 0) + by);
      });
    };
    for (const { boundary } of tables.grids) add(boundary[0]?.[0] ?? [], 1);
    const outer = [...edges].filter(([, n]) => n !== 0).map(([edge]) => edge);
    const ring = community.outline[0]?.[0] ?? [];
    const expected = ring.map((p, i) => `${p} ${ring[(i + 1) % ring.length]}`);
    expect(outer.sort()).toEqual(expected.sort());
    expect(tables.grids).toHaveLength(9);
    const sum = grids.reduce((total, { ring: r }) => total + signedArea(r), 0);
    expect(Math.abs(sum - signedArea(outline))).toBeLessThan(0.01);
    expect(signedArea(outline) / 1e6).toBeGreaterThan(1);
    expect(signedArea(outline) / 1e6).toBeLessThan(1.2);
  });

  it('are coded row by row from the north, west to east, one of them dedicated', () => {
    expect(tables.grids.map((g) => g.sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const middle = grids.map(({ ring }) =>
      ring.reduce(([x, y], p) => [x + p[0] / ring.length, y + p[1] / ring.length] as Point, [0, 0] as Point),
    );
    for (const row of [0, 3, 6]) {
      expect(middle[row]?.[0]).toBeLessThan(middle[row + 1]?.[0] ?? 0);
      expect(middle[row + 1]?.[0]).toBeLessThan(middle[row + 2]?.[0] ?? 0);
    }
    expect(middle[3]?.[1]).toBeLessThan(middle[0]?.[1] ?? 0);
    expect(middle[6]?.[1]).toBeLessThan(middle[3]?.[1] ?? 0);
    expect(tables.grids.filter((g) => g.kind === 'dedicated')).toHaveLength(1);
  });

  it('hold 300 to 480 households each', () => {
    const gridOf = new Map(tables.buildings.map((b) => [b.id, b.gridId]));
    for (const { id } of tables.grids) {
      const count = tables.households.filter((h) => gridOf.get(h.buildingId) === id).length;
      expect(count).toBeGreaterThanOrEqual(300);
      expect(count).toBeLessThanOrEqual(480);
    }
  });
});

describe('buildings', () => {
  it('are 90 to 110, of at most 40 corners, counter-clockwise, holes clockwise', () => {
    expect(buildings.length).toBeGreaterThanOrEqual(90);
    expect(buildings.length).toBeLessThanOrEqual(110);
    for (const { building, ring, title } of buildings) {
      expect(ring.length, title).toBeLessThanOrEqual(40);
      expect(signedArea(ring), title).toBeGreaterThan(60);
      for (const hole of building.footprint.slice(1)) {
        expect(signedArea(local(hole)), title).toBeLessThan(0);
        expect(
          local(hole).every((p) => contains(ring, p)),
          title,
        ).toBe(true);
      }
    }
  });

  it('stand wholly in the grid that they name', () => {
    for (const { building, ring, title } of buildings) {
      const around = grids.filter(
        (g) => ring.every((p) => contains(g.ring, p)) && distanceOfLines(closed(ring), closed(g.ring)) > 0,
      );
      expect(
        around.map((g) => g.grid.id),
        title,
      ).toEqual([building.gridId]);
    }
  });

  it('keep 4 m from each other and 1 m from roads', () => {
    const tooClose: string[] = [];
    for (const [i, one] of buildings.entries()) {
      for (const two of buildings.slice(i + 1)) {
        if (distanceOfRings(one.ring, two.ring) < 4) tooClose.push(`${one.title} ${two.title}`);
      }
      for (const road of roads) {
        if (distanceOfLines(closed(one.ring), road.line) < road.widthMetres / 2 + 1)
          tooClose.push(`${one.title} ${road.name}`);
      }
    }
    expect(tooClose).toEqual([]);
  });

  it('have a name and number of their own within their estate', () => {
    const names = tables.buildings.map((b) => `${b.estate} ${b.name}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the landscape', () => {
  const terrain = createTerrain(landscape.terrain);

  it('is level under every building and falls 150 to 200 m beyond the rim', () => {
    for (const { ring, title } of buildings) {
      const heights = ring.map(([x, y]) => terrain.heightAt(x, y));
      expect(Math.max(...heights) - Math.min(...heights), title).toBeLessThan(1);
    }
    expect(-terrain.minHeight).toBeGreaterThan(150);
    expect(-terrain.minHeight).toBeLessThan(205);
    expect(landscape.terrain?.heightsMetres).toHaveLength(
      (landscape.terrain?.columns ?? 0) * (landscape.terrain?.rows ?? 0),
    );
  });

  it('stays level for 20 m around every building: none stands at the rim', () => {
    for (const { ring, title } of buildings) {
      for (const [x, y] of ring) {
        const around = [0, 1, 2, 3, 4, 5, 6, 7].map((k) =>
          terrain.heightAt(x + 20 * Math.cos((k * Math.PI) / 4), y + 20 * Math.sin((k * Math.PI) / 4)),
        );
        expect(Math.min(...around), title).toBeGreaterThan(terrain.heightAt(x, y) - 1);
      }
    }
  });

  it('slopes gently within the outline, streets included', () => {
    for (let x = -480; x < 440; x += 20) {
      for (let y = -480; y < 480; y += 20) {
        if (!contains(outline, [x, y]) || distanceToLine([x, y], closed(outline)) < 40) continue;
        const slope =
          Math.hypot(
            terrain.heightAt(x + 10, y) - terrain.heightAt(x, y),
            terrain.heightAt(x, y + 10) - terrain.heightAt(x, y),
          ) / 10;
        expect(slope, `${x}, ${y}`).toBeLessThan(0.03);
      }
    }
  });

  it('has 2,500 to 4,000 trees, none in a building, on a road or in water', () => {
    expect(landscape.trees.length).toBeGreaterThanOrEqual(2_500);
    expect(landscape.trees.length).toBeLessThanOrEqual(4_000);
    const solid = buildings.map(({ ring }) => ({ ring, bounds: boundsOf(ring) }));
    const water = landscape.areas.filter((a) => a.kind === 'water').map((a) => local(a.rings[0] ?? []));
    const ways = roads.map((road) => ({ ...road, bounds: boundsOf(road.line) }));
    const misplaced = landscape.trees.filter(([lng, lat]) => {
      const p = frame.toLocal([lng, lat]);
      return (
        solid.some(({ ring, bounds }) => isNear(bounds, p, 2) && distanceToRing(p, ring) < 2) ||
        ways.some(
          ({ line, widthMetres, bounds }) =>
            isNear(bounds, p, 20) && distanceToLine(p, line) < widthMetres / 2,
        ) ||
        water.some((ring) => contains(ring, p))
      );
    });
    expect(misplaced).toEqual([]);
  });

  it('keeps landmarks, sports grounds, water and car parks clear of buildings', () => {
    for (const area of landscape.areas) {
      if (!['sports', 'water', 'parking'].includes(area.kind)) continue;
      const ring = local(area.rings[0] ?? []);
      const hit = buildings.find((b) => distanceOfRings(b.ring, ring) === 0);
      expect(hit?.title, `${area.kind} ${area.name}`).toBeUndefined();
    }
    for (const { model, point } of landscape.landmarks) {
      const hit = buildings.find((b) => distanceToRing(frame.toLocal(point), b.ring) < 4);
      expect(hit?.title, model).toBeUndefined();
    }
  });
});
