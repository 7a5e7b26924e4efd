/**
 * The languages of the screen. One catalogue per language and area (`zh/staff.ts`, `en/staff.ts`); the area is the first part of
 * every key: `t('staff.house.title')`. Chinese is the default and the fallback; English is bundled too, so switching never waits.
 */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../domain/reasons.ts';
import { en } from './en/index.ts';
import { zh } from './zh/index.ts';

export const TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** Starts i18n in the given language; must run before the first component is drawn. */
export const startI18n = (language: Language): void => {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
    saveMissing: import.meta.env.DEV,
    missingKeyHandler: (languages, _namespace, key) => {
      console.error(`Missing text "${key}" in ${languages.join(', ')}`);
    },
  });
  applyToDocument(language);
};

const applyToDocument = (language: Language): void => {
  document.documentElement.lang = TAGS[language];
  document.title = i18next.t('common.appTitle');
};

export const switchLanguage = async (language: Language): Promise<void> => {
  await i18next.changeLanguage(language);
  applyToDocument(language);
};
