import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Building, LngLat } from '../../domain/records/index.ts';
import { createFrame } from '../../geometry/frame.ts';
import { polygonArea } from '../../geometry/polygon.ts';
import type { LocatedMesh } from '../crs/located-set.ts';
import { resolveCrs } from '../crs/resolve.ts';
import { isClosed, prismSurfaces, Vertices } from './city-geometry.ts';
import { utmCode, writeCityjson } from './cityjson.ts';
import { samplePlaces } from './fixtures/sample.ts';

const places = samplePlaces();
interface City {
  transform: { scale: number[]; translate: number[] };
  metadata: { referenceSystem: string; geographicalExtent: number[] };
  CityObjects: Record<
    string,
    {
      type: string;
      attributes: Record<string, unknown>;
      parents?: string[];
      children?: string[];
      geometry: { type: string; lod: string; boundaries: number[][][][] & number[][][] }[];
    }
  >;
  vertices: number[][];
}
const cityOf = (...args: Parameters<typeof writeCityjson>): City =>
  JSON.parse(writeCityjson(...args).text) as City;
/** Volume enclosed by the surfaces of a solid, cubic metres, by fans of triangles over outside rings less those over holes. */
const volumeOf = (
  surfaces: readonly (readonly (readonly number[])[])[],
  vertices: readonly (readonly number[])[],
): number => {
  let sum = 0;
  for (const rings of surfaces)
    for (const ring of rings)
      for (let i = 1; i + 1 < ring.length; i++) {
        const [a, b, c] = [ring[0], ring[i], ring[i + 1]].map((k) =>
          (vertices[k as number] ?? []).map((v) => v / 1000),
        ) as [number[], number[], number[]];
        const [ax = 0, ay = 0, az = 0] = a;
        const [bx = 0, by = 0, bz = 0] = b;
        const [cx = 0, cy = 0, cz = 0] = c;
        sum += ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx);
      }
  return sum / 6;
};

describe('writeCityjson', () => {
  const city = cityOf(places);

  it('writes every building as a closed solid of its own size', () => {
    const crs = resolveCrs('EPSG:32648');
    for (const building of places.buildings) {
      const object = city.CityObjects[building.id];
      const [solid] = object?.geometry ?? [];
      expect(solid).toMatchObject({ type: 'Solid', lod: '1.2' });
      const shell = (solid?.boundaries[0] ?? []) as unknown as number[][][];
      expect(isClosed(shell.flatMap((rings) => rings.map((ring) => [ring])))).toBe(true);
      const rings = building.footprint.map((ring) =>
        ring.map(([lng, lat]) => crs?.fromWgs84(lng, lat, 0).slice(0, 2) as [number, number]),
      );
      const expected = polygonArea(rings) * (building.heightMetres - building.minHeightMetres);
      expect(volumeOf(shell, city.vertices) / expected).toBeCloseTo(1, 2);
    }
  });

  it('says where it is: UTM of the place, to a millimetre, at the right spot', () => {
    expect(city.metadata.referenceSystem).toMatch(/EPSG\/0\/32648$/);
    expect(city.transform.scale).toEqual([0.001, 0.001, 0.001]);
    const [building] = places.buildings as [Building];
    const ring =
      (city.CityObjects[building.id]?.geometry[0]?.boundaries[0]?.[1]?.[0] as unknown as number[]) ?? [];
    const [x, y, z] = (city.vertices[ring[0] ?? 0] ?? []).map(
      (v, k) => v / 1000 + (city.transform.translate[k] ?? 0),
    ) as [number, number, number];
    const [lng, lat] = resolveCrs('EPSG:32648')?.toWgs84(x, y, 0) ?? [];
    const nearest = Math.min(
      ...(building.footprint[0] ?? []).map((p) =>
        Math.hypot((p[0] - (lng ?? 0)) * 90_470, (p[1] - (lat ?? 0)) * 110_954),
      ),
    );
    expect(nearest).toBeLessThan(0.002);
    expect(z).toBeCloseTo(places.community.elevationMetres + building.heightMetres, 2);
    expect(city.metadata.geographicalExtent[2]).toBeLessThanOrEqual(z);
  });

  it('has grids as groups of their buildings, both ways', () => {
    for (const grid of places.grids) {
      const group = city.CityObjects[grid.id];
      expect(group?.type).toBe('CityObjectGroup');
      for (const child of group?.children ?? []) expect(city.CityObjects[child]?.parents).toEqual([grid.id]);
      expect(group?.geometry[0]?.boundaries).toHaveLength(grid.boundary.length);
    }
    expect(
      places.grids.reduce((sum, grid) => sum + (city.CityObjects[grid.id]?.children?.length ?? 0), 0),
    ).toBe(places.buildings.filter((b) => b.gridId).length);
  });

  it('uses every vertex, and each once', () => {
    const used = new Set(
      JSON.stringify(Object.values(city.CityObjects).map((o) => o.geometry.map((g) => g.boundaries)))
        .match(/\d+/g)
        ?.map(Number),
    );
    expect(used.size).toBe(city.vertices.length);
    expect(new Set(city.vertices.map(String)).size).toBe(city.vertices.length);
  });

  it('stands on the ground where that is known, and floats where a volume begins above it', () => {
    const [first] = places.buildings as [Building];
    const bridge = { ...first, minHeightMetres: 4, heightMetres: 9 };
    const { vertices, transform } = cityOf(
      { ...places, grids: [], buildings: [bridge] },
      { groundAt: () => 1400 },
    );
    const heights = new Set(vertices.map(([, , z = 0]) => z / 1000 + (transform.translate[2] ?? 0)));
    expect([...heights].sort()).toEqual([1404, 1409]);
  });

  it('writes what has no volume without one, and says so', () => {
    const [first] = places.buildings as [Building];
    const flat = { ...first, minHeightMetres: 20, heightMetres: 18 };
    const { text, problems } = writeCityjson({ ...places, buildings: [flat] });
    expect(problems.map((p) => p.code)).toEqual(['cityjson.noVolume']);
    expect((JSON.parse(text) as City).CityObjects[first.id]?.geometry).toEqual([]);
  });

  it('adds a linked mesh: a solid where it is closed, surfaces where it is open', () => {
    const [first] = places.buildings as [Building];
    const tetrahedron: LocatedMesh = {
      origin: first.footprint[0]?.[0] as LngLat,
      baseMetres: 1420,
      positions: Float32Array.of(0, 0, 0, 10, 0, 0, 0, 10, 0, 0, 0, 10),
      indices: Uint32Array.of(0, 2, 1, 0, 1, 3, 1, 2, 3, 2, 0, 3),
      surfaces: Uint8Array.of(3, 1, 2, 0),
      colours: null,
      textured: null,
    };
    const geometryOf = (mesh: LocatedMesh) => {
      const city = cityOf({ ...places, buildings: [first] }, { meshes: new Map([[first.id, mesh]]) });
      return {
        city,
        geometry: city.CityObjects[first.id]?.geometry[1] as unknown as {
          type: string;
          lod: string;
          boundaries: number[][][][];
          semantics: { values: unknown };
        },
      };
    };
    const { geometry, city } = geometryOf(tetrahedron);
    expect(geometry).toMatchObject({ type: 'Solid', lod: '2', semantics: { values: [[2, 0, 1, null]] } });
    expect(volumeOf(geometry.boundaries[0] ?? [], city.vertices)).toBeCloseTo(1000 / 6, 0);
    const open = geometryOf({ ...tetrahedron, indices: tetrahedron.indices.slice(0, 9) }).geometry;
    expect(open).toMatchObject({ type: 'MultiSurface', semantics: { values: [2, 0, 1] } });
  });
});

