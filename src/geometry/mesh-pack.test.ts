import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PackedMesh, packMeshes, unpackMeshes } from './mesh-pack.ts';

const arbitraryMesh: fc.Arbitrary<PackedMesh> = fc
  .record({ vertices: fc.integer({ min: 0, max: 12 }), triangles: fc.integer({ min: 0, max: 9 }) })
  .chain(({ vertices, triangles }) =>
    fc.record({
      key: fc.string({ unit: 'grapheme' }),
      origin: fc.tuple(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -90, max: 90, noNaN: true }),
      ),
      positions: fc.float32Array({ minLength: vertices * 3, maxLength: vertices * 3 }),
      indices: fc.uint32Array({ minLength: triangles * 3, maxLength: triangles * 3 }),
      surfaces: fc.uint8Array({ minLength: triangles, maxLength: triangles }),
      colours: fc.option(fc.uint8Array({ minLength: triangles * 3, maxLength: triangles * 3 })),
    }),
  );
/** -0 is written as 0 in the header. */
const plain = ({ origin, ...rest }: PackedMesh) => ({ ...rest, origin: [origin[0] + 0, origin[1] + 0] });

describe('packMeshes', () => {
  it('gives back what it was given, wherever the bytes lie', () => {
    fc.assert(
      fc.property(fc.array(arbitraryMesh, { maxLength: 4 }), fc.nat({ max: 7 }), (meshes, shift) => {
        const bytes = packMeshes(meshes);
        const moved = new Uint8Array(bytes.length + shift);
        moved.set(bytes, shift);
        expect(unpackMeshes(moved.subarray(shift)).map(plain)).toEqual(meshes.map(plain));
      }),
    );
  });
  it('refuses what is no pack, or not all of it', () => {
    const bytes = packMeshes([
      {
        key: 'a',
        origin: [107, 35],
        positions: new Float32Array(9),
        indices: Uint32Array.of(0, 1, 2),
        surfaces: Uint8Array.of(1),
        colours: null,
      },
    ]);
    expect(() => unpackMeshes(new Uint8Array(40))).toThrow(RangeError);
    for (let length = 0; length < bytes.length; length++)
      expect(() => unpackMeshes(bytes.slice(0, length))).toThrow();
  });
});
