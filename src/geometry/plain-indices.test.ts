import { expect, it } from 'vitest';
import { buildChunks, type BuildingChunk } from './building-chunks.ts';
import { PART } from './building-writer.ts';
import { PAVING, GroundWriter } from './ground-writer.ts';
import { plainBuildingIndices, plainGroundIndices } from './plain-indices.ts';
import { createTerrain } from './terrain.ts';
import { weldGround } from './weld-ground.ts';

const terrain = createTerrain(null, [-100, -100, 100, 100]);

const partsOf = ({ vertices }: BuildingChunk, indices: Uint16Array): Set<number> =>
  new Set([...indices].map((vertex) => (vertices[vertex * 8 + 6] as number) % 16));

it('A moving house keeps its walls and roof and loses what is smaller than a pixel', () => {
  const ring: [number, number][] = [
    [0, 0],
    [40, 0],
    [40, 12],
    [0, 12],
  ];
  const [chunk] = buildChunks(
    [
      {
        rings: [ring],
        heightMetres: 18,
        minHeightMetres: 0,
        storeys: 6,
        podiumStoreys: 0,
        units: 3,
        use: 'residential',
        facade: 1,
        roof: 'flat',
      } as unknown as Parameters<typeof buildChunks>[0][number],
    ],
    terrain,
  ).chunks;
  if (!chunk) throw new Error('no chunk');
  const whole = partsOf(chunk, chunk.indices);
  expect(whole).toContain(PART.parapet);
  const plain = plainBuildingIndices(chunk);
  expect(plain.length).toBeGreaterThan(0);
  expect(plain.length).toBeLessThan(chunk.indices.length);
  const left = partsOf(chunk, plain);
  for (const part of [PART.wall, PART.roof]) expect(left).toContain(part);
  for (const part of [PART.parapet, PART.metal, PART.trim]) expect(left).not.toContain(part);
});

it('A moving street loses its kerbs', () => {
  const writer = new GroundWriter(terrain);
  const square = (at: number): [number, number][][] => [
    [
      [at, 0],
      [at + 8, 0],
      [at + 8, 8],
      [at, 8],
    ],
  ];
  writer.polygon(square(0), PAVING.asphalt);
  writer.polygon(square(20), PAVING.kerb);
  const mesh = writer.finish();
  const kinds = [...plainGroundIndices(mesh)].map((vertex) => mesh.kinds[vertex * 2]);
  expect(kinds.length).toBeGreaterThan(0);
  expect(new Set(kinds)).toEqual(new Set([PAVING.asphalt]));
});

it('Vertices that are the same to the millimetre become one; a corner of another material stays', () => {
  const mesh = weldGround({
    positions: Float32Array.from([0, 0, 0, 5, 0, 0, 5, 5, 0, 0.0001, 0, 0, 5, 5, 0, 0, 5, 0, 0, 0, 0]),
    coordinates: new Float32Array(28),
    kinds: Uint8Array.from([3, 7, 3, 7, 3, 7, 3, 7, 3, 7, 3, 7, 4, 7]),
    indices: Uint32Array.from([0, 1, 2, 3, 4, 5, 6, 1, 5]),
  });
  expect([...mesh.indices]).toEqual([0, 1, 2, 0, 2, 3, 4, 1, 3]);
  expect([...mesh.kinds]).toEqual([3, 7, 3, 7, 3, 7, 3, 7, 4, 7]);
  expect([...mesh.positions.subarray(9, 12)]).toEqual([0, 5, 0]);
});
