import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createFrame } from '../../geometry/frame.ts';
import { GridColours } from '../map/colours.ts';
import { mergeAndSplit, newPlan, open, openSample } from '../fixtures/sample-plan.ts';
import { formerBorders, planIn3d } from './plan-in-3d.ts';
import { hexOf } from './rgb-of.ts';

const inHex = (rgba: Uint8Array, row: number): string =>
  `#${[0, 1, 2].map((at) => (rgba[row * 4 + at] ?? 0).toString(16).padStart(2, '0')).join('')}`;

describe('planIn3d', () => {
  it('shows the plan and what was before: borders, sums, and every house in the colour of its grid', async () => {
    await openSample();
    const plan = await newPlan();
    const { session, loaded } = await open(plan);
    const { kept, gone, made } = mergeAndSplit(session);
    const anchor = loaded.community?.anchor;
    if (anchor === undefined) throw new Error('no community');
    const colours = new GridColours();
    const say = (households: number): string => `${households} 户`;
    const { now, before, former } = planIn3d(session, createFrame(anchor), colours, false, say);

    // The border between the two that became one is a ghost, the outline is none.
    expect(former.length).toBeGreaterThan(0);
    const ends = new Set(former.flat().map((point) => point.join()));
    const rim = new Set(loaded.community?.outline.flat(2).map((point) => point.join()));
    expect([...ends].some((end) => !rim.has(end))).toBe(true);
    expect(formerBorders(session.base, session.base, createFrame(anchor))).toEqual([]);

    const ids = (state: typeof now): string[] => state.grids.map(({ id }) => id).sort();
    expect(ids(before)).toEqual(loaded.grids.map(({ id }) => id).sort());
    expect(ids(now)).toEqual([...ids(before).filter((id) => id !== gone), made].sort());
    const total = (state: typeof now): number => state.grids.reduce((sum, one) => sum + one.households, 0);
    expect(total(now)).toBe(total(before));
    expect(total(now)).toBeGreaterThan(3000);

    for (const [state, faceOf] of [
      [now, session.assignment.faceOf],
      [before, session.baseFaceOf],
    ] as const) {
      const colourOf = new Map(state.grids.map(({ id, colour }) => [id, colour]));
      expect(state.rgba.length).toBe(loaded.buildings.length * 4);
      for (const [row, id] of faceOf.entries()) expect(inHex(state.rgba, row)).toBe(colourOf.get(id ?? ''));
      for (const { note, households, boundary } of state.grids) {
        expect(note).toBe(`${households} 户`);
        expect(boundary[0]?.[0]?.length).toBeGreaterThan(2);
      }
    }
    // The one grid that is in both has one colour, and not that of a grid that was.
    expect(now.grids.find(({ id }) => id === kept)?.colour).toBe(
      before.grids.find(({ id }) => id === kept)?.colour,
    );
    expect(hexOf(colours.solid(gone, false))).toBe(before.grids.find(({ id }) => id === gone)?.colour);
  });
});
