/** The chosen grid: its name, kind, branch and workers, and what can be done with it whole. */
import { Input, Select } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { GRID_KIND, WORKER_ROLE } from '../../domain/codes.ts';
import { type Face, type FaceId, faceName } from '../../geometry/tiling/index.ts';
import { usePlaces } from '../../state/places.ts';
import { partyTree, type PartyNode } from '../../storage/index.ts';
import { Fact, Facts } from '../../ui/parts/Facts.tsx';
import { Empty } from '../../ui/parts/States.tsx';
import { Toggle } from '../../ui/parts/Toggle.tsx';
import { useQuery } from '../../ui/parts/use-query.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { figuresOf } from '../model/figures.ts';
import { giveBranch, giveWorkers, lock, nameFace } from '../session/actions.ts';
import { BandButton } from '../parts/BandButton.tsx';
import type { PlanSession } from '../session/plan-session.ts';
import { selectFace, usePlanner } from '../session/planner-store.ts';
import styles from './editor.module.css';
import { GridDeeds } from './GridDeeds.tsx';
import { TargetField } from './TargetField.tsx';

const branchesIn = (nodes: readonly PartyNode[]): { value: string; label: string }[] =>
  nodes.flatMap(({ body, children }) => [
    ...(body.level === 'branch' ? [{ value: body.id, label: body.name }] : []),
    ...branchesIn(children),
  ]);

const NameField = ({ face, disabled }: { face: Face; disabled: boolean }): ReactElement => {
  const { t } = useWords();
  const [name, setName] = useState(face.name);
  const keep = (): void => {
    if (name.trim() !== '' && name.trim() !== face.name) nameFace(face.id, { name: name.trim() });
  };
  return (
    <Input
      value={name}
      maxLength={60}
      disabled={disabled}
      aria-label={t('planner.card.name')}
      onChange={(event) => setName(event.target.value)}
      onBlur={keep}
      onPressEnter={keep}
    />
  );
};

/** Grids that the plan has taken away are known by the name that they had. */
const namesOf = ({ tiling, base }: PlanSession, ids: readonly FaceId[]): string[] =>
  ids.map((id) => faceName(tiling.face(id) ?? base.face(id), '…'));

const Choose = (): ReactElement => {
  const { t } = useWords();
  const session = usePlanner((s) => s.session);
  return (
    <div className={styles.card}>
      <Empty>{t('planner.card.none')}</Empty>
      <Select
        aria-label={t('planner.card.choose')}
        placeholder={t('planner.card.choose')}
        value={null}
        options={[...(session?.tiling.faces.values() ?? [])].map(({ id, name, code }) => ({
          value: id,
          label: name || code,
        }))}
        onChange={(id: string | null) => selectFace(id)}
      />
    </div>
  );
};

export const GridCard = (): ReactElement => {
  const { t, code, number } = useWords();
  const session = usePlanner((s) => s.session);
  const faceId = usePlanner((s) => s.faceId);
  const version = usePlanner((s) => s.version);
  const editable = usePlanner((s) => s.editable);
  const band = usePlaces((s) => s.community?.settings.gridBand);
  const workers = usePlaces((s) => s.gridWorkers);
  const tree = useQuery('planner branches', partyTree);
  const branches = useMemo(() => branchesIn(tree.data ?? []), [tree.data]);
  const figures = session && faceId && band ? figuresOf(session, faceId, band) : null;
  if (session === null || faceId === null || figures === null || !band) return <Choose />;
  const { face } = figures;
  const disabled = !editable;
  return (
    <div className={styles.card} key={`${face.id} ${face.name}`} data-version={version}>
      <NameField face={face} disabled={disabled} />
      <Facts dense>
        <Fact label={t('planner.column.households.long')}>{number(figures.households)}</Fact>
        <Fact label={t('planner.column.residents.long')}>{number(figures.residents)}</Fact>
        <Fact label={t('planner.column.members.long')}>{number(figures.members)}</Fact>
        <Fact label={t('planner.column.buildings.long')}>{number(figures.buildings)}</Fact>
        <Fact label={t('planner.column.area.long')}>{(figures.areaSquareMetres / 10_000).toFixed(2)}</Fact>
        <Fact label={t('planner.column.compactness.long')}>{figures.compactness.toFixed(2)}</Fact>
      </Facts>
      <label className={styles.field}>
        {t('planner.card.kind')}
        <Select
          value={face.kind}
          disabled={disabled}
          options={(['basic', 'dedicated'] as const).map((kind) => ({
            value: kind,
            label: code(GRID_KIND, kind),
          }))}
          onChange={(kind) => nameFace(face.id, { kind })}
        />
      </label>
      <TargetField
        key={`${face.kind} ${face.target?.min} ${face.target?.max} ${band.min} ${band.max}`}
        face={face}
        band={band}
        disabled={disabled}
      />
      {face.kind === 'basic' && (
        <div className={styles.row}>
          <BandButton />
        </div>
      )}
      <label className={styles.field}>
        {t('planner.card.branch')}
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          allowClear
          value={face.branchId}
          disabled={disabled}
          placeholder={t('planner.card.noBranch')}
          options={branches}
          onChange={(id: string | null | undefined) => giveBranch(face.id, id ?? null)}
        />
      </label>
      <label className={styles.field}>
        {t('planner.card.workers')}
        <Select
          mode="multiple"
          value={[...face.workerIds]}
          disabled={disabled}
          placeholder={t('planner.card.noWorkers')}
          optionFilterProp="label"
          options={workers.map(({ id, role, personal }) => ({
            value: id,
            label: `${personal.name} · ${code(WORKER_ROLE, role)}`,
          }))}
          onChange={(ids) => giveWorkers(face.id, ids)}
        />
      </label>
      <Toggle
        label={t('planner.card.locked')}
        on={face.locked}
        onChange={(locked) => lock(face.id, locked)}
      />
      {face.parents.length > 0 && (
        <p className={styles.soft}>
          {t('plannerTools.card.parents')} {namesOf(session, face.parents).join(t('planner.problems.comma'))}
        </p>
      )}
      {editable && <GridDeeds session={session} face={face} />}
    </div>
  );
};