describe('utmCode', () => {
  it('knows zones and hemispheres', () => {
    expect([
      utmCode([107.65, 35.73]),
      utmCode([4.36, 52]),
      utmCode([-43.2, -22.9]),
      utmCode([180, 0]),
      utmCode([-180, 1]),
    ]).toEqual([32648, 32631, 32723, 32660, 32601]);
  });
});

describe('prismSurfaces', () => {
  it('is closed, with its whole volume, for rings either way and with a hole', () => {
    const frame = createFrame([107.65, 35.73]);
    expect(frame.toLocal([107.65, 35.73])).toEqual([0, 0]);
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 12 }),
        fc.double({ min: 3, max: 200, noNaN: true }),
        fc.boolean(),
        fc.boolean(),
        fc.double({ min: 0.01, max: 80, noNaN: true }),
        (n, radius, turn, hole, height) => {
          const circle = (r: number) =>
            Array.from({ length: n }, (_, i): [number, number] => [
              r * Math.cos((i / n) * 2 * Math.PI),
              r * Math.sin((i / n) * 2 * Math.PI),
            ]);
          const rings = [circle(radius), ...(hole ? [circle(radius / 3)] : [])].map((ring) =>
            turn ? ring.toReversed() : ring,
          );
          const vertices = new Vertices([0, 0, 0]);
          const prism = prismSurfaces(rings, 0, height, vertices);
          expect(isClosed((prism?.surfaces ?? []).flatMap((s) => s.map((ring) => [ring])))).toBe(true);
          const volume = volumeOf(prism?.surfaces ?? [], vertices.list);
          expect(
            Math.abs(volume / (polygonArea(rings) * (Math.round(height * 1000) / 1000)) - 1),
          ).toBeLessThan(0.002);
        },
      ),
      { seed: 4, numRuns: 300 },
    );
  });

  it('is nothing where nothing is left in millimetres', () => {
    const vertices = new Vertices([0, 0, 0]);
    expect(
      prismSurfaces(
        [
          [
            [0, 0],
            [0.0001, 0],
            [0, 0.0001],
          ],
        ],
        0,
        3,
        vertices,
      ),
    ).toBeNull();
    expect(
      prismSurfaces(
        [
          [
            [0, 0],
            [9, 0],
            [0, 9],
          ],
        ],
        3,
        3,
        vertices,
      ),
    ).toBeNull();
    expect(prismSurfaces([], 0, 3, vertices)).toBeNull();
  });
});
