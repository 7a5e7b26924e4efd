import { describe, expect, it } from 'vitest';
import { createIdSource } from '../ids.ts';
import { disclose } from './disclose.ts';

const newId = createIdSource(
  () => 1_790_000_000_000,
  () => 0.4,
);
const stamp = { communityId: newId(), by: '1号窗口', at: 1_790_000_000_000, newId };
const input = { kind: 'export', what: '居民名册', rows: 12, clear: false, reason: '' } as const;

describe('disclose', () => {
  it('notes what left, and when', () => {
    const result = disclose.run(null, input, stamp);
    expect(result.ok && result.value.changes).toMatchObject([
      { table: 'disclosures', put: { ...input, on: '2026-09-21' } },
    ]);
  });
  it('lets nothing out in the clear without a reason', () => {
    for (const reason of ['', ' ', '看'])
      expect(disclose.run(null, { ...input, clear: true, reason }, stamp).ok).toBe(false);
    expect(disclose.run(null, { ...input, clear: true, reason: '街道核对' }, stamp).ok).toBe(true);
  });
});
