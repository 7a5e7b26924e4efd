import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Problems, Refused } from '../problem.ts';
import { fileOfBytes } from '../source-file.ts';
import { collection, feature, RULES, refusal, slow, split } from './fixtures/split.ts';
import { splitJson } from './split-json.ts';

describe('splitJson, broken files', () => {
  const FAULTS: [string, string, string][] = [
    ['undefined', '{"type":"Feature","h":undefined}', 'json.broken'],
    ['NaN as a name', '{"type":"Feature",NaN:1}', 'json.broken'],
    ['NaN beside a fault', '{"type":"Feature","h":NaN,}', 'json.broken'],
    ['a lone minus', '{"type":"Feature","h":-}', 'json.broken'],
    ['a trailing comma', '{"type":"Feature","a":1,}', 'json.broken'],
    ['single quotes', "{'type':'Feature'}", 'json.broken'],
    ['a missing comma inside', '{"type":"Feature" "a":1}', 'json.broken'],
    ['a missing brace', '{"type":"Feature","p":{"a":1}', 'json.broken'],
    ['a missing bracket', '{"type":"Feature","p":[1,2}', 'json.broken'],
    ['a brace too many', '{"type":"Feature"}}', 'json.broken'],
    ['a missing quote', '{"type":"Feature","a":"b}', 'json.broken'],
    ['a quote too many', '{"type":"Feature","a":"b"c"}', 'json.broken'],
    ['a number with a leading zero', '{"type":"Feature","a":012}', 'json.broken'],
    ['a key twice', '{"type":"Feature","a":1,"a":2}', 'json.duplicateKey'],
    ['a key twice, written otherwise', '{"type":"Feature","a":1,"\\u0061":2}', 'json.duplicateKey'],
    ['__proto__', '{"type":"Feature","__proto__":{"x":1}}', 'json.proto'],
    ['deep nesting', `{"type":"Feature","a":${'['.repeat(300)}${']'.repeat(300)}}`, 'json.tooDeep'],
  ];
  it.each(FAULTS)('passes by %s', async (name, broken, code) => {
    for (const step of [Infinity, 7]) {
      const { items, codes, places } = await split(
        collection(feature('a'), broken, feature('b'), feature('c')),
        'a.json',
        step,
      );
      expect(codes).toContain(code);
      expect(items).toContainEqual({ type: 'Feature', properties: { name: 'a' } });
      expect(items).toContainEqual({ type: 'Feature', properties: { name: 'b' } });
      expect(items).toContainEqual({ type: 'Feature', properties: { name: 'c' } });
      // What is too much is told apart from the item that it follows.
      expect(items).toHaveLength(name === 'a brace too many' ? 4 : 3);
      expect(places[0]).toMatch(/^features\[1\]/);
    }
  });
  it.each(FAULTS)('passes by %s in a line', async (_name, broken, code) => {
    for (const name of ['a.json', 'a.jsonl'])
      for (const lines of [
        [broken, feature('b')],
        [feature('a'), broken, feature('b')],
      ]) {
        const result = await split(`${lines.join('\n')}\n`, name);
        // A comma or brace too many in the first line is passed over: it is read before anybody knows of the others.
        const isFirst = lines.length === 2 && name === 'a.json';
        if (isFirst) expect(result.codes.length).toBeGreaterThan(0);
        else expect(result.codes).toContain(code);
        expect(result.records.at(-1)).toEqual({ type: 'Feature', properties: { name: 'b' } });
      }
  });

  it('names line and column, in characters', async () => {
    const { places, problems } = await split(
      `{"features":[\n  ${feature('a')},\n  {"名称":"楼","h":undefined}\n]}`,
    );
    expect(places).toEqual(['features[1], line 3, column 17']);
    expect(problems[0]?.zh).toBe('“undefined”不是 JSON 的值，这一项没有读入。');
    expect(problems[0]?.en).toBe('“undefined” is no JSON value: this item was left out.');
  });

  it('takes what other languages write for “no number” as not given, and says so once', async () => {
    const odd = (h: string) => `{"type":"Feature","properties":{"name":"NaN, \\"inf\\" -Infinity","h":${h}}}`;
    const { items, problems } = await split(
      collection(feature('a'), odd('NaN'), odd('-Infinity'), odd('[1,nan,inf]')),
    );
    expect(problems.map(({ code }) => code)).toEqual(['json.notANumber']);
    expect(items.slice(1).map((item) => (item as { properties: object }).properties)).toEqual(
      [null, null, [1, null, null]].map((h) => ({ name: 'NaN, "inf" -Infinity', h })),
    );
  });

  it('keeps what stands before the end of a truncated file', async () => {
    const text = collection(feature('a'), feature('b'), feature('c'));
    const at = text.indexOf('"c"');
    const { items, codes, places } = await split(text.slice(0, at));
    expect(items).toHaveLength(2);
    expect(codes).toEqual(['json.truncated']);
    expect(places).toEqual([`features[2], line 1, column ${at + 1}`]);
  });

  it('ends at every byte of a truncated file without another exception', async () => {
    const text = `{"a":[1,{"b":"\\u00e4ö"}],"features":[${feature('é')},${feature('b')}],"objects":{"x":{"type":"B"}},"vertices":[[1,2,3],[4.5,-6,7e1]]}`;
    const bytes = new TextEncoder().encode(text);
    for (let length = 0; length <= bytes.length; length++) {
      try {
        const { codes } = await split(bytes.slice(0, length), 'a.json', 11);
        if (length < bytes.length) expect(codes).not.toEqual([]);
      } catch (error) {
        expect(error).toBeInstanceOf(Refused);
      }
    }
  });

  it('passes by every item of a file in which all lack a brace', async () => {
    const text = collection(...Array.from({ length: 300 }, (_, i) => feature(`${i}`).slice(0, -1)));
    const { items, codes } = await split(text);
    expect(items).toEqual([]);
    expect(codes.filter((code) => code === 'json.broken')).toHaveLength(200);
    const mixed = collection(
      ...Array.from({ length: 300 }, (_, i) => feature(`${i}`).slice(0, i % 3 === 0 ? -1 : undefined)),
    );
    expect((await split(mixed)).items).toHaveLength(200);
  });

  it('is quick where nothing looks like the beginning of the next item', async () => {
    const odd = (i: number): string => `{"n":${i},"type":"Feature","text":"${'x'.repeat(200)}"}`;
    const items = Array.from({ length: 20_000 }, (_, i) => odd(i));
    const from = performance.now();
    const learned = await split(collection(odd(-1), '{"n":[1,2}', ...items));
    expect(learned.codes).toEqual(['json.broken']);
    expect(learned.items).toHaveLength(20_001);
    const found = await split(collection('{"n":[1,2}', feature('a'), ...items));
    expect(found.items).toHaveLength(20_001);
    expect(performance.now() - from).toBeLessThan(3000);
  });

  it('finds the vertices behind a broken object', async () => {
    const text =
      '{"objects":{"a":{"type":"B"},"b":{"type":"B","x":[1,2}},"c":{"type":"C"}},"vertices":[[1,2,3],[1,2],[4,5,6],[7,"8",9]],"crs":1}';
    const { items, triples, codes, members } = await split(text);
    expect(items).toEqual([{ type: 'B' }, { type: 'C' }]);
    expect(triples).toEqual([1, 2, 3, NaN, NaN, NaN, 4, 5, 6, NaN, NaN, NaN]);
    expect(codes).toEqual(['json.broken', 'json.triple', 'json.triple']);
    expect(members).toEqual({ crs: 1 });
    const last = await split('{"objects":{"a":{"type":"B"},"b":{"type":"B","x":[1,2},"vertices":[[1,2,3]]}');
    expect(last.triples).toEqual([1, 2, 3]);
  });

  it('tells commas too many or missing between items', async () => {
    const many = await split(`{"features":[${feature('a')},${feature('b')},]}`);
    expect(many.items).toHaveLength(2);
    expect(many.codes).toEqual(['json.comma']);
    const missing = await split(`{"features":[${feature('a')} ${feature('b')}]}`);
    expect(missing.items).toHaveLength(2);
    expect(missing.codes).toEqual(['json.comma']);
  });

  it('refuses what is no JSON at all, with a reason', async () => {
    expect(await refusal('')).toBe('json.empty');
    expect(await refusal(' \n\t')).toBe('json.empty');
    expect(await refusal('<html>')).toBe('json.root');
    expect(await refusal('hello')).toBe('json.root');
    expect(await refusal('12')).toBe('json.root');
    expect(await refusal('{"features":[],"features":[]}')).toBe('json.duplicateKey');
    expect(await refusal(Uint8Array.from([0x1f, 0x8b, 8, 0]))).toBe('json.packed');
    expect(await refusal('{')).toBe('json.broken');
    expect(await refusal('{"a')).toBe('json.broken');
    expect(await refusal('{a:1}')).toBe('json.broken');
    expect(await refusal(Uint8Array.from([0xff, 0xfe, 0x7b, 0x00, 0x00]))).toBe('json.encoding');
  });

  it('ends quickly on a hundred thousand brackets, wherever they stand', async () => {
    const bomb = '['.repeat(100_000);
    const from = performance.now();
    expect((await split(bomb)).codes).toContain('json.tooDeep');
    expect((await split(`{"a":${bomb}`)).codes).toContain('json.tooDeep');
    expect((await split(`{"features":[${bomb}`)).codes).toContain('json.tooDeep');
    expect((await split(`${bomb}\n${bomb}`, 'a.jsonl')).codes).toContain('json.tooDeep');
    expect((await split(`{"features":[${'{"type":"Feature","a":[,'.repeat(20_000)}`)).codes).not.toEqual([]);
    expect(performance.now() - from).toBeLessThan(4000);
  });

  it('can be stopped and reports', async () => {
    // A clock of its own: a quick machine must not end before the first report is due.
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (clock += 1));
    onTestFinished(() => void vi.restoreAllMocks());
    const controller = new AbortController();
    const done: number[] = [];
    const text = `{"features":[${Array.from({ length: 60_000 }, (_, i) => feature(`number ${i}`)).join(',')}]}`;
    const file = fileOfBytes('a.json', new TextEncoder().encode(text));
    const reading = (async () => {
      for await (const batch of splitJson(
        { file: slow(file, 1000), lenient: false, was: null },
        RULES,
        new Problems(),
        {
          signal: controller.signal,
          report: (at) => {
            done.push(at);
            controller.abort(new Error('enough'));
          },
        },
      ))
        if (batch.length > 1e9) throw new Error('never');
    })();
    await expect(reading).rejects.toThrow('enough');
    expect(done).toHaveLength(1);
  });
});
