import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asBeat, asOrder } from './channel.ts';

describe('messages of the channel', () => {
  it.each([
    [
      { kind: 'go', stop: 'grid-3' },
      { kind: 'go', stop: 'grid-3' },
    ],
    [{ kind: 'next', more: 1 }, { kind: 'next' }],
    [
      { kind: 'light', light: 'night' },
      { kind: 'light', light: 'night' },
    ],
    [{ kind: 'light', light: 'pink' }, null],
    [{ kind: 'go' }, null],
    [{ kind: 'format disk' }, null],
    ['next', null],
  ])('%o is %o', (message, order) => expect(asOrder(message)).toEqual(order));

  it('of any shape do no harm', () =>
    fc.assert(
      fc.property(fc.anything(), (message) => {
        expect(() => [asOrder(message), asBeat(message)]).not.toThrow();
      }),
    ));
});
