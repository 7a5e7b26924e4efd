/** Judges imports by the rules; pure, so that a test can show that it refuses what it should. */
import { posix } from 'node:path';
import { findImports } from './imports.ts';
import {
  ALLOWED_ADDRESSES,
  LONG_FILE_REASON,
  LONGEST_FILE_LINES,
  ROOM_IMPORTS,
  ROOM_ORACLES,
  ROOM_PACKAGES,
  TEST_PACKAGES,
} from './rules.ts';

/** A file of `src`, by its path from there: `scene/sky/Sky.tsx`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface Verdict {
  /** How many imports were looked at: a check that saw none has proved nothing. */
  readonly importCount: number;
  readonly violations: readonly string[];
}

const roomOf = (path: string): string => path.split('/')[0] ?? '';
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || /(^|\/)fixtures?\//.test(path);

/** `antd/locale/zh_CN` → `antd`, `@react-three/drei/core` → `@react-three/drei`. */
const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

const isListed = (name: string, list: readonly string[]): boolean =>
  list.some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : name === entry));

function judge(path: string, target: string): string | null {
  const room = roomOf(path);
  if (target === '(computed)') return 'imports a computed name, which nothing can check';
  if (target.startsWith('/')) return `imports ${target} by an absolute path`;
  if (target.startsWith('.')) {
    const resolved = posix.join(posix.dirname(path), target.split('?')[0] ?? target);
    if (resolved.startsWith('..')) return isTest(path) ? null : `imports ${target}, which lies outside src`;
    const other = roomOf(resolved);
    if (other === room || ROOM_IMPORTS[room]?.includes(other)) return null;
    return `imports ${target}: ${room} may not import from ${other}`;
  }
  const name = target.startsWith('virtual:') || target.startsWith('node:') ? target : packageOf(target);
  if (isListed(name, ROOM_PACKAGES[room] ?? [])) return null;
  if (isTest(path) && isListed(name, [...TEST_PACKAGES, ...(ROOM_ORACLES[room] ?? [])])) return null;
  return `imports the package ${name}, which is not for ${room}`;
}

export function checkImports(files: readonly SourceFile[]): Verdict {
  const violations: string[] = [];
  let importCount = 0;
  for (const { path, text } of files) {
    if (!(roomOf(path) in ROOM_IMPORTS)) violations.push(`${path} is in no room`);
    for (const { target, line } of findImports(path, text)) {
      importCount++;
      const fault = judge(path, target);
      if (fault !== null) violations.push(`${path}:${line} ${fault}`);
    }
  }
  return { importCount, violations };
}

const firstComment = (text: string): string =>
  /^\s*(?:\/\*[\s\S]*?\*\/|(?:\/\/[^\n]*\n\s*)+)/.exec(text)?.[0] ?? '';

const hasReason = (text: string): boolean =>
  firstComment(text)
    .split('\n')
    .some((line) => line.replace(/^[\s/*]+/, '').startsWith(LONG_FILE_REASON));

export function checkLengths(files: readonly SourceFile[]): string[] {
  return files
    .map(({ path, text }) => ({ path, text, lines: text.trimEnd().split('\n').length }))
    .filter(({ text, lines }) => lines > LONGEST_FILE_LINES && !hasReason(text))
    .map(({ path, lines }) => `${path} has ${lines} lines and gives no reason`);
}

export function checkAddresses(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/\b(?:https?|wss?):\/\/[^\s'"`<>)]+/g)]
      .map(([address]) => address)
      .filter((address) => !ALLOWED_ADDRESSES.some((allowed) => allowed.test(address)))
      .map((address) => `${path} names ${address}`),
  );
}
