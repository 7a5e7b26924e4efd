/** The language of the screen, for what carries both texts itself: code lists, reasons, themes. */
import { useTranslation } from 'react-i18next';
import type { Language } from '../../domain/reasons.ts';

export const useLanguage = (): Language => (useTranslation().i18n.language === 'en' ? 'en' : 'zh');
