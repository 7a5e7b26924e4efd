/** One class of the legend. Where it filters it is a button: pressed while the class is shown, a double click leaves it alone on the map. */
import type { ReactElement } from 'react';
import { useWords } from '../../ui/parts/use-words.ts';
import styles from './Legend.module.css';

interface Props {
  readonly label: string;
  readonly colour: string;
  readonly count: number;
  readonly shown?: boolean;
  readonly onToggle?: () => void;
  readonly onSolo?: () => void;
}

export const LegendClass = ({
  label,
  colour,
  count,
  shown = true,
  onToggle,
  onSolo,
}: Props): ReactElement => {
  const { t, number } = useWords();
  const content = (
    <>
      <span className={styles['swatch']} style={{ background: colour }} />
      <span className={styles['label']}>{label}</span>
      <span className={styles['count']}>{number(count)}</span>
    </>
  );
  return (
    <li className={styles['class']} data-shown={shown}>
      {onToggle ? (
        <button
          type="button"
          className={styles['button']}
          aria-pressed={shown}
          title={t('staff.legend.filterHint')}
          onClick={onToggle}
          onDoubleClick={onSolo}
        >
          {content}
        </button>
      ) : (
        <span className={styles['button']}>{content}</span>
      )}
    </li>
  );
};
