import { describe, expect, it } from 'vitest';
import { rayToGround } from './ground-ray.ts';

const unit = (dx: number, dy: number, dz: number) => {
  const l = Math.hypot(dx, dy, dz);
  return { dx: dx / l, dy: dy / l, dz: dz / l };
};

describe('rayToGround', () => {
  it('meets a plain where it should', () => {
    const t = rayToGround({ ox: 0, oy: 0, oz: 100, ...unit(3, 0, -4) }, () => 0, 5000);
    expect(t).toBeCloseTo(125, 2);
  });
  it('meets the near side of a hill, not the ground behind it', () => {
    const hill = (x: number): number => 60 * Math.exp(-(((x - 200) / 40) ** 2));
    const ray = { ox: 0, oy: 0, oz: 50, ...unit(1, 0, -0.05) };
    const t = rayToGround(ray, hill, 5000);
    const x = t * ray.dx;
    expect(x).toBeLessThan(200);
    expect(ray.oz + t * ray.dz).toBeCloseTo(hill(x), 1);
  });
  it('meets nothing in the sky', () => {
    expect(rayToGround({ ox: 0, oy: 0, oz: 10, ...unit(1, 0, 0.2) }, () => 0, 5000)).toBe(Infinity);
  });
});
