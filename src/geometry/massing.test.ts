import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MassingPiece, MassingWriter } from './massing.ts';
import { type Point, polygonArea } from './polygon.ts';

const SQUARE: readonly Point[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];
const HOLE: readonly Point[] = [
  [2, 2],
  [2, 4],
  [4, 4],
  [4, 2],
];

/** Volume under the faces by the divergence theorem: right only where all of them look outwards and close over the open bottom. */
const volumeOf = ({ positions, indices }: MassingPiece): number => {
  const at = (i: number): [number, number, number] => {
    const k = (indices[i] as number) * 3;
    return [positions[k] as number, positions[k + 1] as number, positions[k + 2] as number];
  };
  let six = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [at(i), at(i + 1), at(i + 2)];
    six +=
      a[0] * (b[1] * c[2] - b[2] * c[1]) -
      a[1] * (b[0] * c[2] - b[2] * c[0]) +
      a[2] * (b[0] * c[1] - b[1] * c[0]);
  }
  return six / 6;
};

/** Corners about a middle, counter-clockwise: never crossing itself. */
const star = fc
  .array(fc.double({ min: 2, max: 60, noNaN: true }), { minLength: 3, maxLength: 24 })
  .map((radii): Point[] =>
    radii.map((r, i) => {
      const angle = (i / radii.length) * 2 * Math.PI;
      return [r * Math.cos(angle), r * Math.sin(angle)];
    }),
  );

describe('bare bodies', () => {
  it('closes a body with a court: its volume is its area times its height', () => {
    const writer = new MassingWriter();
    expect(writer.add([SQUARE, HOLE], 0, 9)).toBe(true);
    const piece = writer.take() as MassingPiece;
    expect(piece.positions).toHaveLength(16 * 3);
    expect(volumeOf(piece)).toBeCloseTo(96 * 9, 3);
  });

  it('has the volume of any outline, on the ground', () => {
    fc.assert(
      fc.property(star, fc.double({ min: 1, max: 300, noNaN: true }), (ring, height) => {
        const writer = new MassingWriter();
        writer.add([ring], 0, height);
        const expected = polygonArea([ring]) * height;
        expect(Math.abs(volumeOf(writer.take() as MassingPiece) - expected)).toBeLessThan(
          1e-3 * expected + 0.1,
        );
      }),
    );
  });

  it('takes no more than indices of two bytes can name, and begins anew after each piece', () => {
    const writer = new MassingWriter();
    let added = 0;
    while (writer.add([SQUARE], 0, 3)) added++;
    expect(added).toBe(Math.floor(65_535 / 8));
    const full = writer.take() as MassingPiece;
    expect(full.positions).toHaveLength(added * 8 * 3);
    expect(Math.max(...full.indices.slice(-30))).toBe(added * 8 - 1);
    expect(writer.take()).toBeNull();
    expect(writer.add([SQUARE], 0, 3)).toBe(true);
    expect(Math.max(...(writer.take() as MassingPiece).indices)).toBe(7);
  });

  it('leaves out a body of more corners than a piece holds', () => {
    const writer = new MassingWriter();
    const round = Array.from({ length: 40_000 }, (_, i): Point => [Math.cos(i), Math.sin(i)]);
    expect(writer.add([round], 0, 3)).toBe(true);
    expect(writer.take()).toBeNull();
  });
});
