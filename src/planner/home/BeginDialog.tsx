/** What is wrong with the grids as they are, each fault with its place and its repairs; chosen, then the plan begins. */
import { Button, Modal, Select } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { newId } from '../../domain/ids.ts';
import type { Fault, Repair } from '../../geometry/tiling/index.ts';
import { usePlaces } from '../../state/places.ts';
import { Empty } from '../../ui/parts/States.tsx';
import { useWords, type Words } from '../../ui/parts/use-words.ts';
import { saveFile } from '../../ui/parts/save-file.ts';
import { type Beginning, TOLERANCES_MM } from '../model/begin.ts';
import { faultsGeojson } from '../model/plan-files.ts';
import { FindingRow, Findings } from '../parts/Findings.tsx';
import { FaultMap } from './FaultMap.tsx';
import styles from './home.module.css';
import { createPlan, lookOver, worthShowing } from './use-plans.ts';

/** `give:` stands for one choice per grid, `new:` for a grid that does not exist yet. */
const choicesOf = (
  fault: Fault,
  names: ReadonlyMap<string, string>,
  fresh: string,
  t: Words['t'],
): { value: Repair; label: string }[] =>
  fault.repairs.flatMap((repair) => {
    if (repair === 'give:')
      return [...names]
        .filter(([id]) => fault.kind !== 'overlap' || fault.faceIds.includes(id))
        .map(([id, name]) => ({ value: `give:${id}`, label: t('planner.begin.repair.give', { name }) }));
    if (repair === 'new:') return [{ value: `new:${fresh}`, label: t('planner.begin.repair.new') }];
    return [{ value: repair, label: t(`planner.begin.repair.${repair}`) }];
  });

export const BeginDialog = ({
  beginning: asFound,
  nameOfPlan,
  onClose,
  onMade,
}: {
  /** As the grids are with the usual tolerance. */
  beginning: Beginning;
  nameOfPlan: string;
  onClose: () => void;
  onMade: (planId: string | null) => void;
}): ReactElement => {
  const { t, language, number } = useWords();
  const frame = usePlaces((s) => s.frame);
  const [beginning, setBeginning] = useState(asFound);
  const [toleranceMm, setTolerance] = useState(TOLERANCES_MM[0]);
  const faults = worthShowing(beginning);
  const fresh = useMemo(() => new Map(worthShowing(beginning).map(({ id }) => [id, newId()])), [beginning]);
  const [choices, setChoices] = useState<ReadonlyMap<string, Repair>>(new Map());
  const [chosen, setChosen] = useState(faults[0]?.id ?? '');
  const [refused, setRefused] = useState<string | null>(null);
  // Other faults are found then, under numbers of their own: what was chosen for those before says nothing of them.
  const readAgain = (wanted: number): void => {
    const again = lookOver(t('planner.newGrid'), wanted);
    if (again === null) return;
    setTolerance(wanted);
    setBeginning(again);
    setChoices(new Map());
    setChosen(worthShowing(again)[0]?.id ?? '');
    setRefused(null);
  };
  const begin = async (): Promise<void> => {
    const base = beginning.finish(choices);
    if ('refused' in base) return setRefused(base.refused[language]);
    onMade(await createPlan(nameOfPlan, base.ok));
  };
  const saveFaults = (): void => {
    if (frame === null) return;
    const text = faultsGeojson(nameOfPlan, beginning.faults, frame);
    saveFile(`${nameOfPlan}.geojson`, new TextEncoder().encode(text), 'application/geo+json');
  };
  return (
    <Modal
      open
      width={920}
      title={t('planner.begin.title', { count: faults.length })}
      onCancel={onClose}
      footer={[
        <Button key="file" className={styles.faultFile ?? ''} onClick={saveFaults}>
          {t('plannerTools.file.faults')}
        </Button>,
        <Button key="cancel" onClick={onClose}>
          {t('common.cancel')}
        </Button>,
        <Button key="ok" type="primary" onClick={() => void begin()}>
          {t('planner.begin.ok')}
        </Button>,
      ]}
    >
      <p className={styles.lead}>{t('planner.begin.lead')}</p>
      <label className={styles.tolerance}>
        {t('plannerTools.tolerance.title')}
        <Select
          size="small"
          value={toleranceMm}
          options={TOLERANCES_MM.map((value) => ({
            value,
            label: t('plannerTools.tolerance.metres', { metres: number(value / 1000) }),
          }))}
          onChange={readAgain}
        />
      </label>
      <div className={styles.faults}>
        {faults.length === 0 ? (
          <Empty>{t('plannerTools.tolerance.none')}</Empty>
        ) : (
          <Findings scrolls>
            {faults.map((fault) => (
              <FindingRow
                key={fault.id}
                id={fault.id}
                level={fault.level}
                word={t(`planner.level.${fault.level}`)}
                text={fault[language]}
                isChosen={fault.id === chosen}
                onChoose={() => setChosen(fault.id)}
              >
                <Select
                  size="small"
                  className={styles.repair ?? ''}
                  aria-label={t('planner.begin.how')}
                  value={choices.get(fault.id) ?? beginning.standard.get(fault.id) ?? ''}
                  options={choicesOf(fault, beginning.names, fresh.get(fault.id) ?? '', t)}
                  onFocus={() => setChosen(fault.id)}
                  onChange={(repair) => setChoices(new Map([...choices, [fault.id, repair]]))}
                />
              </FindingRow>
            ))}
          </Findings>
        )}
        {frame && <FaultMap faults={faults} chosen={chosen} onChoose={setChosen} />}
      </div>
      {refused !== null && (
        <p role="alert" className={styles.refused}>
          {refused}
        </p>
      )}
    </Modal>
  );
};
