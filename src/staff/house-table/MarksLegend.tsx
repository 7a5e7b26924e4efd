/** What the marks in the 楼盘表 mean. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MarkGlyph } from './MarkGlyph.tsx';
import styles from './MarksLegend.module.css';
import { MARK_KEYS } from './marks.ts';

export const MarksLegend = (): ReactElement => {
  const { t } = useTranslation();
  return (
    <ul className={styles['legend']} aria-label={t('staff.house.legend')}>
      {MARK_KEYS.map((key) => (
        <li key={key}>
          <MarkGlyph mark={key} size={10} />
          {t(`staff.marks.${key}`)}
        </li>
      ))}
      {(['vacant', 'let', 'business'] as const).map((key) => (
        <li key={key}>
          <span className={styles['letter']} data-vacant={key === 'vacant'}>
            {t(`staff.marks.${key}Short`)}
          </span>
          {t(`staff.marks.${key}`)}
        </li>
      ))}
    </ul>
  );
};
