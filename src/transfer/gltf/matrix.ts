/** 4 × 4 matrices, column by column as glTF has them, in doubles. */

export type Matrix = readonly number[];

export const IDENTITY: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** a · b: b first. */
export const multiply = (a: Matrix, b: Matrix): Matrix => {
  const out = new Array<number>(16);
  for (let column = 0; column < 4; column++)
    for (let row = 0; row < 4; row++) {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += (a[k * 4 + row] as number) * (b[column * 4 + k] as number);
      out[column * 4 + row] = sum;
    }
  return out;
};

/** Translation, rotation as a quaternion x, y, z, w (made a unit one), scale. */
export const compose = (t: readonly number[], r: readonly number[], s: readonly number[]): Matrix => {
  const [rx = 0, ry = 0, rz = 0, rw = 1] = r;
  const length = Math.hypot(rx, ry, rz, rw);
  const [x, y, z, w] = length > 0 ? [rx / length, ry / length, rz / length, rw / length] : [0, 0, 0, 1];
  const [sx = 1, sy = 1, sz = 1] = s;
  const [tx = 0, ty = 0, tz = 0] = t;
  return [
    ...[(1 - 2 * (y * y + z * z)) * sx, 2 * (x * y + w * z) * sx, 2 * (x * z - w * y) * sx, 0],
    ...[2 * (x * y - w * z) * sy, (1 - 2 * (x * x + z * z)) * sy, 2 * (y * z + w * x) * sy, 0],
    ...[2 * (x * z + w * y) * sz, 2 * (y * z - w * x) * sz, (1 - 2 * (x * x + y * y)) * sz, 0],
    ...[tx, ty, tz, 1],
  ];
};

/** Of the upper left 3 × 3: negative where the matrix mirrors. */
export const determinant = (m: Matrix): number => {
  const [a, b, c, , d, e, f, , g, h, i] = m as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return a * (e * i - f * h) - d * (b * i - c * h) + g * (b * f - c * e);
};

export const apply = (m: Matrix, x: number, y: number, z: number): [number, number, number] => [
  (m[0] as number) * x + (m[4] as number) * y + (m[8] as number) * z + (m[12] as number),
  (m[1] as number) * x + (m[5] as number) * y + (m[9] as number) * z + (m[13] as number),
  (m[2] as number) * x + (m[6] as number) * y + (m[10] as number) * z + (m[14] as number),
];
