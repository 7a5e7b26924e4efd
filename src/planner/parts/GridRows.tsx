/** What tables of grids have in common: the frame that scrolls under a head that stays, a row's name, where a grid stands to the band. */
import type { ReactElement, ReactNode } from 'react';
import { useView } from '../../state/view.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import type { GridColours } from '../map/colours.ts';
import type { GridFigures } from '../model/figures.ts';
import styles from './GridRows.module.css';

export const GridRows = ({ dense, children }: { dense?: boolean; children: ReactNode }): ReactElement => (
  <div className={styles.frame}>
    <table className={styles.table} data-dense={dense}>
      {children}
    </table>
  </div>
);

/** The colour in which a grid is drawn. */
export const Chip = ({ colours, id }: { colours: GridColours; id: string | null }): ReactElement => {
  const night = useView((s) => s.mode === 'night');
  return <span className={styles.chip} style={{ background: colours.solid(id, night) }} />;
};

export const RowName = (props: {
  readonly isChosen: boolean;
  readonly onChoose?: () => void;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}): ReactElement => (
  <button
    type="button"
    className={styles.name}
    aria-pressed={props.isChosen}
    onClick={props.onChoose}
    onDoubleClick={props.onOpen}
  >
    {props.children}
  </button>
);

const MARKS = { inside: '●', near: '▲', far: '■', free: '–' } as const;

/** Told apart by shape as well as by colour. */
export const StandingMark = ({ standing }: { standing: GridFigures['standing'] }): ReactElement => {
  const { t } = useWords();
  return (
    <span className={styles.mark} data-standing={standing} title={t(`planner.standing.${standing}`)}>
      {MARKS[standing]}
    </span>
  );
};
