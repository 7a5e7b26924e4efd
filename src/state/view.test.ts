import { describe, expect, it } from 'vitest';
import { readPersisted } from './persisted.ts';
import { openingHour, useView } from './view.ts';

describe('view', () => {
  it('opens at the hour of the community while the sun is up, else in the afternoon', () => {
    expect(openingHour(Date.parse('2026-06-01T02:30:00Z'))).toBe(10.5);
    expect(openingHour(Date.parse('2026-06-01T15:00:00Z'))).toBe(16);
    expect(openingHour(Date.parse('2026-05-31T22:00:00Z'))).toBe(16);
  });
  it('numbers requests, so that the same wish can be said twice', () => {
    useView.getState().requestCamera({ kind: 'home' });
    const first = useView.getState().cameraRequest?.seq ?? 0;
    useView.getState().requestCamera({ kind: 'home' });
    expect(useView.getState().cameraRequest).toEqual({ kind: 'home', seq: first + 1 });
  });
  it('saves the view only when there is one', () => {
    useView.getState().saveView('early');
    expect(useView.getState().savedViews).toEqual([]);
    useView.getState().setPose({ position: [1, 2, 3], target: [0, 0, 0] });
    useView.getState().saveView('gate');
    const [view] = useView.getState().savedViews;
    expect(view).toMatchObject({ name: 'gate', position: [1, 2, 3] });
    useView.getState().deleteView(view?.id ?? '');
    expect(useView.getState().savedViews).toEqual([]);
  });
  it('keeps the sun within the day', () => {
    useView.getState().setHour(31);
    expect(useView.getState().hour).toBe(24);
  });
});

describe('persisted', () => {
  it('falls back to the defaults where there is no storage', () => {
    expect(readPersisted('nowhere', { a: 1 })).toEqual({ a: 1 });
  });
});
