import { describe, expect, it } from 'vitest';
import { type BoxMesh, meshBoxes } from './box-mesh.ts';
import type { LocalPolygon } from './local-polygon.ts';

const ring: LocalPolygon = [
  [
    [0, 0],
    [10, 0],
    [10, 8],
    [0, 8],
  ],
  [
    [4, 3],
    [4, 5],
    [6, 5],
    [6, 3],
  ],
];

/** Volume by the divergence theorem: right only when the surface is closed and faces outwards. */
const volume = ({ position: p, index }: BoxMesh): number => {
  let six = 0;
  for (let i = 0; i < index.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => {
      const v = 3 * (index[i + k] as number);
      return [p[v] as number, p[v + 1] as number, p[v + 2] as number] as const;
    }) as [
      readonly [number, number, number],
      readonly [number, number, number],
      readonly [number, number, number],
    ];
    six +=
      a[0] * (b[1] * c[2] - b[2] * c[1]) -
      a[1] * (b[0] * c[2] - b[2] * c[0]) +
      a[2] * (b[0] * c[1] - b[1] * c[0]);
  }
  return six / 6;
};

describe('meshBoxes', () => {
  it('closes every box and faces outwards, with holes', () => {
    const mesh = meshBoxes(
      [{ polygon: ring, bottom: 2, top: 5, bevelMetres: 0, box: 3, floor: 1, slide: [0, 1] }],
      [0, 0, 0],
    );
    expect(volume(mesh)).toBeCloseTo((80 - 4) * 3, 3);
    expect(mesh.owner.slice(0, 4)).toEqual(Float32Array.of(3, 1, 0, 1));
  });
  it('loses only the bevel', () => {
    const flat = { polygon: ring, bottom: 0, top: 3, box: 0, floor: 0, slide: [0, 0] as const };
    const bevelled = volume(meshBoxes([{ ...flat, bevelMetres: 0.1 }], [5, 5, 0]));
    expect(bevelled).toBeLessThan(228);
    expect(bevelled).toBeGreaterThan(226);
  });
  it('stands on its origin', () => {
    const mesh = meshBoxes(
      [{ polygon: ring, bottom: 100, top: 103, bevelMetres: 0.1, box: 0, floor: 0, slide: [0, 0] as const }],
      [0, 0, 100],
    );
    const heights = mesh.position.filter((_, i) => i % 3 === 2);
    expect(Math.min(...heights)).toBeCloseTo(0);
    expect(Math.max(...heights)).toBeCloseTo(3);
  });
});
