import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collection, feature, split } from './fixtures/split.ts';

describe('splitJson, whole files', () => {
  it('gives the same as JSON.parse, however it is cut (seed 81)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.json({ maxDepth: 3 })),
        fc.dictionary(fc.string(), fc.json({ maxDepth: 2 }), { noNullPrototype: true }),
        fc.array(
          fc.tuple(
            fc.double({ noNaN: true, noDefaultInfinity: true }),
            fc.integer(),
            fc.double({ min: -1, max: 1, noNaN: true }),
          ),
        ),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('', ' ', '\n\t'),
        async (elements, dictionary, vertices, step, space) => {
          const objects = Object.entries(dictionary).filter(([key]) => key !== '__proto__');
          const safe = elements.filter((text) => !text.includes('__proto__'));
          const text = `{${space}"a":1,"features"${space}:[${space}${safe.join(`${space},`)}${space}],${space}"objects":{${objects
            .filter(([, value]) => !value.includes('__proto__'))
            .map(([key, value]) => `${JSON.stringify(key)}:${space}${value}`)
            .join(`${space},${space}`)}},"vertices":${JSON.stringify(vertices)}${space}}`;
          const whole = JSON.parse(text) as { features: unknown[]; objects: Record<string, unknown> };
          const { items, members, codes, pieces, triples } = await split(text, 'a.json', step);
          expect(codes).toEqual([]);
          expect(members).toEqual({ a: 1 });
          expect(items.slice(0, whole.features.length)).toEqual(whole.features);
          const keys = pieces.flatMap((piece) =>
            piece.kind === 'item' && piece.key !== null ? [[piece.key, piece.value]] : [],
          );
          expect(Object.fromEntries(keys)).toEqual(whole.objects);
          expect(triples).toEqual((JSON.parse(JSON.stringify(vertices)) as number[][]).flat());
        },
      ),
      { seed: 81, numRuns: 300 },
    );
  });

  it('names places', async () => {
    expect((await split(collection(feature('a'), feature('b')))).wheres).toEqual([
      'features[0]',
      'features[1]',
    ]);
    expect((await split(`[${feature('a')}]`)).wheres).toEqual(['[0]']);
    expect((await split('{"objects":{"a\\"":{}}}')).wheres).toEqual(['objects["a\\""]']);
  });

  it('reads lines and separated records', async () => {
    const lines = await split(`${feature('a')}\n\n${feature('b')}\r\n${feature('c')}`);
    // The first is read as a root, before anybody can know that it is not alone.
    expect(lines.members).toEqual({ type: 'Feature', properties: { name: 'a' } });
    expect(lines.records).toHaveLength(2);
    expect(lines.wheres).toEqual(['line 3', 'line 4']);
    const named = await split(`${feature('a')}\n${feature('b')}\n`, 'a.jsonl', 5);
    expect(named.records).toHaveLength(2);
    expect(named.wheres).toEqual(['line 1', 'line 2']);
    const separated = await split(`\u001e{"type":\n"Feature"}\n\u001e${feature('b')}\n`, 'a.json', 3);
    expect(separated.records).toEqual([{ type: 'Feature' }, { type: 'Feature', properties: { name: 'b' } }]);
    expect(separated.codes).toEqual([]);
  });

  it('reads UTF-8 with a mark, UTF-16 either way round, and GBK', async () => {
    const text = collection(feature('西峰区'));
    const utf16 = (big: boolean, mark: boolean): Uint8Array => {
      const all = mark ? `\ufeff${text}` : text;
      const bytes = new Uint8Array(all.length * 2);
      const view = new DataView(bytes.buffer);
      for (let i = 0; i < all.length; i++) view.setUint16(i * 2, all.charCodeAt(i), !big);
      return bytes;
    };
    // 西 is CE F7, 峰 B7 E5, 区 C7 F8 in GBK; 俒 is 82 5B, whose second byte is a bracket in ASCII.
    const gbk = Uint8Array.from([
      ...new TextEncoder().encode('{"features":[{"type":"Feature","name":"'),
      ...[0xce, 0xf7, 0xb7, 0xe5, 0x82, 0x5b],
      ...new TextEncoder().encode('"}]}'),
    ]);
    for (const bytes of [
      new TextEncoder().encode(`\ufeff${text}`),
      utf16(false, true),
      utf16(true, true),
      utf16(false, false),
      utf16(true, false),
    ])
      expect((await split(bytes)).items).toEqual([{ type: 'Feature', properties: { name: '西峰区' } }]);
    const chinese = await split(gbk);
    expect(chinese.items).toEqual([{ type: 'Feature', name: '西峰俒' }]);
    expect(chinese.was).toBe('GB 18030');
    const neither = Uint8Array.from([
      ...new TextEncoder().encode('{"features":[{"a":"'),
      0xff,
      0xff,
      ...new TextEncoder().encode('"}]}'),
    ]);
    expect((await split(neither)).items).toEqual([{ a: '\ufffd\ufffd' }]);
  });

  it('reads more triples than a batch holds, in their places', async () => {
    const count = 100_000;
    const text = `{"vertices":[${Array.from({ length: count }, (_, i) => (i === 70_000 ? '[0]' : `[${i},${-i},0.5]`)).join()}]}`;
    for (const step of [Infinity, 100_000]) {
      const { pieces, triples } = await split(text, 'a.json', step);
      expect(triples).toHaveLength(count * 3);
      expect(triples[70_001 * 3]).toBe(70_001);
      expect(triples[70_000 * 3]).toBeNaN();
      let next = 0;
      for (const piece of pieces)
        if (piece.kind === 'triples') {
          expect(piece.from).toBe(next);
          next += piece.values.length / 3;
        }
    }
  });

  it('reads numbers exactly', async () => {
    const texts = [
      '0',
      '-0',
      '1e5',
      '1.5E-3',
      '123456789012345678',
      '0.1',
      '9007199254740993',
      '1e400',
      '-12.000000000000000001',
      '4.9e-324',
    ];
    const { triples, codes } = await split(
      `{"vertices":[${texts.map((t) => `[${t} , ${t},0]`).join(',')}]}`,
      'a.json',
      4,
    );
    expect(codes).toEqual([]);
    texts.forEach((text, i) => expect(triples[i * 3]).toBe(Number(text)));
  });
});
