import { describe, expect, it, vi } from 'vitest';
import { StoreError } from '../storage/failures.ts';
import { whyNotOpened } from './opening-failures.ts';
import { selectionPath } from './selection-route.ts';
import { commandOf } from './shell/use-shortcuts.ts';

vi.mock('../storage/index.ts', () => ({}));

const key = (over: Partial<KeyboardEvent>) => ({
  key: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...over,
});

describe('commandOf', () => {
  it.each([
    [{ key: 'z', ctrlKey: true }, 'undo'],
    [{ key: 'Z', ctrlKey: true, shiftKey: true }, 'redo'],
    [{ key: 'y', ctrlKey: true }, 'redo'],
    [{ key: 'z', metaKey: true }, 'undo'],
    [{ key: 'Escape' }, 'back'],
    [{ key: '?', shiftKey: true }, 'help'],
    [{ key: 'z' }, null],
    [{ key: 'z', ctrlKey: true, altKey: true }, null],
    [{ key: 'k', ctrlKey: true }, null],
  ])('%o is %s', (event, command) => expect(commandOf(key(event))).toBe(command));
});

describe('selectionPath', () => {
  it.each([
    ['/staff', ''],
    ['/staff/', ''],
    ['/staff/building/B/floor/3', '/building/B/floor/3'],
    ['/staff/lists', null],
    ['/staff/lists/residents', null],
  ])('%s names %s', (pathname, path) => expect(selectionPath(pathname)).toBe(path));
});

describe('whyNotOpened', () => {
  it('gives the reason of storage as it is', () => {
    const reason = { code: 'storage.full', zh: '磁盘空间不足', en: 'The disk is full' };
    expect(whyNotOpened(new StoreError(reason)).reason).toEqual(reason);
  });
  it.each([
    [new DOMException('x', 'QuotaExceededError'), 'start.full'],
    [new DOMException('x', 'SecurityError'), 'start.noDatabase'],
    [new TypeError('Failed to fetch'), 'start.sampleMissing'],
    ['odd', 'start.failedText'],
  ])('says a sentence for %s', (error, sentence) => expect(whyNotOpened(error).key).toBe(sentence));
});
