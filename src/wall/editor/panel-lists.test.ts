import { describe, expect, it } from 'vitest';
import { moveBy } from './PanelLists.tsx';

describe('moving a panel', () => {
  it.each([
    ['ages', 1, ['care', 'ages', 'trend']],
    ['trend', -1, ['ages', 'trend', 'care']],
    ['ages', -1, ['ages', 'care', 'trend']],
    ['trend', 1, ['ages', 'care', 'trend']],
    ['homes', 1, ['ages', 'care', 'trend']],
  ] as const)('%s by %i', (key, step, expected) =>
    expect(moveBy(['ages', 'care', 'trend'], key, step)).toEqual(expected),
  );
});
