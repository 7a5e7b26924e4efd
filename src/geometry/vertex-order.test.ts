import { describe, expect, it } from 'vitest';
import { farTreeShape, treeShape, treeShapeFromAbove } from './tree-shapes.ts';
import { orderForPasses, vertexPasses } from './vertex-order.ts';

/** Triangles by their corners in the order of turning, whichever comes first. */
const trianglesOf = (indices: ArrayLike<number>): string[] => {
  const out: string[] = [];
  for (let t = 0; t + 2 < indices.length; t += 3) {
    const [a, b, c] = [indices[t], indices[t + 1], indices[t + 2]] as [number, number, number];
    out.push([`${a} ${b} ${c}`, `${b} ${c} ${a}`, `${c} ${a} ${b}`].sort()[0] as string);
  }
  return out.sort();
};

describe('passes over four vertices', () => {
  it('are one or two for a rectangle, by the order of its corners', () => {
    expect(vertexPasses([0, 1, 2, 0, 2, 3])).toBe(2);
    expect(vertexPasses([0, 1, 2, 3, 0, 2])).toBe(1);
  });

  it('come again for what was pushed out by a vertex of the same place', () => {
    expect(vertexPasses([0, 1, 2, 64, 65, 66, 0, 1, 2])).toBe(3);
  });
});

describe('the order for passes', () => {
  it.each([0, 1, 2, 3])('keeps the triangles of a crown of kind %i and how they turn', (kind) => {
    const { indices } = treeShape(kind, 5);
    expect(trianglesOf(orderForPasses(indices))).toEqual(trianglesOf(indices));
  });

  it('takes three passes for a far crown of ten vertices, two for one of six', () => {
    expect([0, 1, 2, 3].map((kind) => vertexPasses(farTreeShape(kind).indices))).toEqual([3, 2, 2, 2]);
  });
});

describe('a tree from above', () => {
  it.each([0, 1, 2, 3])(
    'of kind %i has the triangles that look up, and the vertices of the whole',
    (kind) => {
      const whole = farTreeShape(kind);
      const above = treeShapeFromAbove(whole);
      expect(above.positions).toBe(whole.positions);
      expect(above.indices.length).toBeGreaterThan(0);
      expect(above.indices.length).toBeLessThan(whole.indices.length);
      const all = new Set(trianglesOf(whole.indices));
      for (const triangle of trianglesOf(above.indices)) expect(all).toContain(triangle);
      // The lowest point hangs in triangles that look down only.
      expect([...above.indices]).not.toContain(0);
    },
  );
});
