/** Day or night, the date and the hour the sun stands as on. */
import { Segmented, Slider } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type Mode, useView } from '../../state/view.ts';
import { Section } from '../../ui/parts/Section.tsx';
import styles from './SunControls.module.css';

const clock = (hour: number): string => {
  const minutes = Math.round(hour * 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

export const SunControls = (): ReactElement => {
  const { t } = useTranslation();
  const { mode, date, hour, setMode, setDate, setHour } = useView();
  return (
    <Section title={t('staff.sun.title')}>
      <Segmented<Mode>
        block
        value={mode}
        onChange={setMode}
        options={[
          { value: 'day', label: t('staff.sun.day') },
          { value: 'night', label: t('staff.sun.night') },
        ]}
      />
      <label className={styles['line']}>
        <span>{t('staff.sun.date')}</span>
        <input
          type="date"
          className={styles['date']}
          value={date}
          onChange={(event) => event.target.value && setDate(event.target.value)}
        />
      </label>
      <div className={styles['line']}>
        <span>{t('staff.sun.hour')}</span>
        <output className={styles['hour']}>{clock(hour)}</output>
      </div>
      <Slider
        min={5}
        max={21}
        step={0.25}
        value={hour}
        onChange={setHour}
        marks={{ 6: '6', 9: '9', 12: '12', 15: '15', 18: '18' }}
        tooltip={{ formatter: (value) => clock(value ?? 0) }}
        ariaLabelForHandle={t('staff.sun.hour')}
        ariaValueTextFormatterForHandle={clock}
      />
    </Section>
  );
};
