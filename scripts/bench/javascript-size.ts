/** How much JavaScript a page needs before it can start, gzipped, and what comes later, out of the built folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';

export interface Chunk {
  /** Path from the built folder. */
  readonly path: string;
  readonly gzipBytes: number;
}

export interface JavaScriptSize {
  /** The entry, what it imports statically, and what the page preloads. */
  readonly initial: readonly Chunk[];
  readonly lazy: readonly Chunk[];
}

const staticImportsOf = (path: string, code: string): string[] => {
  const { staticImports, staticExports } = parseSync(path, code).module;
  const targets = [
    ...staticImports.map((found) => found.moduleRequest.value),
    ...staticExports.flatMap((found) => found.entries.map((entry) => entry.moduleRequest?.value ?? null)),
  ].filter((target) => target !== null);
  return targets.map((target) => posix.join(posix.dirname(path), target));
};

export const byteSum = (chunks: readonly Chunk[]): number =>
  chunks.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);

export function javaScriptSize(folder: string): JavaScriptSize {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const waiting = [...page.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="\.?\/?([^"]+\.js)"/g)].map(
    ([, path = '']) => path,
  );
  const seen = new Set<string>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    waiting.push(...staticImportsOf(path, readFileSync(join(folder, path), 'utf8')));
  }
  const chunks = readdirSync(join(folder, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `assets/${name}`)
    .map((path) => ({ path, gzipBytes: gzipSync(readFileSync(join(folder, path)), { level: 9 }).length }))
    .sort((a, b) => b.gzipBytes - a.gzipBytes);
  return {
    initial: chunks.filter(({ path }) => seen.has(path)),
    lazy: chunks.filter(({ path }) => !seen.has(path)),
  };
}
