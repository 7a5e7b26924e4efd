import { Color } from 'three';
import { describe, expect, it } from 'vitest';
import { meshRibbons } from '../../geometry/ribbons.ts';
import { glowGeometry, paintOwners } from './glow.ts';

const line = [
  [0, 0],
  [20, 0],
] as const;

describe('the geometry of lights', () => {
  it('has every array under its own name, with as many numbers a corner as the shader reads', () => {
    const ribbons = meshRibbons([{ line, closed: false, owner: 1 }], () => 3, 8);
    const geometry = glowGeometry({ ...ribbons });
    const corners = ribbons.owner.length;
    for (const [name, size] of Object.entries({ position: 3, across: 2, side: 1, along: 1, owner: 1 }))
      expect([name, geometry.getAttribute(name).itemSize, geometry.getAttribute(name).count]).toEqual([
        name,
        size,
        corners,
      ]);
    expect(geometry.index?.array).toBe(ribbons.index);
    expect(geometry.getAttribute('index')).toBeUndefined();
  });

  it('is painted corner by corner in the colour of what the corner belongs to', () => {
    const ribbons = meshRibbons(
      [0, 1].map((owner) => ({ line, closed: false, owner })),
      () => 0,
      40,
    );
    const [red, blue] = [new Color(1, 0, 0), new Color(0, 0, 1)];
    const paint = paintOwners(glowGeometry({ ...ribbons }), ribbons.owner, [red, blue]).getAttribute('paint');
    for (let v = 0; v < paint.count; v++)
      expect([paint.getX(v), paint.getZ(v)]).toEqual(ribbons.owner[v] === 0 ? [1, 0] : [0, 1]);
  });
});
