import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LngLat, Ring } from '../../domain/records/base.ts';
import { METRICS } from '../../domain/stats.ts';
import { createFrame } from '../../geometry/frame.ts';
import { signedArea } from '../../geometry/polygon.ts';
import { writeCityjson } from './cityjson.ts';
import { personalTexts, samplePlaces } from './fixtures/sample.ts';
import { type Feature, placeFeatures, ringCoordinates, writeGeojson } from './geojson.ts';
import { writeTopojson } from './topojson.ts';

const places = samplePlaces();
type Collection = { type: string; name: string; bbox: number[]; features: Feature[] };
const rings = ({ geometry }: Feature): (readonly (readonly number[])[])[] =>
  geometry.type === 'Polygon'
    ? [...geometry.coordinates]
    : geometry.type === 'MultiPolygon'
      ? geometry.coordinates.flat()
      : [];

describe('writeGeojson', () => {
  const text = writeGeojson(places);
  const parsed = JSON.parse(text) as Collection;

  it('reads back equal', () => {
    expect(parsed.features).toEqual(placeFeatures(places));
    expect(parsed.features).toHaveLength(
      places.buildings.length + places.grids.length + places.facilities.length,
    );
    expect(writeGeojson(places, { lines: false }).includes('\n')).toBe(false);
    expect(JSON.parse(writeGeojson(places, { lines: false }))).toEqual(parsed);
  });

  it('keeps to RFC 7946: closed rings by the right hand, a bbox, no foreign system, 7 decimals', () => {
    for (const feature of parsed.features)
      for (const [i, ring] of rings(feature).entries()) {
        expect(ring[0]).toEqual(ring.at(-1));
        expect(ring.length).toBeGreaterThanOrEqual(4);
        const outside = feature.geometry.type !== 'Polygon' || i === 0;
        if (outside) expect(signedArea(ring as LngLat[])).toBeGreaterThan(0);
        for (const value of ring.flat()) expect(Number(value.toFixed(7))).toBe(value);
      }
    const [west = 0, south = 0, east = 0, north = 0] = parsed.bbox;
    const [lng, lat] = places.community.anchor;
    expect(lng > west && lng < east && lat > south && lat < north).toBe(true);
    expect(text).not.toContain('"crs"');
  });

  it('carries attributes and counts, which add up', () => {
    const buildings = parsed.features.filter(({ properties }) => properties.kind === 'building');
    const grids = parsed.features.filter(({ properties }) => properties.kind === 'grid');
    const total = (list: Feature[], metric: string): number =>
      list.reduce((sum, f) => sum + Number(f.properties[metric]), 0);
    for (const metric of METRICS)
      expect(total(buildings, metric), metric).toBe(places.stats.reduce((sum, row) => sum + row[metric], 0));
    const inGrids = new Set(places.grids.map(({ id }) => id));
    const outside = buildings.filter((f) => !inGrids.has(String(f.properties.gridId)));
    expect(total(grids, 'residents')).toBe(total(buildings, 'residents') - total(outside, 'residents'));
    expect(total(buildings, 'residents')).toBeGreaterThan(9000);
  });

  it('never a personal value', () => {
    const personal = personalTexts();
    expect(personal.size).toBeGreaterThan(10_000);
    // Names of places may be a person's name, too, and days are days; IDs, phones and notes may not occur at all.
    const words = new Set(text.match(/"(?:[^"\\]|\\.)*"/g)?.map((word) => word.slice(1, -1)));
    for (const word of words)
      if (/\d/.test(word) && !/^\d{4}-\d{2}-\d{2}$/.test(word)) expect(personal.has(word), word).toBe(false);
    // A field that nobody has listed stays inside.
    const planted = { personal: { name: '绝密' }, ownerName: '绝密' };
    const all = {
      ...places,
      buildings: places.buildings.map((b) => ({ ...b, ...planted })),
      grids: places.grids.map((g) => ({ ...g, ...planted })),
      facilities: places.facilities.map((f) => ({ ...f, ...planted })),
    };
    for (const written of [writeGeojson(all), writeTopojson(all), writeCityjson(all).text])
      expect(written).not.toContain('绝密');
  });

  it('keeps shared borders of grids shared, at any number of decimals', () => {
    for (const decimals of [5, 7, 9]) {
      const features = placeFeatures(places, { layers: ['grids'], decimals });
      const count = new Map<string, number>();
      const original = new Map<string, number>();
      for (const feature of features)
        for (const p of new Set(rings(feature).flat().map(String))) count.set(p, (count.get(p) ?? 0) + 1);
      for (const grid of places.grids)
        for (const p of new Set(grid.boundary.flat(2).map(String)))
          original.set(p, (original.get(p) ?? 0) + 1);
      const shared = (points: Map<string, number>): number =>
        [...points.values()].filter((n) => n > 1).length;
      expect(shared(original)).toBeGreaterThan(20);
      if (decimals > 5) expect(shared(count)).toBe(shared(original));
      else expect(shared(count)).toBeGreaterThan(20);
    }
  });
});

