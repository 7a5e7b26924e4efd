import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { fileOfBytes } from '../source-file.ts';
import { decodePngOnly } from './picture-decoder.ts';
import type { PlaceSet, SourceMesh } from './place-set.ts';
import { readPlaces } from './read-places.ts';
import { paintTextures } from './texture-colours.ts';

/** A palette of 2 × 2 fields: red, green / blue, see-through. */
const palette = encode({
  width: 2,
  height: 2,
  channels: 4,
  depth: 8,
  data: Uint8Array.from([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 9, 9, 9, 0]),
});
const triangle = (u: number, v: number): number[] => [u, v, u + 0.1, v, u, v + 0.1];
const meshOf = (
  fields: readonly (readonly [number, number])[],
  more: Partial<SourceMesh> = {},
): SourceMesh => ({
  positions: new Float64Array(fields.length * 9),
  indices: Uint32Array.from({ length: fields.length * 3 }, (_, i) => i),
  surfaces: new Uint8Array(fields.length),
  colours: null,
  textured: {
    uvs: Float32Array.from(fields.flatMap(([u, v]) => triangle(u, v))),
    textures: new Int16Array(fields.length),
  },
  ...more,
});
const setOf = (mesh: SourceMesh, mime = 'image/png', bytes: Uint8Array = palette): PlaceSet =>
  ({
    format: 'glb',
    buildings: [{ key: 'a', mesh }],
    textures: [{ name: 'palette', mime, bytes }],
    problems: [],
  }) as unknown as PlaceSet;
const coloursOf = async (set: PlaceSet): Promise<number[][]> => {
  const colours = (await paintTextures(set, decodePngOnly)).buildings[0]?.mesh?.painted ?? new Uint8Array();
  return Array.from({ length: colours.length / 3 }, (_, t) => [...colours.subarray(3 * t, 3 * t + 3)]);
};

describe('colours of triangles from a texture', () => {
  it('are those of the fields that the triangles lie in, wrapped around the picture', async () => {
    const fields = [
      [0.1, 0.1],
      [0.6, 0.1],
      [0.1, 0.6],
      [3.1, -4.4],
    ] as const;
    expect(await coloursOf(setOf(meshOf(fields)))).toEqual([
      [255, 0, 0],
      [0, 255, 0],
      [0, 0, 255],
      [0, 0, 255],
    ]);
  });
  it('are multiplied by the material, and left to it where there is no texture or nothing to see', async () => {
    const colours = Uint8Array.from({ length: 3 * 3 * 4 }, (_, i) => [128, 64, 32, 255][i % 4] as number);
    const fields = [
      [0.1, 0.1],
      [0.6, 0.6],
      [0.1, 0.1],
    ] as const;
    const mesh = meshOf(fields, { colours });
    const textured = mesh.textured && { ...mesh.textured, textures: Int16Array.from([0, 0, -1]) };
    expect(await coloursOf(setOf({ ...mesh, textured }))).toEqual([
      [128, 0, 0],
      [128, 64, 32],
      [128, 64, 32],
    ]);
  });
  it('are the mean of what lies under a triangle', async () => {
    const wide = meshOf([[0, 0]]);
    const uvs = Float32Array.from([0.05, 0.2, 0.95, 0.2, 0.5, 0.3]);
    const [mean] = await coloursOf(setOf({ ...wide, textured: wide.textured && { ...wide.textured, uvs } }));
    expect(mean?.[2]).toBe(0);
    expect((mean?.[0] ?? 0) + (mean?.[1] ?? 0)).toBeGreaterThan(250);
  });
  it('are none, and a note, where the picture cannot be decoded', async () => {
    for (const [mime, bytes] of [
      ['image/jpeg', palette],
      ['image/png', palette.subarray(0, 40)],
      ['image/png', Uint8Array.of(1, 2, 3)],
    ] as const) {
      const set = await paintTextures(setOf(meshOf([[0.1, 0.1]]), mime, bytes), decodePngOnly);
      expect(set.buildings[0]?.mesh?.painted).toBeUndefined();
      expect(set.problems).toMatchObject([{ code: 'places.texture', severity: 'note' }]);
    }
  });
  it('survive numbers that are none', async () => {
    const mesh = meshOf([[Number.NaN, Number.POSITIVE_INFINITY]]);
    expect(await coloursOf(setOf(mesh))).toEqual([[230, 230, 230]]);
  });
});

describe('PNG of every kind', () => {
  it.each([
    ['grey', 1, 8],
    ['grey with alpha', 2, 8],
    ['colours', 3, 8],
    ['colours of 16 bits', 3, 16],
    ['colours with alpha', 4, 8],
  ] as const)('%s', async (_what, channels, depth) => {
    const most = depth === 16 ? 65_535 : 255;
    const data = new (depth === 16 ? Uint16Array : Uint8Array)(channels).fill(most);
    const pixels = await decodePngOnly(encode({ width: 1, height: 1, channels, depth, data }), 'image/png');
    expect([...(pixels?.rgba ?? [])]).toEqual([255, 255, 255, 255]);
  });
});

const KENNEY = join(import.meta.dirname, '../../../../shared/data/models/kenney');
const models = existsSync(KENNEY)
  ? readdirSync(KENNEY, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.glb'))
  : [];
if (models.length === 0)
  console.log('texture-colours: shared/data has no models here; their test is skipped');

describe.skipIf(models.length === 0)('models with a palette for a texture', () => {
  it('come with more than one colour', async () => {
    for (const model of models.slice(0, 3)) {
      const path = join(KENNEY, model);
      const folder = join(path, '..');
      const siblings = new Map(
        readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.png'))
          .map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))] as const),
      );
      const file = fileOfBytes(model, new Uint8Array(readFileSync(path)), siblings);
      const set = await readPlaces(file, 'glb');
      const colours = new Set(
        set.buildings.flatMap(({ mesh }) => {
          const painted = mesh?.painted ?? new Uint8Array();
          return Array.from({ length: painted.length / 3 }, (_, t) =>
            painted.subarray(3 * t, 3 * t + 3).join(),
          );
        }),
      );
      expect(colours.size).toBeGreaterThan(2);
    }
  });
});
