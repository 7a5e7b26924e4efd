import { describe, expect, it } from 'vitest';
import type { MassingPiece } from '../../geometry/massing.ts';
import { readGeojson } from '../geojson/read-geojson.ts';
import { fileOfBytes } from '../source-file.ts';
import { readPlaces } from './read-places.ts';
import { createSketch } from './sketch.ts';

const house = (lng: number, properties: object) => ({
  type: 'Feature',
  properties,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [lng, 35.7],
        [lng + 1e-4, 35.7],
        [lng + 1e-4, 35.7001],
        [lng, 35.7001],
        [lng, 35.7],
      ],
    ],
  },
});
const fileOf = (features: readonly object[]) =>
  fileOfBytes(
    'town.geojson',
    new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features })),
  );

const sketchOf = async (features: readonly object[]) => {
  const pieces: MassingPiece[] = [];
  const told: boolean[] = [];
  const sketch = createSketch((piece, isLast) => {
    if (piece) pieces.push(piece);
    told.push(isLast);
  });
  await readPlaces(fileOf(features), 'geojson', { sketch });
  return { pieces, told };
};
const heightsOf = ({ positions }: MassingPiece): Set<number> =>
  new Set(positions.filter((_, i) => i % 3 === 2));

describe('the sketch of a file', () => {
  it('draws buildings as high as they are, in metres about the first point, and areas flat', async () => {
    const { pieces, told } = await sketchOf([
      house(107.6, { building: 'yes', height: 24 }),
      house(107.601, { building: 'yes', 'building:levels': 5 }),
      house(107.602, { building: 'yes' }),
      house(107.603, { name: '第一网格' }),
    ]);
    expect(told.at(-1)).toBe(true);
    expect(told.slice(0, -1)).not.toContain(true);
    const piece = pieces[0] as MassingPiece;
    expect(pieces).toHaveLength(1);
    expect(piece.positions).toHaveLength(4 * 8 * 3);
    expect([...heightsOf(piece)].sort((a, b) => a - b)).toEqual([0, 6, 15, 24]);
    const xs = piece.positions.filter((_, i) => i % 3 === 0);
    expect(Math.min(...xs)).toBe(0);
    // A thousandth of a degree at 35.7° north is 90.4 m.
    expect(Math.max(...xs)).toBeGreaterThan(3.05 * 90.4);
    expect(Math.max(...xs)).toBeLessThan(3.15 * 90.4);
  });

  it('says that nothing comes where nothing was drawn', async () => {
    expect((await sketchOf([{ type: 'Feature', properties: {}, geometry: null }])).told).toEqual([true]);
  });

  it('changes nothing in what is read', async () => {
    const features = [house(107.6, { building: 'yes', height: 24 }), house(107.601, {})];
    const sketch = createSketch(() => undefined);
    expect(await readGeojson(fileOf(features), { sketch })).toEqual(await readGeojson(fileOf(features)));
  });

  it('stops where it would weigh too much', () => {
    let corners = 0;
    const sketch = createSketch((piece) => {
      corners += (piece?.positions.length ?? 0) / 3;
    }, 100_000);
    const ring = Array.from({ length: 300 }, (_, i) => {
      const angle = (i / 300) * 2 * Math.PI;
      return [Math.cos(angle), Math.sin(angle)] as const;
    });
    for (let i = 0; i < 1200; i++) sketch.add([[ring]], [1, 1], 3);
    sketch.end();
    expect(corners).toBeGreaterThanOrEqual(100_000);
    expect(corners).toBeLessThan(200_000);
  });
});
