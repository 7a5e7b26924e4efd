import { describe, expect, it } from 'vitest';
import { householdBandOf, reasonsAgainstBand } from './household-target.ts';

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

describe('the community’s band', () => {
  it('rises from far too few to far too many, equal numbers among it', () => {
    expect(reasonsAgainstBand(band)).toEqual([]);
    expect(reasonsAgainstBand({ min: 300, max: 300, warnBelow: 300, warnAbove: 300 })).toEqual([]);
    expect(reasonsAgainstBand({ min: 0, max: 0, warnBelow: 0, warnAbove: 0 })).toEqual([]);
  });
  it.each([
    [{ min: 501 }, ['gridBand.order', 'settings.gridBand.min']],
    [{ warnBelow: 301 }, ['gridBand.warnBelow', 'settings.gridBand.warnBelow']],
    [{ warnAbove: 499 }, ['gridBand.warnAbove', 'settings.gridBand.warnAbove']],
    [{ warnBelow: -1 }, ['gridBand.negative', 'settings.gridBand.warnBelow']],
  ])('is refused with %j', (patch, [code, field]) => {
    const reasons = reasonsAgainstBand({ ...band, ...patch });
    expect(reasons.map((reason) => [reason.code, reason.field])).toEqual([[code, field]]);
    for (const { zh, en } of reasons) {
      expect(zh).toMatch(/请改正。$/);
      expect(en).toMatch(/please correct (it|them)\.$/);
    }
  });
});
