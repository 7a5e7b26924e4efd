import { beforeEach, describe, expect, it } from 'vitest';
import { useWallView } from '../../state/wall-view.ts';
import type { GridFigures } from '../figures/shown.ts';
import { TOUR_PARTS } from '../settings/settings.ts';
import { indexOfKey, keyOf, stopsOf } from './stops.ts';
import { useTour } from './tour-store.ts';
import { gridValues, paintWall } from './wall-themes.ts';

const PLACES = {
  grids: [
    { id: 'G1', sequence: 1 },
    { id: 'G2', sequence: 2 },
  ],
  facilities: [{ kind: 'gym' }, { kind: 'clinic' }, { kind: 'gym' }],
} as const;

describe('stops', () => {
  it('are the overview, each grid, each kind there is, each theme', () => {
    const keys = stopsOf(TOUR_PARTS, PLACES).map(keyOf);
    expect(keys.slice(0, 5)).toEqual(['overview', 'grid-1', 'grid-2', 'facility-clinic', 'facility-gym']);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key.startsWith('theme-'))).toHaveLength(6);
  });
  it('are never none', () => expect(stopsOf([], PLACES)).toEqual([{ kind: 'overview' }]));
  it('are found by their name', () => {
    const stops = stopsOf(TOUR_PARTS, PLACES);
    stops.forEach((stop, at) => expect(indexOfKey(stops, keyOf(stop))).toBe(at));
    expect(indexOfKey(stops, 'grid-9')).toBe(-1);
    expect(indexOfKey(stops, null)).toBe(-1);
  });
});

describe('the tour', () => {
  beforeEach(() => useTour.getState().setStops(stopsOf(TOUR_PARTS, PLACES), 0));

  it('shows every stop and begins anew', () => {
    const { stops } = useTour.getState();
    const rounds = useTour.getState().rounds;
    const shots = new Set<number>();
    for (let k = 0; k < stops.length; k++) {
      shots.add(useWallView.getState().shotSeq);
      useTour.getState().next();
    }
    expect(shots.size).toBe(stops.length);
    expect(useTour.getState().index).toBe(0);
    expect(useTour.getState().rounds).toBe(rounds + 1);
  });

  it('steps back over its beginning, and nowhere it does not know', () => {
    useTour.getState().previous();
    expect(useTour.getState().index).toBe(useTour.getState().stops.length - 1);
    useTour.getState().go(99);
    expect(useTour.getState().index).toBe(useTour.getState().stops.length - 1);
  });
});

const grid = (id: string, floating: GridFigures['floating']): GridFigures => ({
  id,
  sequence: 1,
  name: id,
  kind: 'basic',
  residents: 100,
  households: 40,
  members: 10,
  floating,
  lowIncomeHouseholds: 6,
  careNeeds: 9,
  organisations: 1,
  openMatters: 0,
});

describe('themes of a wall', () => {
  it('colour grids, the highest deepest, and leave hidden ones grey', () => {
    const values = gridValues('floating', [grid('A', 10), grid('B', 40), grid('C', 'few')]);
    expect(values.map(({ id, value }) => [id, value])).toEqual([
      ['B', 0.4],
      ['A', 0.1],
      ['C', null],
    ]);
    expect(new Set(values.map(({ colour }) => colour)).size).toBe(3);
  });

  it('give every building of a grid one colour, so that no house stands out', () => {
    const places = {
      buildings: [{}, {}, {}],
      grids: [{ id: 'A' }, { id: 'B' }],
      gridOfBuilding: Int32Array.from([0, 0, 1]),
      stats: {},
    } as unknown as Parameters<typeof paintWall>[1];
    const { rgba, themed } = paintWall('floating', places, [grid('A', 10), grid('B', 40)]);
    const texels = new Uint32Array(rgba.buffer);
    expect(themed).toBe(true);
    expect(texels[0]).toBe(texels[1]);
    expect(texels[0]).not.toBe(texels[2]);
  });
});
