/** The head of the wall: whose community it is on the left; date, weather and clock on the right. Nothing in its middle, where bezels are. */
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf, formatDate } from '../../domain/dates.ts';
import { usePlaces } from '../../state/places.ts';
import { useLanguage } from '../../ui/i18n/use-language.ts';
import { clockText, wallNow, weekdayOf } from '../clock.ts';
import { useFigures } from '../figures/follow.ts';
import { useSettings } from '../settings/settings-store.ts';
import styles from './Header.module.css';

/** The minute now; its change is the only thing that draws the head anew. */
const useMinute = (): number => {
  const minuteOf = (): number => Math.floor(wallNow() / 60_000);
  const [minute, setMinute] = useState(minuteOf);
  useEffect(() => {
    const timer = setInterval(() => setMinute(minuteOf()), 1000);
    return () => clearInterval(timer);
  }, []);
  return minute * 60_000;
};

export const Header = ({ area }: { readonly area: string }): ReactElement => {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useMinute();
  const community = usePlaces((s) => s.community);
  const { title, weather } = useSettings((s) => s.settings);
  const failed = useFigures((s) => s.failed);
  const [hours, minutes] = clockText(now).split(':');
  return (
    <header className={styles['header']} style={{ gridArea: area }}>
      <div className={styles['name']}>
        <h1>{title || community?.name}</h1>
        <span className={styles['place']}>{community?.district}</span>
        {community?.synthetic && (
          <span className={styles['synthetic']} role="note" data-testid="synthetic-mark">
            {t('wall.synthetic')}
          </span>
        )}
      </div>
      <div className={styles['now']}>
        {weather !== '' && <span className={styles['weather']}>{weather}</span>}
        <span className={styles['date']}>
          {formatDate(dateOf(now), language)}
          <span className={styles['weekday']}>
            {language === 'zh' ? ' ' : ', '}
            {t(`wall.weekday.d${weekdayOf(now)}`)}
          </span>
        </span>
        <time className={styles['clock']}>
          {hours}
          <i>:</i>
          {minutes}
        </time>
        <span className={styles['heart']} data-failed={failed} />
      </div>
    </header>
  );
};
