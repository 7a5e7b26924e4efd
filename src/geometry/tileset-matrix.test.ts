import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Placement } from '../domain/records/source.ts';
import { geodeticToEcef } from './ecef.ts';
import { createFrame } from './frame.ts';
import { earthToLocal, type Matrix, placedToLocal } from './tileset-matrix.ts';

const apply = (m: Matrix, [x, y, z]: readonly [number, number, number]): [number, number, number] =>
  [0, 1, 2].map(
    (row) =>
      (m[row] as number) * x +
      (m[4 + row] as number) * y +
      (m[8 + row] as number) * z +
      (m[12 + row] as number),
  ) as [number, number, number];
const zero = { anchor: [107.65, 35.73] as [number, number], elevationMetres: 1420 };
const metres = fc.double({ min: -500, max: 500, noNaN: true });

describe('a tileset that stands on earth', () => {
  it('comes to where the frame has the same degrees, to 6 cm on the ground and 10 cm in height over a community', () => {
    const frame = createFrame(zero.anchor);
    fc.assert(
      fc.property(metres, metres, fc.double({ min: 0, max: 200, noNaN: true }), (x, y, height) => {
        const [lng, lat] = frame.toLngLat([x, y]);
        const ecef = geodeticToEcef({ lng, lat, heightMetres: 1390 + height });
        const [east, north, up] = apply(earthToLocal(zero, 30), ecef);
        expect(Math.abs(east - x)).toBeLessThan(0.06);
        expect(Math.abs(north - y)).toBeLessThan(0.06);
        expect(Math.abs(up - height)).toBeLessThan(0.1);
      }),
    );
  });
});

describe('a tileset that was placed', () => {
  const placement: Placement = {
    anchor: createFrame(zero.anchor).toLngLat([100, 50]),
    pivot: [10, 20],
    groundMetres: 1425,
    rotationDegrees: 90,
    scale: 2,
    mirrored: false,
  };
  it('stands with its pivot on the anchor, turned clockwise, scaled and raised', () => {
    const m = placedToLocal(placement, zero, 3);
    expect(apply(m, [10, 20, 0]).map((v) => Math.round(v * 1e6) / 1e6)).toEqual([100, 50, 8]);
    // North of the model points east.
    expect(apply(m, [10, 21, 1]).map((v) => Math.round(v * 1e6) / 1e6)).toEqual([102, 50, 10]);
    expect(apply(m, [11, 20, 0]).map((v) => Math.round(v * 1e6) / 1e6)).toEqual([100, 48, 8]);
  });
  it('has east and west exchanged before it is turned', () => {
    const m = placedToLocal({ ...placement, mirrored: true }, zero, 0);
    expect(apply(m, [11, 20, 0]).map((v) => Math.round(v * 1e6) / 1e6)).toEqual([100, 52, 5]);
  });
});
