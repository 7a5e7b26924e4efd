/** The parts of the set-up that could go wrong unseen: when to install, when to build, which browser, what is counted. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArguments, readPort } from '../scripts/lib/arguments.mjs';
import { findBrowser } from '../scripts/lib/browser.mjs';
import { closingLine, countsOf, one, sum } from '../scripts/lib/counts.mjs';
import { holdsEveryPackage, isInstallStale, lockStamp } from '../scripts/lib/install.mjs';
import { isNodeNewEnough } from '../scripts/lib/node-version.mjs';
import { sourceHash } from '../scripts/lib/sources.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linli-set-up-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};

describe('Node', () => {
  it.each([
    ['20.19.0', true],
    ['20.18.9', false],
    ['20.20.2', true],
    ['18.99.0', false],
    ['22.0.0', true],
    ['24.1.0', true],
  ])('%s is new enough: %s', (version, expected) => expect(isNodeNewEnough(version)).toBe(expected));
});

describe('installation', () => {
  const lock = (version: string) => JSON.stringify({ packages: { '': {}, 'node_modules/a': { version } } });

  it('is stale without packages, fresh after the stamp, stale again when the lock file changes', () => {
    write('package-lock.json', lock('1.0.0'));
    expect(isInstallStale(folder)).toBe(true);
    write('node_modules/.linli-lock', lockStamp(lock('1.0.0')));
    expect(isInstallStale(folder)).toBe(false);
    write('package-lock.json', lock('1.0.1'));
    expect(isInstallStale(folder)).toBe(true);
  });

  it('accepts what npm installed by itself, and leaves the stamp', () => {
    write('package-lock.json', lock('1.0.0'));
    write('node_modules/.package-lock.json', lock('1.0.0'));
    expect(isInstallStale(folder)).toBe(false);
    expect(readFileSync(join(folder, 'node_modules/.linli-lock'), 'utf8')).toBe(lockStamp(lock('1.0.0')));
  });

  it('says in one sentence that the lock file is missing', () => {
    expect(() => isInstallStale(folder)).toThrow(/package-lock\.json is missing/);
  });

  it('does not ask for packages of other platforms, but for all others in their version', () => {
    const wanted = { packages: { '': {}, a: { version: '1' }, mac: { version: '1', optional: true } } };
    expect(holdsEveryPackage(wanted, { packages: { a: { version: '1' } } })).toBe(true);
    expect(holdsEveryPackage(wanted, { packages: { a: { version: '2' } } })).toBe(false);
    expect(holdsEveryPackage(wanted, { packages: { mac: { version: '1' } } })).toBe(false);
    expect(holdsEveryPackage(wanted, {})).toBe(false);
  });
});

describe('the hash of the sources', () => {
  const hash = () => sourceHash(folder, ['index.html', 'src']);
  beforeEach(() => {
    write('index.html', '<p>');
    write('src/a/b.ts', 'one');
  });

  it('changes with content, name, new and lost files', () => {
    const seen = new Set([hash()]);
    write('src/a/b.ts', 'two');
    seen.add(hash());
    write('src/a/c.ts', '');
    seen.add(hash());
    rmSync(join(folder, 'src/a/b.ts'));
    seen.add(hash());
    write('src/a/d.ts', 'two');
    seen.add(hash());
    expect(seen.size).toBe(5);
  });

  it('stays the same when a file is written again or a test changes', () => {
    const before = hash();
    write('src/a/b.ts', 'one');
    write('src/a/b.test.ts', 'anything');
    expect(hash()).toBe(before);
  });

  it('does not confuse the end of one file with the start of the next', () => {
    write('src/1.ts', 'ab');
    write('src/2.ts', 'c');
    const before = hash();
    write('src/1.ts', 'a');
    write('src/2.ts', 'bc');
    expect(hash()).not.toBe(before);
  });
});

describe('the browser', () => {
  const having = (...paths: string[]) => ({ exists: (path: string) => paths.includes(path) });

  it('is the one that LINLI_BROWSER names, or a clear refusal', () => {
    const env = { LINLI_BROWSER: '/opt/browser' };
    expect(findBrowser({ env, ...having('/opt/browser', '/usr/bin/chromium') })).toBe('/opt/browser');
    expect(() => findBrowser({ env, ...having() })).toThrow(/does not exist/);
  });

  it('is found on the path, in the usual places, or not at all', () => {
    const linux = { platform: 'linux', env: { PATH: '/a' } };
    expect(findBrowser({ ...linux, ...having('/a/microsoft-edge') })).toBe('/a/microsoft-edge');
    expect(findBrowser({ ...linux, ...having('/usr/bin/chromium') })).toBe('/usr/bin/chromium');
    expect(findBrowser({ ...linux, ...having() })).toBeNull();
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser({ platform: 'darwin', env: {}, ...having(chrome) })).toBe(chrome);
  });
});

describe('command line options', () => {
  it('are read with and without equals sign, and unknown ones are refused', () => {
    const known = { flags: ['open'], values: ['port'] };
    expect(readArguments(['--open', '--port', '80'], known)).toEqual({ open: true, port: '80' });
    expect(readArguments(['--port=80'], known)).toEqual({ port: '80' });
    expect(() => readArguments(['--prot', '80'], known)).toThrow(/Unknown option/);
    expect(() => readArguments(['--port'], known)).toThrow(/needs a value/);
    expect(readPort('0')).toBe(0);
    expect(() => readPort('70000')).toThrow(/no port/);
    expect(() => readPort('http')).toThrow(/no port/);
  });
});

describe('the closing line', () => {
  it('adds checks and reports', () => {
    const report = { numPassedTests: 40, numFailedTests: 1, testResults: [] };
    expect(closingLine(sum([one(true), one(false), countsOf(report, 1)]))).toBe('41 passed, 2 failed');
    expect(closingLine(sum([]))).toBe('0 passed, 0 failed');
  });

  it('counts files that could not be loaded, runs without tests, and bad endings', () => {
    const broken = {
      numPassedTests: 3,
      numFailedTests: 0,
      testResults: [{ status: 'failed', assertionResults: [] }],
    };
    expect(countsOf(broken, 1)).toEqual({ passed: 3, failed: 1 });
    expect(countsOf(null, 1)).toEqual({ passed: 0, failed: 1 });
    expect(countsOf({ numPassedTests: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
    expect(countsOf({ numPassedTests: 5 }, 1)).toEqual({ passed: 5, failed: 1 });
  });
});
