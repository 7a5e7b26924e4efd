import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { farTrees, treesWithin } from './far-trees.ts';
import { createTerrain } from './terrain.ts';
import { farTreeShape, TREE_KINDS, treeShape } from './tree-shapes.ts';
import { placeTrees, TREE_STRIDE, type TreeInput } from './trees-placement.ts';

const tree = fc.record({
  at: fc.tuple(
    fc.double({ min: -500, max: 500, noNaN: true }),
    fc.double({ min: -500, max: 500, noNaN: true }),
  ),
  heightMetres: fc.double({ min: 1, max: 20, noNaN: true }),
  kind: fc.nat({ max: TREE_KINDS - 1 }),
});
const place = (trees: TreeInput[]): Float32Array[] => placeTrees(trees, createTerrain(null));

describe('farTrees', () => {
  it('draws every tree once, each vertex with its own tree (property)', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 30 }), (trees) => {
        const { rows, leafAndKind, indices, positions } = farTrees(place(trees), farTreeShape);
        const triangles = trees.reduce((sum, { kind }) => sum + farTreeShape(kind).indices.length, 0);
        expect(indices).toHaveLength(triangles);
        expect(rows.length / TREE_STRIDE).toBe(positions.length / 3);
        for (let t = 0; t < indices.length; t += 3) {
          const [a = 0, b = 0, c = 0] = indices.subarray(t, t + 3);
          const owner = (v: number): string =>
            `${leafAndKind[v * 2 + 1]} ${rows.subarray(v * TREE_STRIDE, (v + 1) * TREE_STRIDE).join()}`;
          expect(owner(a)).toBe(owner(b));
          expect(owner(a)).toBe(owner(c));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('costs a part of what the near shape costs', () => {
    for (let kind = 0; kind < TREE_KINDS; kind++)
      expect(farTreeShape(kind).indices.length).toBeLessThan(treeShape(kind, 5).indices.length / 2);
  });
});

describe('treesWithin', () => {
  it('keeps exactly the near ones, in their order', () => {
    const [rows = new Float32Array()] = place(
      [0, 30, 60, 90].map((x) => ({ at: [x, 0] as const, heightMetres: 8, kind: 0 })),
    );
    const into = new Float32Array(rows.length);
    expect(treesWithin(rows, [40, 0, 0], 25, into)).toBe(2);
    expect([into[0], into[TREE_STRIDE]]).toEqual([30, 60]);
    expect(treesWithin(rows, [400, 0, 0], 25, into)).toBe(0);
  });
});
