/** Files of a plan's borders give back the same bytes, and neighbours still share every vertex. */
import { describe, expect, it } from 'vitest';
import {
  exportCoverage,
  importCoverage,
  partsFromLngLat,
  reviewCoverage,
  splitFace,
  Tiling,
} from '../../geometry/tiling/index.ts';
import { sampleGrids } from '../../geometry/tiling/fixtures/data.ts';
import { squares } from '../../geometry/tiling/fixtures/town.ts';
import { faultsGeojson, planGeojson, planTopojson } from './plan-files.ts';

type LngLat = readonly [number, number];
interface Collection {
  readonly name: string;
  readonly features: readonly {
    readonly id: string;
    readonly properties: Record<string, unknown>;
    readonly geometry: { readonly type: string; readonly coordinates: never };
  }[];
}
interface Topology {
  readonly arcs: readonly (readonly LngLat[])[];
  readonly objects: {
    readonly grids: {
      readonly geometries: readonly { id: string; arcs: number[][][]; properties: Record<string, unknown> }[];
    };
  };
}

const { polygons, frame } = sampleGrids();
const tiling = (() => {
  const read = importCoverage(polygons);
  if ('refused' in read) throw new Error(read.refused.en);
  const { tiling: made } = read.ok;
  const faceId = [...made.faces.keys()][0] ?? '';
  const [west, south, east, north] = made.shape(faceId).box;
  const x = (west + east) / 2;
  const line = [
    { x, y: south - 1000 },
    { x: x + 2000, y: north + 1000 },
  ];
  const split = splitFace(made, { faceId, line, created: ['n1', 'n2', 'n3'].map((id) => ({ id })) });
  if ('refused' in split) throw new Error(split.refused.en);
  made.apply(split.ok);
  return made;
})();
const want = JSON.stringify(exportCoverage(tiling).map(({ id, parts }) => ({ id, parts })));
const again = (
  read: readonly { id: string; polygons: readonly (readonly (readonly LngLat[])[])[] }[],
): string => {
  const back = importCoverage(
    read.map(({ id, polygons: of }) => ({
      id,
      // Files close their rings.
      parts: partsFromLngLat(
        frame,
        of.map((rings) => rings.map((ring) => ring.slice(0, -1))),
      ),
    })),
  );
  if ('refused' in back) throw new Error(back.refused.en);
  expect(back.ok.faults).toEqual([]);
  return JSON.stringify(exportCoverage(back.ok.tiling).map(({ id, parts }) => ({ id, parts })));
};

describe('files of a plan', () => {
  it('GeoJSON: nine decimals at most, closed rings, the same millimetres again', () => {
    const text = planGeojson('方案', tiling, frame, () => ({ households: 7 }));
    const file = JSON.parse(text) as Collection;
    expect(file.name).toBe('方案');
    expect(file.features.every(({ properties }) => properties['households'] === 7)).toBe(true);
    expect(text).not.toMatch(/\d\.\d{10}/);
    expect(text).toMatch(/\d\.\d{9}/);
    const read = file.features.map(({ id, geometry }) => ({
      id,
      polygons:
        geometry.type === 'Polygon'
          ? [geometry.coordinates as LngLat[][]]
          : (geometry.coordinates as LngLat[][][]),
    }));
    for (const ring of read.flatMap(({ polygons: of }) => of.flat())) expect(ring[0]).toEqual(ring.at(-1));
    expect(again(read)).toBe(want);
  });
  it('TopoJSON: each border once, the same millimetres again, no name of a person', () => {
    const text = planTopojson(tiling, frame);
    const { arcs, objects } = JSON.parse(text) as Topology;
    expect(arcs.length).toBe(tiling.arcs.size);
    const ringOf = (of: readonly number[]): LngLat[] =>
      of.flatMap((index, i) => {
        const line = index < 0 ? [...(arcs[~index] ?? [])].reverse() : (arcs[index] ?? []);
        return i === 0 ? line : line.slice(1);
      });
    expect(
      again(
        objects.grids.geometries.map(({ id, arcs: of }) => ({
          id,
          polygons: of.map((rings) => rings.map(ringOf)),
        })),
      ),
    ).toBe(want);
    expect(text).not.toContain('workerIds');
  });
  it('the same plan gives the same file', () => {
    expect(planGeojson('a', Tiling.of(tiling.toData()), frame)).toBe(planGeojson('a', tiling, frame));
  });
});

describe('faults as a layer', () => {
  it('gaps and overlaps have their ground, the rest a place', () => {
    const [first, ...rest] = squares(3, 3);
    const wide = {
      ...first,
      id: 'wide',
      parts: [
        [
          [
            [0, 0],
            [104, 0],
            [104, 100],
            [0, 100],
          ].map(([x, y]) => ({ x: (x ?? 0) * 1000, y: (y ?? 0) * 1000 })),
        ],
      ],
    };
    const { faults } = reviewCoverage([wide, ...rest.filter(({ id }) => id !== 'c1r1')]);
    const ground = new Map(faults.map((fault) => [fault.kind, fault]));
    const areaOf = (kind: 'overlap' | 'missing'): number =>
      (ground.get(kind)?.parts ?? []).reduce((sum, [ring]) => {
        const twice = (ring ?? []).reduce((all, p, i, points) => {
          const q = points[(i + 1) % points.length] ?? p;
          return all + p.x * q.y - q.x * p.y;
        }, 0);
        return sum + twice / 2e6;
      }, 0);
    expect(areaOf('overlap')).toBeCloseTo(400, 0);
    expect(areaOf('missing')).toBeCloseTo(10_000, 0);
    const layer = JSON.parse(faultsGeojson('faults', faults, frame)) as Collection;
    expect(new Set(layer.features.map(({ geometry }) => geometry.type))).toContain('MultiPolygon');
    expect(layer.features.length).toBe(faults.length);
    for (const { properties } of layer.features) expect(properties['zh']).not.toBe('');
  });
});
