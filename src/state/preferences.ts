/**
 * What this desk prefers: the language, the name it signs the history with (a window or post such as "1号窗口"), and how finely the
 * scene is drawn.
 */
import { create } from 'zustand';
import type { Language } from '../domain/reasons.ts';
import { readPersisted, writePersisted } from './persisted.ts';

/** `auto` asks the graphics driver. */
export type Drawing = 'auto' | 'low' | 'high';

interface Kept {
  readonly language: Language;
  readonly deskName: string;
  readonly drawing: Drawing;
}
interface PreferencesState extends Kept {
  setLanguage: (language: Language) => void;
  setDeskName: (name: string) => void;
  setDrawing: (drawing: Drawing) => void;
}

const KEY = 'linli.preferences';
const DEFAULTS: Kept = { language: 'zh', deskName: '', drawing: 'auto' };

const opening = (): Kept => {
  const kept = readPersisted(KEY, DEFAULTS);
  return {
    ...kept,
    language: kept.language === 'en' ? 'en' : 'zh',
    drawing: kept.drawing === 'low' || kept.drawing === 'high' ? kept.drawing : 'auto',
  };
};

export const usePreferences = create<PreferencesState>()((set) => ({
  ...opening(),
  setLanguage: (language) => set({ language }),
  setDeskName: (deskName) => set({ deskName: deskName.trim().slice(0, 30) }),
  setDrawing: (drawing) => set({ drawing }),
}));

usePreferences.subscribe(({ language, deskName, drawing }) =>
  writePersisted(KEY, { language, deskName, drawing }),
);
