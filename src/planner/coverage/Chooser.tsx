/** Chooses whom or what a repair takes. The likeliest is chosen already; names are masked until somebody looks. */
import { Input, Modal, Radio } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import {
  type CoverageFix,
  type CoverageRecords,
  nameOfBuilding,
} from '../../domain/checks/coverage/index.ts';
import { MEMBER_MODE, PARTY_LEVEL, WORKER_ROLE } from '../../domain/codes.ts';
import { maskName } from '../../domain/mask.ts';
import { Reveal } from '../../ui/parts/Reveal.tsx';
import { useWords, type Words } from '../../ui/parts/use-words.ts';
import { gridBranches, headCandidates, memberBranches, parentBodies, workersFor } from './candidates.ts';
import { carryOut } from './carry-out.ts';
import styles from './coverage.module.css';

interface Option {
  readonly id: string;
  readonly title: ReactNode;
  /** For the button's name: a reader hears the place, not the masked letters. */
  readonly note: string;
}

const NEW = 'new';

export const CHOOSING = [
  'appointHead',
  'setGridBranch',
  'setGridWorker',
  'moveWorker',
  'setMemberBranch',
  'setParent',
] as const;
export type ChoosingFix = Extract<CoverageFix, { readonly kind: (typeof CHOOSING)[number] }>;
export const isChoosing = (fix: CoverageFix): fix is ChoosingFix =>
  (CHOOSING as readonly string[]).includes(fix.kind);

const masked = (name: string, t: Words['t']): ReactNode => (
  <Reveal value={name} masked={maskName(name)} label={t('coverage.list.who')} />
);

const optionsOf = (fix: ChoosingFix, records: CoverageRecords, words: Words): Option[] => {
  const { t, code } = words;
  switch (fix.kind) {
    case 'appointHead':
      return headCandidates(records, fix.buildingId).map(
        ({ membership, resident, livesHere, headOf, home }) => ({
          id: membership.id,
          title: masked(resident.personal.name, t),
          note: [
            livesHere ? t('coverage.choose.livesHere') : t('coverage.choose.lives', { home }),
            code(MEMBER_MODE, membership.mode),
            headOf > 0 ? t('coverage.choose.headOf', { count: headOf }) : '',
          ]
            .filter(Boolean)
            .join(' · '),
        }),
      );
    case 'setGridBranch':
    case 'setMemberBranch': {
      const isGrid = fix.kind === 'setGridBranch';
      const bodies = isGrid ? gridBranches(records, fix.gridId) : memberBranches(records, fix.membershipId);
      return bodies.map(({ body, share }) => ({
        id: body.id,
        title: body.name,
        note:
          share > 0
            ? t(isGrid ? 'coverage.choose.buildings' : 'coverage.choose.members', { count: share })
            : code(PARTY_LEVEL, body.level),
      }));
    }
    case 'setParent':
      return parentBodies(records, fix.bodyId).map(({ body }) => ({
        id: body.id,
        title: body.name,
        note: code(PARTY_LEVEL, body.level),
      }));
    case 'setGridWorker':
      return workersFor(records, fix.gridId).map(({ worker, grid, left }) => ({
        id: worker.id,
        title: masked(worker.personal.name, t),
        note: [
          code(WORKER_ROLE, worker.role),
          grid === null
            ? t('coverage.choose.noGrid')
            : `${grid.name}${words.language === 'zh' ? '，' : ', '}${t('coverage.choose.left', { count: left })}`,
        ].join(' · '),
      }));
    case 'moveWorker':
      return records.grids.map(({ id, name, code: gridCode }) => ({ id, title: name, note: gridCode }));
  }
};

/** What the title names: a building, a grid, a body. */
export const subjectOf = (fix: CoverageFix, records: CoverageRecords): string => {
  const { grids, buildings, partyBodies } = records;
  const named = (list: readonly { id: string; name: string }[], id: string): string =>
    list.find((one) => one.id === id)?.name ?? '';
  switch (fix.kind) {
    case 'appointHead': {
      const building = buildings.find(({ id }) => id === fix.buildingId);
      return building === undefined ? '' : nameOfBuilding(building);
    }
    case 'setBuildingGrid':
    case 'setGridBranch':
    case 'setGridWorker':
      return named(grids, fix.gridId);
    case 'setParent':
      return named(partyBodies, fix.bodyId);
    case 'giveCode':
      return `${records.community.code}${String(fix.sequence).padStart(3, '0')}`;
    default:
      return '';
  }
};

export const Chooser = ({
  fix,
  records,
  onClose,
}: {
  fix: ChoosingFix;
  records: CoverageRecords;
  onClose: () => void;
}): ReactElement => {
  const words = useWords();
  const { t } = words;
  const [options] = useState(() => optionsOf(fix, records, words));
  const canAdd = fix.kind === 'setGridWorker';
  const [chosen, setChosen] = useState(options[0]?.id ?? (canAdd ? NEW : ''));
  const [person, setPerson] = useState({ name: '', phone: '' });
  const [isRunning, setRunning] = useState(false);
  const isNew = chosen === NEW;
  const run = async (): Promise<void> => {
    setRunning(true);
    const done = await carryOut(fix, isNew ? { newWorker: person } : { id: chosen }, records);
    setRunning(false);
    if (done) onClose();
  };
  return (
    <Modal
      open
      title={t(`coverage.choose.${fix.kind}`, { name: subjectOf(fix, records) })}
      okText={t('coverage.choose.ok')}
      cancelText={t('common.cancel')}
      confirmLoading={isRunning}
      okButtonProps={{ disabled: chosen === '' || (isNew && person.name.trim() === '') }}
      onOk={() => void run()}
      onCancel={onClose}
    >
      {options.length === 0 && !canAdd && <p>{t('coverage.choose.none')}</p>}
      <Radio.Group
        className={styles.options ?? ''}
        value={chosen}
        onChange={(event) => setChosen(event.target.value as string)}
      >
        {options.map(({ id, title, note }) => (
          <Radio key={id} value={id} className={styles.option ?? ''}>
            <span className={styles.optionTitle}>{title}</span>
            <span className={styles.optionNote}>{note}</span>
          </Radio>
        ))}
        {canAdd && (
          <Radio value={NEW} className={styles.option ?? ''}>
            {t('coverage.choose.newWorker')}
          </Radio>
        )}
      </Radio.Group>
      {isNew && (
        <div className={styles.newWorker}>
          <Input
            value={person.name}
            maxLength={60}
            placeholder={t('coverage.choose.name')}
            aria-label={t('coverage.choose.name')}
            onChange={(event) => setPerson({ ...person, name: event.target.value })}
          />
          <Input
            value={person.phone}
            maxLength={20}
            placeholder={t('coverage.choose.phone')}
            aria-label={t('coverage.choose.phone')}
            onChange={(event) => setPerson({ ...person, phone: event.target.value })}
          />
        </div>
      )}
    </Modal>
  );
};