describe('ringCoordinates', () => {
  it('is closed, turned and clean for any ring', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.double({ min: 107, max: 107.001, noNaN: true }),
            fc.double({ min: 35, max: 35.001, noNaN: true }),
          ),
          { minLength: 3, maxLength: 9 },
        ),
        fc.boolean(),
        fc.integer({ min: 3, max: 9 }),
        (ring, outside, decimals) => {
          const written = ringCoordinates(ring as Ring, outside, decimals);
          if (!written) return;
          expect(written[0]).toEqual(written.at(-1));
          for (let i = 1; i < written.length; i++) expect(written[i]).not.toEqual(written[i - 1]);
          const area = signedArea(written as unknown as LngLat[]);
          if (Math.abs(area) > 1e-12) expect(area > 0).toBe(outside);
        },
      ),
      { seed: 2, numRuns: 300 },
    );
  });
});

describe('writeTopojson', () => {
  interface Topology {
    type: string;
    transform: { scale: [number, number]; translate: [number, number] };
    arcs: [number, number][][];
    objects: {
      grids: {
        geometries: {
          id: string;
          type: string;
          arcs: number[][] | number[][][];
          properties: Record<string, unknown>;
        }[];
      };
    };
  }
  const topology = JSON.parse(writeTopojson(places)) as Topology;
  const { scale, translate } = topology.transform;
  const decoded = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): LngLat => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  const arcsOf = (geometry: Topology['objects']['grids']['geometries'][number]): number[][] =>
    geometry.type === 'Polygon' ? (geometry.arcs as number[][]) : (geometry.arcs as number[][][]).flat();

  it('writes each border once: used forwards by one grid and backwards by the other, or by the outline alone', () => {
    const uses = new Map<number, number[]>();
    for (const geometry of topology.objects.grids.geometries)
      for (const arc of arcsOf(geometry).flat()) {
        const index = arc < 0 ? ~arc : arc;
        uses.set(index, [...(uses.get(index) ?? []), Math.sign(arc + 0.5)]);
      }
    const shared = [...uses.values()].filter((list) => list.length === 2);
    expect(shared.length).toBeGreaterThan(5);
    for (const list of uses.values()) {
      expect(list.length).toBeLessThanOrEqual(2);
      if (list.length === 2) expect((list[0] ?? 0) + (list[1] ?? 0)).toBe(0);
    }
  });

  it('decodes to the grids within a centimetre', () => {
    const frame = createFrame(places.community.anchor);
    expect(topology.objects.grids.geometries.map(({ id }) => id)).toEqual(places.grids.map(({ id }) => id));
    topology.objects.grids.geometries.forEach((geometry, k) => {
      const points = arcsOf(geometry).flatMap((ring) =>
        ring.flatMap((arc) =>
          (arc < 0 ? (decoded[~arc] ?? []).toReversed() : (decoded[arc] ?? [])).slice(0, -1),
        ),
      );
      const original = places.grids[k]?.boundary.flat(2) as LngLat[];
      expect(points).toHaveLength(original.length);
      for (const point of original) {
        const [x, y] = frame.toLocal(point);
        const nearest = Math.min(
          ...points.map((p) => {
            const [px, py] = frame.toLocal(p);
            return Math.hypot(px - x, py - y);
          }),
        );
        expect(nearest).toBeLessThan(0.01);
      }
    });
  });
});
