/** How wide the side panels are and whether they are open: kept in this browser, bounded so that the scene always keeps its place. */
import { create } from 'zustand';
import { readPersisted, writePersisted } from '../../state/persisted.ts';

export type Side = 'left' | 'right';
interface Kept {
  readonly left: number;
  readonly right: number;
  readonly leftOpen: boolean;
  readonly rightOpen: boolean;
}
interface PanelSizes extends Kept {
  setWidth: (side: Side, pixels: number) => void;
  setOpen: (side: Side, open: boolean) => void;
  toggle: (side: Side) => void;
}

const KEY = 'linli.desk';
export const WIDTH_LIMITS: Readonly<Record<Side, readonly [least: number, most: number]>> = {
  left: [232, 480],
  right: [344, 960],
};
const DEFAULTS: Kept = { left: 272, right: 440, leftOpen: true, rightOpen: true };

export const boundWidth = (side: Side, pixels: number): number => {
  const [least, most] = WIDTH_LIMITS[side];
  return Math.round(Math.min(most, Math.max(least, pixels)));
};

const opening = (): Kept => {
  const kept = readPersisted(KEY, DEFAULTS);
  return { ...kept, left: boundWidth('left', kept.left), right: boundWidth('right', kept.right) };
};

export const usePanelSizes = create<PanelSizes>()((set) => ({
  ...opening(),
  setWidth: (side, pixels) => set({ [side]: boundWidth(side, pixels) }),
  setOpen: (side, open) => set(side === 'left' ? { leftOpen: open } : { rightOpen: open }),
  toggle: (side) => set((s) => (side === 'left' ? { leftOpen: !s.leftOpen } : { rightOpen: !s.rightOpen })),
}));

usePanelSizes.subscribe(({ left, right, leftOpen, rightOpen }) =>
  writePersisted(KEY, { left, right, leftOpen, rightOpen }),
);
