/** The comparison itself: maps above, who goes where and what each grid has below. */
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import type { FaceId } from '../../geometry/tiling/index.ts';
import { IconButton } from '../../ui/parts/IconButton.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import type { MapLook } from '../linked-maps/draw-side.ts';
import { MapLink } from '../linked-maps/map-link.ts';
import { compareStates, type FlowRow } from '../model/compare.ts';
import { movedBorders } from '../model/moved-borders.ts';
import type { Town } from '../model/town.ts';
import { Modes } from '../parts/Modes.tsx';
import type { PlanSession } from '../session/plan-session.ts';
import { BalanceTable } from './BalanceTable.tsx';
import { boxOfAll, boxOfFace, boxOfRows } from './boxes.ts';
import styles from './compare.module.css';
import { CompareHeader, type CompareMode, MODES, useSideName } from './CompareHeader.tsx';
import { CompareStage } from './CompareStage.tsx';
import { FlowTable } from './FlowTable.tsx';
import { HoverNote } from './HoverNote.tsx';
import type { ReadSides } from './sides.ts';

export interface ComparedProps {
  readonly read: ReadSides;
  readonly left: PlanSession;
  readonly right: PlanSession;
  readonly town: Town;
  readonly look: MapLook;
}

/** What was chosen in a table: buildings that glow, or a grid. */
type Chosen =
  | { readonly kind: 'flow'; readonly key: string }
  | { readonly kind: 'grid'; readonly id: FaceId };

export const Compared = ({ read, left, right, town, look }: ComparedProps): ReactElement => {
  const { t } = useWords();
  const sideName = useSideName(read.plans);
  const [mode, setMode] = useState<CompareMode>('beside');
  const [hoverRow, setHoverRow] = useState<number | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [link] = useState(() => new MapLink(setHoverRow));
  const comparison = useMemo(
    () =>
      compareStates(
        { tiling: left.tiling, faceOf: left.assignment.faceOf },
        { tiling: right.tiling, faceOf: right.assignment.faceOf },
        {
          buildings: town.buildings,
          band: look.band,
          hasHead: (row) => read.headed.has(town.buildings.ids[row] ?? ''),
        },
      ),
    [left, right, town, look.band, read.headed],
  );
  const tilings = useMemo(() => [left.tiling, right.tiling], [left, right]);
  for (const tiling of tilings) look.colours.update(tiling);
  useEffect(() => link.setHome(boxOfAll(tilings)), [link, tilings]);
  const { flows } = comparison;
  const difference = useMemo(
    () => ({ ...comparison.difference, ...movedBorders(comparison.difference) }),
    [comparison],
  );
  const names: readonly [string, string] = [sideName(read.left.key), sideName(read.right.key)];

  const choose = (next: Chosen | null, rows: readonly number[]): void => {
    setChosen(next);
    link.setGlow(rows);
  };
  const chooseFlow = (flow: FlowRow): void => {
    if (chosen?.kind === 'flow' && chosen.key === flow.key) return choose(null, []);
    choose({ kind: 'flow', key: flow.key }, flow.rows);
    const box = boxOfRows(town, flow.rows);
    if (box !== null) link.fly(box);
  };
  const chooseGrid = (id: FaceId): void => {
    if (chosen?.kind === 'grid' && chosen.id === id) return choose(null, []);
    choose(
      { kind: 'grid', id },
      flows.filter(({ from, to }) => from === id || to === id).flatMap(({ rows }) => rows),
    );
    const box = boxOfFace(tilings, id);
    if (box !== null) link.fly(box);
  };
  /** A building on the map: the flow that it goes with, if it goes anywhere. */
  const pick = (row: number | null): void => {
    const flow = row === null ? undefined : flows.find(({ rows }) => rows.includes(row));
    if (flow === undefined) return choose(null, []);
    choose({ kind: 'flow', key: flow.key }, flow.rows);
  };
  return (
    <div className={styles.page}>
      <CompareHeader read={read}>
        <Modes
          name="compare-mode"
          label={t('compare.mode.label')}
          modes={MODES.map((one) => ({
            value: one,
            label: t(`compare.mode.${one}.name`),
            hint: t(`compare.mode.${one}.hint`),
          }))}
          value={mode}
          onChange={setMode}
        />
        <IconButton icon="fit" label={t('planner.fit')} onClick={() => link.flyHome()} />
      </CompareHeader>
      <div className={styles.stage}>
        <CompareStage
          mode={mode}
          link={link}
          look={look}
          left={left}
          right={right}
          difference={difference}
          names={names}
          faceId={chosen?.kind === 'grid' ? chosen.id : null}
          onPick={pick}
          onEscape={() => choose(null, [])}
        />
        <HoverNote row={hoverRow} left={left} right={right} colours={look.colours} />
      </div>
      <div className={styles.dock}>
        <FlowTable
          comparison={comparison}
          left={left}
          right={right}
          branches={read.branches}
          colours={look.colours}
          chosenKey={chosen?.kind === 'flow' ? chosen.key : null}
          onChoose={chooseFlow}
        />
        <BalanceTable
          comparison={comparison}
          colours={look.colours}
          chosenId={chosen?.kind === 'grid' ? chosen.id : null}
          onChoose={chooseGrid}
        />
      </div>
    </div>
  );
};
