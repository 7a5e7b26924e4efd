/** What this desk prefers: the language, and the name it signs the history with (a window or post such as "1号窗口"). */
import { create } from 'zustand';
import type { Language } from '../domain/reasons.ts';
import { readPersisted, writePersisted } from './persisted.ts';

interface Kept {
  readonly language: Language;
  readonly deskName: string;
}
interface PreferencesState extends Kept {
  setLanguage: (language: Language) => void;
  setDeskName: (name: string) => void;
}

const KEY = 'linli.preferences';
const DEFAULTS: Kept = { language: 'zh', deskName: '' };

const opening = (): Kept => {
  const kept = readPersisted(KEY, DEFAULTS);
  return { ...kept, language: kept.language === 'en' ? 'en' : 'zh' };
};

export const usePreferences = create<PreferencesState>()((set) => ({
  ...opening(),
  setLanguage: (language) => set({ language }),
  setDeskName: (deskName) => set({ deskName: deskName.trim().slice(0, 30) }),
}));

usePreferences.subscribe(({ language, deskName }) => writePersisted(KEY, { language, deskName }));
