import { describe, expect, it } from 'vitest';
import { cardOf } from './matter-card.ts';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const due = (dueAt: number | null) => ({ open: true, finishedAt: null, dueAt });

describe('cards', () => {
  // 2026-09-25 is a Friday.
  it.each([
    ['2026-09-24T09:00', 'none'],
    ['2026-09-25T17:59', 'none'],
    ['2026-09-25T18:00', 'yellow'],
    ['2026-09-28T18:00', 'yellow'],
    ['2026-09-28T18:01', 'red'],
  ])('at %s for the end of Monday: %s', (now, card) =>
    expect(cardOf(due(at('2026-09-28T18:00')), at(now))).toBe(card),
  );

  it('are not shown by what is finished, closed, or without a deadline', () => {
    const now = at('2026-10-01T09:00');
    const late = due(at('2026-09-01T18:00'));
    expect(cardOf({ ...late, finishedAt: at('2026-09-02T09:00') }, now)).toBe('none');
    expect(cardOf({ ...late, open: false }, now)).toBe('none');
    expect(cardOf(due(null), now)).toBe('none');
  });
});
