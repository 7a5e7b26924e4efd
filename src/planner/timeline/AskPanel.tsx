/** “What was my grid on 1 May?”: a day, a building by address or name or by a click on the map, and the answer. */
import { AutoComplete, Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { isRealDate } from '../../domain/dates.ts';
import type { Building } from '../../domain/records/index.ts';
import { usePlaces } from '../../state/places.ts';
import { locate } from '../../storage/index.ts';
import { useResults } from '../../ui/omnibox/use-results.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import type { Answer } from '../model/ask-day.ts';
import { AnswerText } from './AnswerText.tsx';
import { findBuildings } from './find-buildings.ts';
import styles from './timeline.module.css';

export interface AskPanelProps {
  readonly day: string;
  readonly today: string;
  readonly onDay: (day: string) => void;
  readonly building: Building | null;
  readonly onBuilding: (buildingId: string | null) => void;
  readonly answer: Answer | null;
  readonly branches: ReadonlyMap<string, string>;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Homes and people are found too: what is asked for is the building they are in now. */
const LIVED = new Set(['dwelling', 'resident', 'building']);

export const AskPanel = (props: AskPanelProps): ReactElement => {
  const { day, today, onDay, building, onBuilding, answer, branches } = props;
  const { t, building: nameOf } = useWords();
  const buildings = usePlaces((s) => s.buildings);
  const [text, setText] = useState('');
  const [typedDay, setTypedDay] = useState(day);
  const [lastDay, setLastDay] = useState(day);
  // The day may be moved on the axis meanwhile; what is half typed is nobody's day yet.
  if (lastDay !== day) {
    setLastDay(day);
    setTypedDay(day);
  }
  const { results } = useResults(text);
  const own = findBuildings(text, buildings).map(
    (one): Option => ({ value: `building ${one.id}`, label: nameOf(one) }),
  );
  const others = results
    .filter(({ kind, id }) => LIVED.has(kind) && !own.some(({ value }) => value === `${kind} ${id}`))
    .slice(0, 8)
    .map(
      ({ kind, id, title, subtitle }): Option => ({
        value: `${kind} ${id}`,
        label: subtitle === '' ? title : `${title} · ${subtitle}`,
      }),
    );
  const choose = async (value: string): Promise<void> => {
    setText('');
    const [kind = '', id = ''] = value.split(' ');
    if (kind === 'building') return onBuilding(id);
    const found = await locate({ kind, id });
    if (found !== null && 'buildingId' in found) onBuilding(found.buildingId);
  };
  const typeDay = (typed: string): void => {
    setTypedDay(typed);
    if (isRealDate(typed) && typed <= today) onDay(typed);
  };
  return (
    <section className={styles.ask} aria-labelledby="timeline-ask">
      <h2 id="timeline-ask" className={styles.part}>
        {t('timeline.ask.title')}
      </h2>
      <label className={styles.field}>
        {t('timeline.ask.day')}
        <span className={styles.row}>
          <Input
            type="date"
            value={typedDay}
            max={today}
            onChange={(event) => typeDay(event.target.value)}
            onBlur={() => setTypedDay(day)}
          />
          <Button disabled={day === today} onClick={() => onDay(today)}>
            {t('timeline.ask.today')}
          </Button>
        </span>
      </label>
      <label className={styles.field}>
        {t('timeline.ask.building')}
        <AutoComplete
          value={text}
          options={[...own, ...others] as Option[]}
          placeholder={t('timeline.ask.placeholder')}
          aria-label={t('timeline.ask.building')}
          defaultActiveFirstOption
          allowClear
          notFoundContent={text.trim() === '' ? null : t('timeline.ask.notFound')}
          onSearch={setText}
          onClear={() => setText('')}
          onSelect={(value: string) => void choose(value)}
        />
      </label>
      {building === null || answer === null ? (
        <p className={styles.soft}>{t('timeline.ask.hint')}</p>
      ) : (
        <>
          <p className={styles.asked}>
            <strong>{nameOf(building)}</strong>
            <Button type="link" size="small" onClick={() => onBuilding(null)}>
              {t('timeline.ask.other')}
            </Button>
          </p>
          <AnswerText answer={answer} building={building} day={day} branches={branches} />
        </>
      )}
    </section>
  );
};
