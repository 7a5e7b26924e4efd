import { describe, expect, it } from 'vitest';
import { householdBandOf } from './household-target.ts';

const band = { min: 300, max: 500, warnBelow: 150, warnAbove: 600 };

describe('the households that a grid should have', () => {
  it('are the community’s for a basic grid, and none for a dedicated one', () => {
    expect(householdBandOf({ kind: 'basic' }, band)).toEqual(band);
    expect(householdBandOf({ kind: 'dedicated' }, band)).toBeNull();
  });
  it('are its own where it has a target, whatever its kind, and warned of as far off', () => {
    const target = { min: 100, max: 220 };
    for (const kind of ['basic', 'dedicated'] as const)
      expect(householdBandOf({ kind, target }, band)).toEqual({ ...target, warnBelow: 0, warnAbove: 320 });
    expect(householdBandOf({ kind: 'basic', target: { min: 400, max: 600 } }, band)?.warnBelow).toBe(250);
  });
});
