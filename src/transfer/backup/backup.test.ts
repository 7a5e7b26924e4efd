import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOfBytes } from '../source-file.ts';
import { LONGEST_ASSET, pack, unpack } from './contents.ts';
import {
  codeOf,
  each,
  opened,
  optionsOf,
  PASSPHRASE,
  piecesOf,
  readWhole,
  records,
  small,
  tiles,
  verdict,
  written,
} from './fixtures/small.ts';
import { encodeHeader, readHeader } from './format.ts';
import { byScript, byWasm, deriveKey, passphraseBytes } from './key.ts';
import { readBackupHeader } from './read.ts';
import { writeBackup } from './write.ts';

describe('a backup', () => {
  it('holds any records and assets, encrypted or not', async () => {
    const batch = fc.record({
      table: fc.string({ maxLength: 12 }),
      records: fc.array(
        fc
          .dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 5 })
          .map((o) => JSON.parse(JSON.stringify(o)) as object),
        { minLength: 1, maxLength: 5 },
      ),
    });
    const asset = fc.record({ id: fc.string(), bytes: fc.uint8Array({ maxLength: 300 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(batch, { maxLength: 5 }),
        fc.array(asset, { maxLength: 3 }),
        fc.boolean(),
        async (batches, assets, encrypted) => {
          const passphrase = encrypted ? PASSPHRASE : null;
          const read = await readWhole(await written(batches, assets, { passphrase }), passphrase);
          expect(read.batches).toEqual(batches);
          expect(read.assets).toEqual(assets.map(({ id, bytes }) => ({ id, bytes: Uint8Array.from(bytes) })));
        },
      ),
      { seed: 31, numRuns: 120 },
    );
  });

  it('cuts long tables and large assets into pieces, and puts them together again', async () => {
    const bytes = new Uint8Array(9_000_000).map((_, i) => (i * 2_654_435_761) >>> 13);
    const table = [{ table: 'residents', records: records(60_000) }];
    const file = await written(
      table,
      [
        { id: 'big', bytes },
        { id: 'empty', bytes: new Uint8Array() },
      ],
      { passphrase: null },
    );
    expect((await piecesOf(file)).length).toBeGreaterThan(5);
    const read = await readWhole(file, null);
    expect(read.batches.flatMap((b) => b.records)).toEqual(table[0]?.records);
    expect(read.assets.map(({ id }) => id)).toEqual(['big', 'empty']);
    expect(Buffer.compare(read.assets[0]?.bytes ?? new Uint8Array(), bytes)).toBe(0);
  });

  it('is the same bytes for the same chance, and other bytes otherwise', async () => {
    expect(await written(small)).toEqual(await written(small));
    const { random: _random, ...own } = optionsOf();
    const parts = async (): Promise<string> => {
      let text = '';
      for await (const part of writeBackup(each(small), each([]), own)) text += String(part);
      return text;
    };
    expect(await parts()).not.toBe(await parts());
  });

  it('shows nothing of what it holds without the passphrase, but its header', async () => {
    const bytes = await written(
      [{ table: 'residents', records: [{ name: '王建国', phone: '13800000000' }] }],
      [],
      { counts: { residents: 1 } },
    );
    const text = new TextDecoder().decode(bytes);
    expect(text).not.toContain('王建国');
    expect(text).not.toContain('13800000000');
    expect(await readBackupHeader(fileOfBytes('x', bytes))).toMatchObject({
      community: { name: '云和社区' },
      counts: { residents: 1 },
      application: '0.1.0',
    });
  });

  it('tells how far it is, and stops when told', async () => {
    const reader = await opened(await written(small, tiles));
    const heard: [number, number][] = [];
    expect(await reader.verify({ report: (done, total) => heard.push([done, total]) })).toEqual({
      records: { residents: 3, matters: 2 },
      assets: 1,
      assetBytes: 3,
    });
    expect(heard.at(-1)?.[0]).toBe(heard.at(-1)?.[1]);
    await expect(reader.verify({ signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow(
      'stopped',
    );
    const writing = written(small, [], { signal: AbortSignal.abort(new Error('stopped')) });
    await expect(writing).rejects.toThrow('stopped');
  });

  it('hands out nothing of a file that is broken at its end', async () => {
    const bytes = await written(small, tiles);
    const reader = await opened(bytes.slice(0, -1));
    let got = 0;
    const read = async (): Promise<void> => {
      for await (const batch of reader.records()) got += batch.records.length;
    };
    expect(await codeOf(read())).toBe('backup.truncated');
    expect(got).toBe(0);
  });

  it('refuses to write personal data of a real community in the clear', async () => {
    const real = { passphrase: null, community: { id: 'x', name: '某社区', synthetic: false } };
    const personal = [{ table: 'residents', records: [{ id: '1', personal: { name: '王某' } }] }];
    expect(await codeOf(written(personal, [], real))).toBe('backup.personalInClear');
    expect(
      await codeOf(written([{ table: 'buildings', records: [{ id: '1', personal: {} }] }], [], real)),
    ).toBe('none');
    expect(await codeOf(written(personal, [], { ...real, passphrase: PASSPHRASE }))).toBe('none');
  });
});

describe('the passphrase', () => {
  it('is told apart from damage', async () => {
    const bytes = await written(small);
    expect(await verdict(bytes, '别的口令')).toBe('backup.wrongPassphrase');
    expect(await verdict(bytes, null)).toBe('backup.passphraseNeeded');
    expect(await verdict(bytes, '')).toBe('backup.passphraseNeeded');
    expect(await verdict(await written(small, [], { passphrase: null }), PASSPHRASE)).toBe('none');
  });

  it('may be typed in half or full width, with blanks about it', async () => {
    expect(passphraseBytes(' ａｂｃ１ ')).toEqual(passphraseBytes('abc1'));
    expect(await verdict(await written(small, [], { passphrase: 'ｑ７ Ｖ' }), 'q7 V ')).toBe('none');
  });

  it('gives the same key with and without WebAssembly', async () => {
    const kdf = { memoryKiB: 256, iterations: 2, parallelism: 1 };
    const salt = new Uint8Array(16).fill(9);
    const [fast, slow] = [
      await deriveKey('口令', salt, kdf, byWasm),
      await deriveKey('口令', salt, kdf, byScript),
    ];
    expect(fast).toEqual(slow);
    const forbidden = (): Promise<Uint8Array> =>
      Promise.reject(new WebAssembly.CompileError('refused by the content policy'));
    expect(
      await deriveKey('口令', salt, kdf, (...args) => forbidden().catch(() => byScript(...args))),
    ).toEqual(slow);
  });

  it('cannot be made to cost without end by a forged header', async () => {
    const { header } = await readHeader(fileOfBytes('x', await written(small)));
    const encryption = header.encryption as NonNullable<typeof header.encryption>;
    for (const kdf of [{ memoryKiB: 2 ** 31 }, { iterations: 1e9 }, { parallelism: 0 }, { memoryKiB: 1 }]) {
      const forged = encodeHeader({
        ...header,
        encryption: { ...encryption, kdf: { ...encryption.kdf, ...kdf } },
      });
      expect(await codeOf(opened(forged))).toBe('backup.tooCostly');
    }
  });
});

describe('unpack', () => {
  it('is the inverse of pack and refuses everything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.nat({ max: 255 }), (bytes, fill) => {
        expect(unpack(pack(bytes))).toEqual(Uint8Array.from(bytes));
        const dull = new Uint8Array(400).fill(fill);
        expect(pack(dull).length).toBeLessThan(40);
        expect(unpack(pack(dull))).toEqual(dull);
        const packed = unpack(bytes);
        expect(packed === null || packed.length <= LONGEST_ASSET).toBe(true);
      }),
      { seed: 13, numRuns: 500 },
    );
  });

  it('does not believe a length', () => {
    const bomb = pack(new Uint8Array(100_000));
    new DataView(bomb.buffer).setUint32(1, 10, true);
    expect(unpack(bomb)).toBeNull();
    new DataView(bomb.buffer).setUint32(1, 0xffffffff, true);
    expect(unpack(bomb)).toBeNull();
  });
});
