import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../domain/records/base.ts';
import type { PlaceSet } from '../places/place-set.ts';
import { blocks, frame, known, setOf, swapped, through } from './fixtures/community.ts';
import { crsOf, XIFENG } from './fixtures/shapes.ts';
import { guessCrs } from './guess.ts';
import { settleCrs } from './settle.ts';

describe('guessing', () => {
  const firstOf = (set: PlaceSet, context: Parameters<typeof guessCrs>[1]): string | undefined =>
    settleCrs({ ...set, format: 'glb' }, context).candidates[0]?.crs?.text;

  it.each([
    'EPSG:4326',
    'EPSG:4545',
    'EPSG:4524',
    'EPSG:4507',
    'EPSG:4496',
    'EPSG:32648',
    'EPSG:3857',
    'GCJ-02',
    'BD-09',
    'GCJ-02 via EPSG:3857',
  ])('finds %s among known buildings', (text) => {
    expect(firstOf(setOf(through(text)), known)).toBe(text);
  });

  it.each(['EPSG:4326', 'EPSG:4545', 'EPSG:4524', 'EPSG:32648', 'EPSG:3857'])(
    'finds %s by where the community lies',
    (text) => {
      const ranked = settleCrs({ ...setOf(through(text)), format: 'glb' }, { anchor: XIFENG }).candidates;
      expect(ranked[0]?.crs?.text).toBe(text);
      expect(ranked[0]?.distanceMetres).toBeLessThan(1000);
      expect(ranked[0]?.puts?.center[0]).toBeCloseTo(XIFENG[0], 2);
    },
  );

  it('sees northings that come first', () => {
    const turned = (lng: number, lat: number) => {
      const [x, y] = crsOf('EPSG:4524').fromWgs84(lng, lat, 0);
      return [y, x];
    };
    expect(firstOf(setOf(turned), known)).toBe('EPSG:4524 axes=yx');
    expect(firstOf(setOf(swapped), { anchor: XIFENG })).toBe('EPSG:4326 axes=yx');
  });

  it('takes small numbers for a model of its own, and metres from the middle of the earth for what they are', () => {
    const local = setOf((lng, lat) => frame.toLocal([lng, lat]));
    expect(settleCrs({ ...local, format: 'glb' }, known).candidates[0]?.crs).toBeNull();
    const points = blocks.map((rings) => crsOf('EPSG:4978').fromWgs84(...(rings[0]?.[0] as LngLat), 1420));
    expect(guessCrs(points, {})[0]?.crs?.code).toBe('EPSG:4978');
  });

  it('knows the Dutch grid without a hint, and says nothing of nothing', () => {
    expect(
      guessCrs(
        [
          [84_461, 446_234],
          [84_500, 446_300],
        ],
        {},
      ).some(({ crs }) => crs?.code === 'EPSG:28992'),
    ).toBe(true);
    expect(guessCrs([], known)).toEqual([]);
  });
});
