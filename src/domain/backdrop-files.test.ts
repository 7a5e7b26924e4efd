import { describe, expect, it } from 'vitest';
import { readBackdropFiles, writeBackdropFiles } from './backdrop-files.ts';

describe('the list of a tileset’s files', () => {
  it('is read as it was written', () => {
    const list = { root: 'tileset.json', files: { 'tileset.json': 'a', 'Data/一.b3dm': 'b' } };
    expect(readBackdropFiles(writeBackdropFiles(list))).toEqual(list);
  });
  it.each(['', '{', '[]', '{"root":1,"files":{}}', '{"root":"a"}'])('%s is none', (text) =>
    expect(readBackdropFiles(new TextEncoder().encode(text))).toBeNull(),
  );
});
