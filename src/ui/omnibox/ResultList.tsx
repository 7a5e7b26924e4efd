/** The results under the omnibox, in groups by kind; the list box that the field's arrows walk through. */
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchResult } from '../../state/search/result.ts';
import { Icon, type IconName } from '../parts/icons.tsx';
import { groupResults } from './group-results.ts';
import styles from './Omnibox.module.css';

const ICONS: Readonly<Record<SearchResult['kind'], IconName>> = {
  resident: 'person',
  dwelling: 'home',
  building: 'layers',
  grid: 'top',
  organisation: 'bookmark',
  facility: 'pin',
  matter: 'clock',
};

interface Props {
  readonly id: string;
  readonly results: readonly SearchResult[];
  readonly chosen: SearchResult | undefined;
  readonly onChoose: (result: SearchResult) => void;
  readonly onPoint: (at: number) => void;
}

export const ResultList = ({ id, results, chosen, onChoose, onPoint }: Props): ReactElement => {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  let at = -1;
  return (
    <div id={id} ref={list} className={styles.results} role="listbox" aria-label={t('omnibox.results')}>
      {groupResults(results).map(([kind, group]) => (
        <div key={kind} role="group" aria-label={t(`omnibox.kind.${kind}`)}>
          <div className={styles.group} aria-hidden="true">
            {t(`omnibox.kind.${kind}`)}
          </div>
          {group.map((result) => {
            at += 1;
            const index = at;
            return (
              <div
                key={`${kind}-${result.id}`}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={result === chosen}
                className={styles.result}
                onPointerMove={() => result !== chosen && onPoint(index)}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => onChoose(result)}
                onKeyDown={undefined}
              >
                <Icon name={ICONS[result.kind]} size={18} />
                <span className={styles.title}>{result.title}</span>
                <span className={styles.subtitle}>{result.subtitle}</span>
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
};
