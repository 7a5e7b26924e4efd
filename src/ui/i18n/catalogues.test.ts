/** Both catalogues say the same things: same keys, same values to fill in, nothing empty. */
import { describe, expect, it } from 'vitest';
import { en } from './en/index.ts';
import { zh } from './zh/index.ts';

const flatten = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) =>
        flatten(inner, path ? `${path}.${key}` : key),
      );

/** i18next's plural forms: Chinese has only `_other`. */
const base = (key: string): string => key.replace(/_(one|other)$/, '');
const params = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map((found) => found[1] ?? ''))].sort();

/** The switch to Chinese, and an example of what can be typed. */
const MEANT_CHINESE = new Set(['common.bar.language', 'common.bar.languageHint', 'omnibox.hint']);

const chinese = new Map(flatten(zh));
const english = new Map(flatten(en));
const keys = (catalogue: Map<string, string>): string[] =>
  [...new Set([...catalogue.keys()].map(base))].sort();

describe('catalogues', () => {
  it('hold something', () => expect(chinese.size).toBeGreaterThan(60));
  it('have the same keys', () => expect(keys(english)).toEqual(keys(chinese)));
  it('have no empty text', () => {
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });
  it('fill in the same values', () => {
    const wrong = [...english]
      .map(([key, text]) => [key, text, chinese.get(key) ?? chinese.get(`${base(key)}_other`) ?? ''] as const)
      .filter(([, a, b]) => params(a).join() !== params(b).join() && !(params(b).includes('count') && a))
      .map(([key]) => key);
    expect(wrong).toEqual([]);
  });
  it('write English in English', () => {
    const mixed = [...english].filter(([, text]) => /[\u4e00-\u9fff]/.test(text)).map(([key]) => key);
    expect(mixed.filter((key) => !MEANT_CHINESE.has(key))).toEqual([]);
  });
});
