/**
 * The rooms keep to their import rules, files stay short, and nothing names an address on the internet.
 *
 * Every check is shown to refuse a planted fault first, and to have seen real files: a check that passes on nothing proves
 * nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkAddresses, checkImports, checkLengths, type SourceFile } from './architecture/check.ts';
import { ROOM_IMPORTS, ROOM_PACKAGES } from './architecture/rules.ts';

const root = join(import.meta.dirname, '..');

function readFolder(folder: string, endings: RegExp): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.test(entry.name))
    .map((entry) => {
      const full = join(entry.parentPath, entry.name);
      return {
        path: full.slice(join(root, folder).length + 1).replaceAll('\\', '/'),
        text: readFileSync(full, 'utf8'),
      };
    });
}

const sources = readFolder('src', /\.tsx?$/);

describe('import rules', () => {
  const planted = (path: string, text: string) => checkImports([{ path, text }]).violations;

  it.each([
    ['a package of another room', 'domain/a.ts', "import { Mesh } from 'three';"],
    ['another room', 'geometry/a.ts', "import { commit } from '../storage/index.ts';"],
    ['a type of another room', 'domain/a.ts', "import type { Frame } from '../geometry/frame.ts';"],
    ['a type in place', 'domain/a.ts', "export type F = import('../geometry/frame.ts').Frame;"],
    ['a re-export', 'ui/a.ts', "export * from '../scene/SceneCanvas.tsx';"],
    ['a named re-export', 'ui/a.ts', "export { a } from '../scene/a.ts';"],
    ['a lazy import', 'staff/a.ts', "const open = () => import('../planner/open.ts');"],
    ['a computed import', 'app/a.ts', 'export const open = (name: string) => import(name);'],
    [
      'a worker',
      'ui/a.ts',
      "new Worker(new URL('../transfer/reader.ts', import.meta.url), { type: 'module' });",
    ],
    ['a glob', 'ui/a.ts', "export const all = import.meta.glob(['../scene/*.ts']);"],
    ['an import for its effect', 'state/a.ts', "import '../ui/theme.css';"],
    ['a package by its subpath', 'ui/a.ts', "import { x } from 'three/examples/jsm/x.js';"],
    ['a file outside src', 'app/a.ts', "import data from '../../data/x.json';"],
    ['an absolute path', 'app/a.ts', "import data from '/data/x.json';"],
    ['a Node module in the application', 'storage/a.ts', "import { readFile } from 'node:fs';"],
    ['the test library in the application', 'storage/a.ts', "import { it } from 'vitest';"],
    ['a file in no room', 'stray.ts', 'export {};'],
  ])('refuse %s', (_name, path, text) => {
    expect(planted(path, text)).toHaveLength(1);
  });

  it('allow what the table allows, and overlook words in comments and strings', () => {
    const text = [
      "import { z } from 'zod';",
      "import { ok } from './other.ts';",
      "// import { Mesh } from 'three';",
      'export const example = "import \'three\'";',
    ].join('\n');
    expect(checkImports([{ path: 'domain/a.ts', text }])).toEqual({ importCount: 2, violations: [] });
    expect(planted('domain/a.test.ts', "import { it } from 'vitest';")).toEqual([]);
  });

  it('name every room in both tables', () => {
    expect(Object.keys(ROOM_IMPORTS).sort()).toEqual(Object.keys(ROOM_PACKAGES).sort());
  });

  it('hold in src', () => {
    const { importCount, violations } = checkImports(sources);
    expect(sources.length).toBeGreaterThan(100);
    expect(importCount).toBeGreaterThan(sources.length);
    for (const room of ['domain', 'geometry', 'storage', 'state', 'scene', 'ui', 'staff', 'app']) {
      expect(
        sources.some(({ path }) => path.startsWith(`${room}/`)),
        `src/${room} is empty`,
      ).toBe(true);
    }
    expect(violations).toEqual([]);
  });
});

describe('file lengths', () => {
  const lines = (count: number) => 'export {};\n'.repeat(count);

  it('refuse a long file without a reason and accept one with it', () => {
    expect(checkLengths([{ path: 'a.ts', text: lines(301) }])).toHaveLength(1);
    expect(
      checkLengths([
        { path: 'a.ts', text: `/** A table.\n * Above 300 lines: it is one table.\n */\n${lines(301)}` },
      ]),
    ).toEqual([]);
    expect(
      checkLengths([{ path: 'a.ts', text: `${lines(301)}/* Above 300 lines: too late. */` }]),
    ).toHaveLength(1);
    expect(checkLengths([{ path: 'a.ts', text: lines(300) }])).toEqual([]);
  });

  it('hold in src', () => {
    expect(checkLengths(sources)).toEqual([]);
  });
});

describe('addresses', () => {
  it('refuse one on the internet', () => {
    expect(checkAddresses([{ path: 'a.ts', text: "fetch('https://cdn.example/font.woff2')" }])).toHaveLength(
      1,
    );
    expect(checkAddresses([{ path: 'a.svg', text: '<svg xmlns="http://www.w3.org/2000/svg"/>' }])).toEqual(
      [],
    );
  });

  it('are none in what the browser gets', () => {
    const texts = /\.(?:tsx?|css|html|svg|json|jsonl|webmanifest)$/;
    const page = { path: 'index.html', text: readFileSync(join(root, 'index.html'), 'utf8') };
    const served = [
      page,
      ...readFolder('src', texts),
      ...readFolder('public', texts),
      ...readFolder('data', texts),
    ];
    expect(served.length).toBeGreaterThan(sources.length);
    expect(checkAddresses(served)).toEqual([]);
  });
});
