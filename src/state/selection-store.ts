/**
 * What is selected and what the pointer is over. The tree, the scene, the panel and the URL all read and write it here, so they
 * always agree. A reference from the URL names only a kind and an id; the ids around it are looked up in the database.
 */
import { create } from 'zustand';
import { locate } from '../storage/index.ts';
import { duringWork } from './busy.ts';
import { NOTHING, type Selection, type SelectionRef, sameSelection, stepBack } from './selection.ts';

/** What a pointer can be over: selecting a hit is `select(hit)`. */
export type Hit = Exclude<Selection, { kind: 'none' | 'household' | 'resident' }>;

interface SelectionState {
  readonly selection: Selection;
  readonly hovered: Hit | null;
  /** A reference that named nothing: the desk says so. */
  readonly missing: SelectionRef | null;
  /** How often something was selected: the address follows it. What an address named in vain is not counted. */
  readonly picks: number;
  select: (selection: Selection) => void;
  hover: (hit: Hit | null) => void;
  /** One step out: resident → home → building → nothing. */
  back: () => void;
  /** Selects what a reference names, after looking up the ids around it. A later call wins over an earlier one. */
  open: (ref: SelectionRef) => Promise<void>;
  dismissMissing: () => void;
}

let lookUp = 0;

export const useSelection = create<SelectionState>()((set, get) => ({
  selection: NOTHING,
  hovered: null,
  missing: null,
  picks: 0,
  select: (selection) => {
    lookUp++;
    const { selection: before, picks } = get();
    set({
      selection: sameSelection(selection, before) ? before : selection,
      missing: null,
      picks: picks + 1,
    });
  },
  hover: (hit) => {
    const { hovered } = get();
    if (hit === hovered || (hit && hovered && sameSelection(hit, hovered))) return;
    set({ hovered: hit });
  },
  back: () => get().select(stepBack(get().selection)),
  open: async (ref) => {
    const turn = ++lookUp;
    const found =
      ref.kind === 'none' ? NOTHING : await duringWork('locate', () => locate(ref)).catch(() => null);
    if (turn !== lookUp) return;
    if (found) get().select(found);
    else set({ selection: NOTHING, missing: ref });
  },
  dismissMissing: () => set({ missing: null }),
}));
