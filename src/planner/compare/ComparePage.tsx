/** Two plans beside each other, or a plan beside the grids in force: read, opened, and shown when both are there. */
import { type ReactElement, useMemo } from 'react';
import { usePlaces } from '../../state/places.ts';
import { useQuery } from '../../ui/parts/use-query.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { useLook } from '../linked-maps/use-look.ts';
import { Elsewhere, NotYet } from '../parts/Elsewhere.tsx';
import styles from './compare.module.css';
import { CompareHeader } from './CompareHeader.tsx';
import { Compared } from './Compared.tsx';
import { type OpenSide, openSide, readSides } from './sides.ts';

export const ComparePage = ({ left, right }: { left: string; right: string }): ReactElement => {
  const { t, language } = useWords();
  const community = usePlaces((s) => s.community);
  const grids = usePlaces((s) => s.grids);
  const gridWorkers = usePlaces((s) => s.gridWorkers);
  const look = useLook();
  const read = useQuery(`compare ${left} ${right}`, () => readSides(left, right));
  const town = look?.town ?? null;
  const sides = useMemo((): readonly [OpenSide, OpenSide] | null => {
    if (read.data === null || town === null || community === null) return null;
    const places = { community, grids, gridWorkers };
    return [openSide(read.data.left, places, town), openSide(read.data.right, places, town)];
  }, [read.data, town, community, grids, gridWorkers]);

  const isFailed = read.status === 'failed';
  if (isFailed || sides === null || read.data === null || look === null)
    return <NotYet failed={isFailed} retry={read.retry} />;
  const [one, other] = sides;
  if (one.kind === 'open' && other.kind === 'open')
    return (
      <Compared read={read.data} left={one.session} right={other.session} town={look.town} look={look.look} />
    );
  const trouble = sides.find(({ kind }) => kind !== 'open');
  return (
    <div className={styles.page}>
      <CompareHeader read={read.data} />
      <Elsewhere>
        {trouble?.kind === 'refused'
          ? (trouble.why?.[language] ?? t('compare.unreadable'))
          : t('planner.missing')}
      </Elsewhere>
    </div>
  );
};
