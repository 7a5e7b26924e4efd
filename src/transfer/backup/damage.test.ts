import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Refused } from '../problem.ts';
import { fileOfBytes } from '../source-file.ts';
import { codeOf, opened, PASSPHRASE, piecesOf, small, tiles, verdict, written } from './fixtures/small.ts';
import { encodeHeader, MAGIC, readHeader } from './format.ts';
import { readBackup } from './read.ts';

describe('what is wrong with a file', () => {
  it('of another kind, or of a newer version, is said', async () => {
    expect(await verdict(new Uint8Array())).toBe('backup.notABackup');
    expect(await verdict(new TextEncoder().encode('PK\u0003\u0004 something else'))).toBe(
      'backup.notABackup',
    );
    const header = (await readHeader(fileOfBytes('x', await written(small)))).header;
    const newer = encodeHeader(header);
    newer[8] = 2;
    newer.set(sha256(newer.subarray(0, newer.length - 32)), newer.length - 32);
    expect(await verdict(newer)).toBe('backup.newerVersion');
    const sentence = await readBackup(fileOfBytes('x', newer)).catch((error: Refused) => error.problem);
    expect(sentence).toMatchObject({ zh: expect.stringContaining('升级') as string });
  });

  it.each([true, false])('is found for every flipped bit (encrypted: %s)', async (encrypted) => {
    const passphrase = encrypted ? PASSPHRASE : null;
    const bytes = await written(
      [{ table: 'a', records: [{ n: 1 }] }],
      [{ id: 'i', bytes: Uint8Array.of(7) }],
      { passphrase },
    );
    const starts = await piecesOf(bytes);
    const found = new Map<string, number>();
    // The key is only derived again where the header is whole: that is never the case for a flip in it.
    const whole = await opened(bytes, passphrase);
    expect(await codeOf(whole.verify())).toBe('none');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
      const code = await verdict(flipped, passphrase);
      const inHeader = bit >> 3 < (starts[0] ?? 0);
      expect(
        inHeader ? ['backup.notABackup', 'backup.headerDamaged'] : ['backup.pieceDamaged'],
        `bit ${bit}`,
      ).toContain(code);
      found.set(code, (found.get(code) ?? 0) + 1);
    }
    expect(found.size).toBe(3);
  });

  it('is found for every length that it is cut to', async () => {
    const bytes = await written(small, tiles);
    const [begin = 0] = await piecesOf(bytes);
    for (let length = 0; length < bytes.length; length++) {
      const code = await verdict(bytes.slice(0, length));
      expect(code, `${length} bytes`).toBe(
        length < MAGIC.length
          ? 'backup.notABackup'
          : length < begin
            ? 'backup.headerDamaged'
            : 'backup.truncated',
      );
    }
    expect(await verdict(Uint8Array.from([...bytes, 0]))).toBe('backup.trailing');
  });

  it('is named for pieces that are lost, repeated, exchanged, or of another backup', async () => {
    const bytes = await written(small, tiles);
    const starts = await piecesOf(bytes);
    expect(starts).toHaveLength(4);
    const [a = 0, b = 0, c = 0, d = 0] = starts;
    const piece = [bytes.slice(a, b), bytes.slice(b, c), bytes.slice(c, d), bytes.slice(d)] as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ];
    const build = (...parts: readonly Uint8Array[]): Uint8Array =>
      Uint8Array.from([bytes.slice(0, a), ...parts].flatMap((p) => [...p]));
    expect(await verdict(build(...piece))).toBe('none');
    expect(await verdict(build(piece[0], piece[2], piece[3]))).toBe('backup.pieceMissing');
    expect(await verdict(build(piece[1], piece[0], piece[2], piece[3]))).toBe('backup.pieceMissing');
    expect(await verdict(build(piece[0], piece[0], piece[1], piece[2], piece[3]))).toBe(
      'backup.pieceRepeated',
    );
    expect(await verdict(build(piece[0], piece[1], piece[2]))).toBe('backup.truncated');
    expect(await verdict(build(...piece, piece[3]))).toBe('backup.trailing');
    const other = await written(small, tiles, { createdAt: 1 });
    const [from = 0, to = 0] = (await piecesOf(other)).slice(1, 3);
    expect(await verdict(build(piece[0], other.slice(from, to), piece[2], piece[3]))).toBe(
      'backup.pieceDamaged',
    );
    const sentence = await opened(build(piece[0], piece[2], piece[3]))
      .then((reader) => reader.verify())
      .catch((error: Refused) => error.problem);
    expect(sentence).toMatchObject({ where: `byte ${b}`, en: expect.stringContaining('piece 2') as string });
  });

  it('never escapes as anything but a refusal: 3,000 mangled files', async () => {
    const plain = await written(small, tiles, { passphrase: null });
    const sealed = await written(small, tiles);
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat({ max: 40 }),
      insert: fc.uint8Array({ maxLength: 40 }),
    });
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        async (encrypted, edits) => {
          const original = encrypted ? sealed : plain;
          let bytes = [...original];
          for (const { at, remove, insert } of edits)
            bytes = bytes.toSpliced(at % bytes.length || 0, remove, ...insert);
          const mangled = Uint8Array.from(bytes);
          const same = mangled.length === original.length && mangled.every((byte, i) => byte === original[i]);
          const code = await verdict(mangled, encrypted ? PASSPHRASE : null);
          if (same) expect(code).toBe('none');
          else {
            expect(code).toMatch(/^backup\./);
            refused++;
          }
        },
      ),
      { seed: 77, numRuns: 3000 },
    );
    expect(refused).toBeGreaterThan(2800);
  });
});
