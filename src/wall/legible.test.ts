/**
 * Legible from 6 m: the height of the smallest letters as a share of the wall's. A rem is a 67.5th of the height; on a wall of 1.6 m a
 * letter of 1.3 rem is 31 mm high, 18 minutes of arc from 6 m (16 are what standards ask for at least, 20 what they advise).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const LEAST_REM = 1.28;
/** What is used at a desk or with a hand on the glass. */
const NEAR = /editor|remote|watch|Controls/;

const styleSheets = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return styleSheets(path);
    return entry.name.endsWith('.css') && !NEAR.test(path) ? [path] : [];
  });

describe('letters of the wall', () => {
  const sheets = styleSheets(import.meta.dirname);
  it('are looked for where they are', () => expect(sheets.length).toBeGreaterThan(5));
  it.each(sheets.map((path) => [path.slice(import.meta.dirname.length + 1), path]))(
    'are large enough in %s',
    (_, path) => {
      const sizes = [...readFileSync(path, 'utf8').matchAll(/font-size:\s*(?:clamp\()?([\d.]+)(\w+)/g)];
      for (const [text, size, unit] of sizes) {
        expect(unit, text).toBe('rem');
        expect(Number(size), text).toBeGreaterThanOrEqual(LEAST_REM);
      }
    },
  );
  it('are large enough in charts', () => {
    const charts = join(import.meta.dirname, '../ui/charts');
    const sizes = readdirSync(charts)
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [...readFileSync(join(charts, name), 'utf8').matchAll(/_REM = ([\d.]+)/g)])
      .map(([, size]) => Number(size));
    expect(sizes.length).toBeGreaterThan(1);
    for (const size of sizes) expect(size).toBeGreaterThanOrEqual(LEAST_REM);
  });
});
