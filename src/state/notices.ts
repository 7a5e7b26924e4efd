/** Short messages to the person at the desk. The shell shows them; texts are catalogue keys, values in them are never personal. */
import { create } from 'zustand';
import type { EditLabel } from '../domain/edit.ts';
import type { Reason } from '../domain/reasons.ts';

export interface Notice {
  readonly id: number;
  readonly kind: 'success' | 'info' | 'warning' | 'error';
  /** A key of the catalogue. */
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** The edit it speaks of; its own text becomes the value `label` of the message. */
  readonly label?: EditLabel;
  /** Reasons of a refusal, shown in the language of the desk. */
  readonly reasons?: readonly Reason[];
  /** Offers "Undo" while it is the latest step. */
  readonly undoSeq?: number;
  /** A page where something can be done about it: its route, and the catalogue key of the button. */
  readonly way?: { readonly hash: string; readonly key: string };
}

interface NoticesState {
  readonly notices: readonly Notice[];
  notify: (notice: Omit<Notice, 'id'>) => void;
  dismiss: (id: number) => void;
}

const MOST = 5;
let nextId = 1;

export const useNotices = create<NoticesState>()((set) => ({
  notices: [],
  notify: (notice) => set((s) => ({ notices: [...s.notices, { ...notice, id: nextId++ }].slice(-MOST) })),
  dismiss: (id) => set((s) => ({ notices: s.notices.filter((notice) => notice.id !== id) })),
}));

export const notify = (notice: Omit<Notice, 'id'>): void => useNotices.getState().notify(notice);
