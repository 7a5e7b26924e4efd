import { describe, expect, it, vi } from 'vitest';
import { pulsesOf } from './use-scene-input.ts';

vi.mock('../storage/index.ts', () => ({ onCommitted: () => () => undefined }));

const households = (id: string): number => (id === 'TOWER' ? 120 : 1);

describe('places that press', () => {
  it('beat once each, by what presses most', () =>
    expect(
      pulsesOf(
        [
          { buildingId: 'TOWER', gridId: 'G1', tone: 'yellow' },
          { buildingId: 'TOWER', gridId: 'G1', tone: 'red' },
        ],
        households,
      ),
    ).toEqual([{ buildingId: 'TOWER', gridId: null, tone: 'red' }]));

  it('never point at a house where one family lives', () =>
    expect(pulsesOf([{ buildingId: 'YARD', gridId: 'G2', tone: 'urgent' }], households)).toEqual([
      { buildingId: null, gridId: 'G2', tone: 'urgent' },
    ]));

  it('are nowhere where neither house nor grid is known', () =>
    expect(pulsesOf([{ buildingId: null, gridId: null, tone: 'red' }], households)).toEqual([]));
});
