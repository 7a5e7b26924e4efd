import { describe, expect, it } from 'vitest';
import { certificateSchema } from '../../domain/records/index.ts';
import { en } from '../../ui/i18n/en/index.ts';
import { zh } from '../../ui/i18n/zh/index.ts';
import { DAMAGES } from '../fixtures/coverage-damages.ts';
import { checkRecords, coverageSample } from '../fixtures/coverage-sample.ts';
import { certificateChecksum, certificateOf } from './certificate.ts';

const sample = coverageSample();
const at = 1_790_762_400_000;
const issue = (records: typeof sample) =>
  certificateOf(records, checkRecords(records), { by: '一号窗口', at, checksum: 'a'.repeat(64) });

describe('certificateOf', () => {
  it('the sample gets the one of “no blank spot”', () => {
    const certificate = issue(sample);
    expect(certificateSchema.safeParse({ ...certificate, number: '2026-001' }).success).toBe(true);
    expect(certificate).toMatchObject({ isWhole: true, gaps: [], by: '一号窗口', at });
    expect(certificate.grids.map(({ code }) => code)).toEqual(sample.grids.map(({ code }) => code));
    expect(certificate.themes.find(({ theme }) => theme === 'heads')).toMatchObject({
      checked: 84,
      ok: 84,
      gaps: 0,
      remarks: 4,
    });
  });
  it('every damage is on it with its place, in words of both languages', () => {
    const textAt = (catalogue: object, key: string): unknown =>
      key.split('.').reduce<unknown>((here, part) => (here as Record<string, unknown>)?.[part], catalogue);
    for (const damage of Object.values(DAMAGES)) {
      const { records, expected } = damage(5);
      const { isWhole, gaps } = issue(records);
      expect(isWhole).toBe(expected.length === 0);
      expect(gaps.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
      for (const { rule, places, count } of gaps) {
        expect([textAt(zh, `coverage.rule.${rule}`), textAt(en, `coverage.rule.${rule}`)]).toEqual([
          expect.any(String),
          expect.any(String),
        ]);
        expect(places.length).toBeLessThanOrEqual(count);
      }
    }
  });
  it('ground without a grid is told by its coordinates', () => {
    const { gaps } = issue({ ...sample, grids: sample.grids.slice(1) });
    const [gap] = gaps.filter(({ rule }) => rule === 'ground.gap');
    expect(gap?.places[0]).toMatch(/^107\.6\d{4} 35\.7\d{4}$/);
  });
  it('names nobody, and no room', () => {
    const records = { ...sample, memberships: sample.memberships.map((one) => ({ ...one, branchId: null })) };
    const text = JSON.stringify(issue(records));
    const names = sample.residents.map(({ personal }) => personal.name).filter((name) => name.length > 2);
    expect(names.filter((name) => text.includes(name))).toEqual([]);
    expect(text).not.toMatch(/单元|室"/);
    expect(text.length).toBeLessThan(8000);
  });
});

describe('its checksum', () => {
  it('is that of the data: one field more or less is another one, a name is none', () => {
    const sum = certificateChecksum(sample);
    expect(certificateChecksum(coverageSample())).toBe(sum);
    const [first, ...rest] = sample.households;
    if (first === undefined) throw new Error('no household');
    expect(
      certificateChecksum({ ...sample, households: [{ ...first, size: first.size + 1 }, ...rest] }),
    ).not.toBe(sum);
    const residents = sample.residents.map((one) => ({
      ...one,
      personal: { ...one.personal, name: '云某' },
    }));
    expect(certificateChecksum({ ...sample, residents })).toBe(sum);
  });
});
