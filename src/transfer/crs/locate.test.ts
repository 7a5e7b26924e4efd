import { describe, expect, it } from 'vitest';
import { createFrame } from '../../geometry/frame.ts';
import { signedArea } from '../../geometry/polygon.ts';
import type { SourcePoint } from '../places/place-set.ts';
import { swapAxes } from './crs.ts';
import { box, buildingOf, crsOf, emptySet, volume, XIFENG } from './fixtures/shapes.ts';
import { locate } from './locate.ts';
import type { LocatedMesh } from './located-set.ts';

describe('locate', () => {
  it('turns rings the right way, keeps holes, heights and the source', () => {
    const [x, y] = crsOf('EPSG:7415').fromWgs84(4.36, 52, 0);
    const ring = (size: number): SourcePoint[] => [
      [x - size, y - size],
      [x - size, y + size],
      [x + size, y + size],
      [x + size, y - size],
    ];
    const set = {
      ...emptySet,
      crs: { text: 'urn:ogc:def:crs:EPSG::7415', where: 'metadata' },
      buildings: [buildingOf({ footprint: [[ring(20), ring(5)]], groundMetres: 1.5 })],
    };
    const located = locate(set, crsOf('EPSG:7415'));
    const [building] = located.buildings;
    const [outside = [], hole = []] = building?.footprint[0] ?? [];
    expect(signedArea(outside)).toBeGreaterThan(0);
    expect(signedArea(hole)).toBeLessThan(0);
    // NAP is a height above sea level: the shift of the datum must not touch it.
    expect(building).toMatchObject({ groundMetres: 1.5, heightMetres: 18, storeys: 6 });
    expect(located.source).toEqual({
      crs: 'EPSG:7415',
      declared: 'urn:ogc:def:crs:EPSG::7415',
      placement: null,
    });
    const frame = createFrame([4.36, 52]);
    const area = signedArea(outside.map((p) => frame.toLocal(p)));
    expect(area).toBeCloseTo(1600, -1);
    expect(located.problems).toEqual([]);
  });

  it('leaves out what has no place, and nothing else', () => {
    const good: SourcePoint[] = [
      [107.65, 35.73],
      [107.651, 35.73],
      [107.651, 35.731],
    ];
    const set = {
      ...emptySet,
      buildings: [
        buildingOf({
          footprint: [
            [
              [
                [Number.NaN, 1],
                [2, 3],
                [4, 5],
              ],
            ],
          ],
          name: '坏楼',
        }),
        buildingOf({ key: 'b', footprint: [[good]] }),
      ],
      areas: [
        {
          key: 'g',
          where: 'features[2]',
          name: '',
          attributes: {},
          polygons: [
            [
              [
                [200, 1],
                [201, 1],
                [201, 2],
              ] as SourcePoint[],
            ],
          ],
        },
      ],
    };
    const located = locate(set, crsOf('EPSG:4326'));
    expect(located.buildings.map((b) => b.key)).toEqual(['b']);
    expect(located.areas).toEqual([]);
    expect(located.problems.map((p) => [p.code, p.where])).toEqual([
      ['locate.nowhere', 'features[0]'],
      ['locate.nowhere', 'features[2]'],
    ]);
    expect(located.problems[0]?.zh).toContain('坏楼');
  });

  it('gives meshes small numbers about their own origin', () => {
    const [x0, y0] = crsOf('EPSG:4545').fromWgs84(...XIFENG, 0);
    const set = {
      ...emptySet,
      buildings: [buildingOf({ mesh: box((x, y, z) => [x0 + x, y0 + y, 1420 + z]) })],
    };
    const mesh = locate(set, crsOf('EPSG:4545')).buildings[0]?.mesh as LocatedMesh;
    expect(mesh.baseMetres).toBe(1420);
    expect(Math.max(...mesh.positions.map(Math.abs))).toBeLessThan(12);
    expect(volume(mesh)).toBeCloseTo(1000, 0);
    // The middle of the box is its origin.
    const [lng, lat] = createFrame(XIFENG).toLngLat([10, 5]);
    expect(mesh.origin[0]).toBeCloseTo(lng, 5);
    expect(mesh.origin[1]).toBeCloseTo(lat, 5);
  });

  it('keeps the outside outside where axes are swapped', () => {
    const [x0, y0] = crsOf('EPSG:4545').fromWgs84(...XIFENG, 0);
    // The reader's promise holds in the file's own axes: counter-clockwise there.
    const set = { ...emptySet, buildings: [buildingOf({ mesh: box((x, y, z) => [y0 + x, x0 + y, z]) })] };
    expect(volume(locate(set, swapAxes(crsOf('EPSG:4545'))).buildings[0]?.mesh as LocatedMesh)).toBeCloseTo(
      1000,
      0,
    );
  });

  it('takes meshes from the middle of the earth and stands them up', () => {
    const frame = createFrame(XIFENG);
    const ecef = crsOf('EPSG:4978');
    const turned = box((x, y, z) => ecef.fromWgs84(...frame.toLngLat([x, y]), 1400 + z));
    const located = locate({ ...emptySet, buildings: [buildingOf({ mesh: turned })] }, ecef);
    const mesh = located.buildings[0]?.mesh as LocatedMesh;
    expect(mesh.baseMetres).toBeCloseTo(1400, 3);
    expect(located.buildings[0]?.groundMetres).toBeCloseTo(1400, 3);
    expect(volume(mesh)).toBeCloseTo(1000, 0);
    expect(Math.max(...mesh.positions.filter((_, i) => i % 3 === 2))).toBeCloseTo(5, 3);
    expect(located.problems.map((p) => p.code)).toEqual(['locate.ellipsoidHeights']);
  });

  it('keeps shared corners shared', () => {
    const shared: SourcePoint = [468_398.99433, 3_955_707.240303];
    const a: SourcePoint[] = [shared, [468_500, 3_955_700], [468_500, 3_955_800]];
    const b: SourcePoint[] = [[468_300, 3_955_700], shared, [468_300, 3_955_800]];
    const set = {
      ...emptySet,
      areas: [a, b].map((ring, i) => ({
        key: `${i}`,
        where: '',
        name: '',
        attributes: {},
        polygons: [[ring]],
      })),
    };
    const [first, second] = locate(set, crsOf('EPSG:4545')).areas;
    const corners = new Set(first?.polygons[0]?.[0]?.map(String));
    expect(second?.polygons[0]?.[0]?.filter((p) => corners.has(String(p)))).toHaveLength(1);
  });

  it('lays imagery by its corners, and says where there are none', () => {
    const imagery = { mime: 'image/png', bytes: new Uint8Array(), widthPx: 1, heightPx: 1 };
    const corners = [
      [107.6, 35.8],
      [107.7, 35.8],
      [107.7, 35.7],
      [107.6, 35.7],
    ] as unknown as [SourcePoint, SourcePoint, SourcePoint, SourcePoint];
    expect(
      locate({ ...emptySet, imagery: { ...imagery, corners } }, crsOf('EPSG:4326')).imagery?.corners[2],
    ).toEqual([107.7, 35.7]);
    const none = locate({ ...emptySet, imagery: { ...imagery, corners: null } }, crsOf('EPSG:4326'));
    expect(none.imagery).toBeNull();
    expect(none.problems[0]?.code).toBe('locate.imageryNowhere');
  });
});
