/**
 * Where the tour stands and whether it goes on by itself. A stop waits until its time is over; while somebody has the camera, or a
 * presenter has stopped it, time stands still.
 */
import { create } from 'zustand';
import { useWallView } from '../../state/wall-view.ts';
import { shotOf, type Stop } from './stops.ts';

interface TourState {
  readonly stops: readonly Stop[];
  readonly index: number;
  readonly playing: boolean;
  /** Rounds completed since the wall was opened. */
  readonly rounds: number;
  setStops: (stops: readonly Stop[], index: number) => void;
  go: (index: number) => void;
  next: () => void;
  previous: () => void;
  play: (on: boolean) => void;
}

const show = (stop: Stop | undefined): void => {
  if (stop) useWallView.getState().show(shotOf(stop));
};

export const useTour = create<TourState>()((set, get) => ({
  stops: [{ kind: 'overview' }],
  index: 0,
  playing: true,
  rounds: 0,
  setStops: (stops, index) => {
    set({ stops, index: Math.min(Math.max(0, index), stops.length - 1) });
    show(get().stops[get().index]);
  },
  go: (index) => {
    const { stops } = get();
    if (index < 0 || index >= stops.length) return;
    set({ index });
    show(stops[index]);
  },
  next: () => {
    const { stops, index, rounds } = get();
    const to = (index + 1) % stops.length;
    if (to === 0) set({ rounds: rounds + 1 });
    get().go(to);
  },
  previous: () => {
    const { stops, index } = get();
    get().go((index + stops.length - 1) % stops.length);
  },
  play: (playing) => set({ playing }),
}));

export const stopNow = (): Stop => {
  const { stops, index } = useTour.getState();
  return stops[index] ?? { kind: 'overview' };
};
