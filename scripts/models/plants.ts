/** Trees one metre tall with a crown of natural proportions: scaled by the height of each tree. Origin at the root. */
import { emptyMesh, join, lathe, linear, type Mesh, move, triangle, type Vec3 } from './solids.ts';

const BARK = '#6b5442';

/** A ball of 80 faces whose corners are pushed in and out, always the same way. */
const crown = (radius: Vec3, centre: Vec3, hex: string, seed: number): Mesh => {
  const t = (1 + Math.sqrt(5)) / 2;
  const corners: Vec3[] = [
    [-1, t, 0],
    [1, t, 0],
    [-1, -t, 0],
    [1, -t, 0],
    [0, -1, t],
    [0, 1, t],
    [0, -1, -t],
    [0, 1, -t],
    [t, 0, -1],
    [t, 0, 1],
    [-t, 0, -1],
    [-t, 0, 1],
  ];
  const faces = [
    [0, 11, 5],
    [0, 5, 1],
    [0, 1, 7],
    [0, 7, 10],
    [0, 10, 11],
    [1, 5, 9],
    [5, 11, 4],
    [11, 10, 2],
    [10, 7, 6],
    [7, 1, 8],
    [3, 9, 4],
    [3, 4, 2],
    [3, 2, 6],
    [3, 6, 8],
    [3, 8, 9],
    [4, 9, 5],
    [2, 4, 11],
    [6, 2, 10],
    [8, 6, 7],
    [9, 8, 1],
  ];
  const unit = (v: Vec3): Vec3 => {
    const l = Math.hypot(...v);
    return [v[0] / l, v[1] / l, v[2] / l];
  };
  const dent = (v: Vec3): number =>
    1 +
    0.16 *
      Math.sin(v[0] * 5.1 + seed) *
      Math.sin(v[1] * 4.3 + seed * 2.1) *
      Math.sin(v[2] * 4.7 + seed * 0.7);
  const place = (v: Vec3): Vec3 => {
    const d = dent(v);
    return [
      centre[0] + v[0] * radius[0] * d,
      centre[1] + v[1] * radius[1] * d,
      centre[2] + v[2] * radius[2] * d,
    ];
  };
  const mid = (a: Vec3, b: Vec3): Vec3 => unit([a[0] + b[0], a[1] + b[1], a[2] + b[2]]);
  const mesh = emptyMesh();
  const base = linear(hex);
  for (const face of faces) {
    const [a, b, c] = face.map((i) => unit(corners[i] ?? [0, 1, 0])) as [Vec3, Vec3, Vec3];
    const [ab, bc, ca] = [mid(a, b), mid(b, c), mid(c, a)];
    for (const [p, q, r] of [
      [a, ab, ca],
      [b, bc, ab],
      [c, ca, bc],
      [ab, bc, ca],
    ] as const) {
      // Lighter above, darker below: the crown shades itself.
      const y = (p[1] + q[1] + r[1]) / 3;
      const light = 0.82 + 0.26 * y;
      triangle(
        mesh,
        place(p),
        place(q),
        place(r),
        [base[0] * light, base[1] * light, base[2] * light],
        [p, q, r],
      );
    }
  }
  return mesh;
};

const trunk = (radius: number, height: number): Mesh =>
  lathe(
    [
      [radius * 1.3, 0],
      [radius, height * 0.4],
      [radius * 0.7, height],
    ],
    6,
    BARK,
  );

export const PLANTS: Record<string, () => Mesh> = {
  'tree-broadleaf': () =>
    join(
      trunk(0.028, 0.4),
      crown([0.3, 0.26, 0.3], [0, 0.6, 0], '#5f7f45', 1.3),
      crown([0.2, 0.18, 0.2], [0.13, 0.76, 0.06], '#6c8c4d', 4.1),
      crown([0.19, 0.17, 0.19], [-0.12, 0.73, -0.09], '#577a42', 2.6),
    ),
  'tree-poplar': () => join(trunk(0.02, 0.3), crown([0.13, 0.42, 0.13], [0, 0.57, 0], '#6a8a4a', 0.4)),
  'tree-conifer': () =>
    join(
      trunk(0.025, 0.2),
      move(
        lathe(
          [
            [0.25, 0],
            [0.02, 0.42],
            [0, 0.44],
          ],
          9,
          '#3f6147',
        ),
        [0, 0.14, 0],
      ),
      move(
        lathe(
          [
            [0.2, 0],
            [0.02, 0.36],
            [0, 0.38],
          ],
          9,
          '#446a4c',
        ),
        [0, 0.38, 0],
      ),
      move(
        lathe(
          [
            [0.14, 0],
            [0, 0.4],
          ],
          9,
          '#4b7253',
        ),
        [0, 0.6, 0],
      ),
    ),
  shrub: () => join(crown([0.6, 0.5, 0.6], [0, 0.45, 0], '#68864f', 3.2)),
};
