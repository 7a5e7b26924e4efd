/** Every text that the code asks for by a literal key exists; keys put together from parts are the business of their own tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { zh } from '../src/ui/i18n/zh/index.ts';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path),
);

const textAt = (key: string): unknown =>
  key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], zh);

const exists = (key: string): boolean =>
  typeof textAt(key) === 'string' || typeof textAt(`${key}_other`) === 'string';

const AREAS = Object.keys(zh).join('|');
const LITERAL = new RegExp(`['"]((?:${AREAS})\\.[A-Za-z0-9_.]+)['"]`, 'g');

describe('keys in the code', () => {
  const used = files.flatMap((file) =>
    [...readFileSync(SOURCE + file, 'utf8').matchAll(LITERAL)].map((found) => `${found[1]} in ${file}`),
  );
  it('are found', () => expect(used.length).toBeGreaterThan(40));
  it('all have a text', () => {
    expect(used.filter((each) => !exists(each.split(' in ')[0] ?? ''))).toEqual([]);
  });
});
