/**
 * The legend over the scene: what the colours mean, how many of each there are, and the theme itself to choose. A click on a class
 * of buildings hides or shows it. Inside an opened building it explains the colours of its homes.
 */
import { Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useInterior } from '../../state/interior.ts';
import { usePlaces } from '../../state/places.ts';
import {
  dwellingLegend,
  THEME_HINTS,
  THEME_KEYS,
  THEME_LABELS,
  type ThemeKey,
  useTheme,
} from '../../state/themes.ts';
import { IconButton } from '../../ui/parts/IconButton.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import styles from './Legend.module.css';
import { LegendClass } from './LegendClass.tsx';

export const Legend = (): ReactElement => {
  const { t, language } = useWords();
  const [open, setOpen] = useState(true);
  const theme = useTheme((s) => s.theme);
  const setTheme = useTheme((s) => s.setTheme);
  // Where no model was brought in there is nothing to tell apart.
  const modelled = usePlaces((s) => s.models.meshOf.size > 0);
  const themes = THEME_KEYS.filter((key) => key !== 'models' || modelled || theme === 'models');
  return (
    <section className={styles['legend']} aria-label={t('staff.legend.label')}>
      <div className={styles['head']}>
        <Select<ThemeKey>
          variant="borderless"
          size="small"
          className={styles['theme'] ?? ''}
          aria-label={t('staff.legend.theme')}
          value={theme}
          onChange={setTheme}
          placement="topLeft"
          listHeight={400}
          popupMatchSelectWidth={false}
          options={themes.map((key) => ({ value: key, label: THEME_LABELS[key][language] }))}
        />
        <IconButton
          size="small"
          icon={open ? 'chevronDown' : 'chevronRight'}
          label={t(open ? 'staff.legend.fold' : 'staff.legend.unfold')}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        />
      </div>
      {open && (
        <div className={styles['body']}>
          <p className={styles['hint']}>{THEME_HINTS[theme][language]}</p>
          <LegendClasses />
        </div>
      )}
    </section>
  );
};

const LegendClasses = (): ReactElement => {
  const { t, language } = useWords();
  const theme = useTheme((s) => s.theme);
  const classes = useTheme((s) => s.classification.classes);
  const hidden = useTheme((s) => s.hiddenClasses);
  const inside = useInterior((s) => s.status === 'ready');
  const marks = useInterior((s) => s.marks);
  if (inside && marks.size > 0)
    return (
      <ul className={styles['classes']} aria-label={t('staff.legend.homes')}>
        {dwellingLegend(theme, { marks })
          .filter((each) => each.count > 0)
          .map((each) => (
            <LegendClass
              key={each.label.en}
              label={each.label[language]}
              colour={each.colour}
              count={each.count}
            />
          ))}
      </ul>
    );
  return (
    <>
      <ul className={styles['classes']} aria-label={t('staff.legend.buildings')}>
        {classes.map((each, at) => (
          <LegendClass
            key={each.label.en}
            label={each.label[language]}
            colour={each.colour}
            count={each.amount ?? each.count}
            shown={!hidden.has(at)}
            onToggle={() => useTheme.getState().toggleClass(at)}
            onSolo={() => useTheme.getState().soloClass(at)}
          />
        ))}
      </ul>
      {hidden.size > 0 && (
        <button type="button" className={styles['all']} onClick={() => useTheme.getState().showAllClasses()}>
          {t('staff.legend.showAll')}
        </button>
      )}
    </>
  );
};
