import { describe, expect, it } from 'vitest';
import { spreadContents } from './tile-contents.ts';

const volume = { sphere: [0, 0, 0, 1] };
const tile = (more: object) => ({ boundingVolume: volume, geometricError: 4, ...more });
const uris = (tileset: { root: object }): string[] => {
  const found: string[] = [];
  const walk = (at: { content?: { uri: string }; contents?: unknown; children?: object[] }): void => {
    expect(at.contents).toBeUndefined();
    if (at.content) found.push(at.content.uri);
    for (const child of at.children ?? []) walk(child as typeof at);
  };
  walk(tileset.root as never);
  return found;
};

describe('tiles of several contents', () => {
  it('become tiles of one, each content once, with the transform once and the children below the first', () => {
    const child = tile({ content: { uri: 'child' } });
    const tileset = {
      root: tile({
        transform: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 9, 9, 9, 1],
        refine: 'REPLACE',
        contents: [{ uri: 'a' }, { uri: 'b' }],
        children: [child],
      }),
    };
    expect(spreadContents(tileset)).toBe(tileset);
    expect(tileset.root).toEqual({
      boundingVolume: volume,
      // Empty, so that it must always give way to what it holds.
      geometricError: 1e12,
      refine: 'REPLACE',
      transform: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 9, 9, 9, 1],
      children: [
        tile({ refine: 'REPLACE', content: { uri: 'a' }, children: [child] }),
        tile({ refine: 'REPLACE', content: { uri: 'b' }, children: [] }),
      ],
    });
  });
  it('are found however deep, and by the extension too', () => {
    const deep = { root: tile({}) as Record<string, unknown> };
    let at = deep.root;
    for (let i = 0; i < 20_000; i++) {
      const next = tile({}) as Record<string, unknown>;
      at['children'] = [next];
      at = next;
    }
    at['extensions'] = { '3DTILES_multiple_contents': { contents: [{ uri: 'x' }, { uri: 'y' }] } };
    spreadContents(deep);
    expect((at['children'] as unknown[]).length).toBe(2);
  });
  it('with one content keep it; others and implicit ones stay as they are', () => {
    const one = { root: tile({ contents: [{ uri: 'a' }] }) };
    expect(uris(spreadContents(one))).toEqual(['a']);
    const plain = { root: tile({ content: { uri: 'a' }, children: [tile({ content: { uri: 'b' } })] }) };
    const before = JSON.stringify(plain);
    expect(JSON.stringify(spreadContents(plain))).toBe(before);
    const implicit = { root: tile({ implicitTiling: {}, contents: [{ uri: '{x}' }, { uri: '{y}' }] }) };
    expect(JSON.stringify(spreadContents(implicit))).toBe(
      JSON.stringify({ root: tile({ implicitTiling: {}, contents: [{ uri: '{x}' }, { uri: '{y}' }] }) }),
    );
    for (const odd of [null, 3, [], {}, { root: 'x' }]) expect(spreadContents(odd)).toBe(odd);
  });
});
