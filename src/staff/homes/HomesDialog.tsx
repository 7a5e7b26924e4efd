/** Makes the homes of a building, and of others like it, from storeys, staircases, doors and exceptions; looked at before it is written. */
import { Alert, Button, Checkbox, InputNumber, Modal, Segmented } from 'antd';
import { type ReactElement, useState } from 'react';
import { checkHomesRule, compareHomes, type HomesRule, planHomes, ruleOf } from '../../domain/homes-plan.ts';
import { makeHomes } from '../../domain/operations/index.ts';
import type { Building } from '../../domain/records/index.ts';
import type { Reason } from '../../domain/reasons.ts';
import { buildingById, usePlaces } from '../../state/places.ts';
import { editStamp, save } from '../../state/save.ts';
import { interiorOf } from '../../storage/index.ts';
import { Waiting } from '../../ui/parts/States.tsx';
import { useQuery } from '../../ui/parts/use-query.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { closeHomesDialog, useHomesDialog } from './homes-dialog-store.ts';
import { HomesPreview } from './HomesPreview.tsx';
import styles from './homes.module.css';

const COMMON = { storeys: 6, units: 3, doorsPerLanding: 2 };
/** Homes are seldom anywhere else. */
const LIVED_IN = new Set<Building['use']>(['residential', 'mixed', 'courtyard']);

const firstRule = (building: Building): HomesRule => ({
  ...ruleOf(building),
  units: building.units || COMMON.units,
  doorsPerLanding: building.doorsPerLanding || COMMON.doorsPerLanding,
});

type Field = 'storeys' | 'units' | 'doorsPerLanding' | 'groundStoreys' | 'shops';

const Dialog = ({ building }: { building: Building }): ReactElement => {
  const { t, language, number, building: nameOf } = useWords();
  const [rule, setRule] = useState(() => firstRule(building));
  const [alike, setAlike] = useState(false);
  const [refused, setRefused] = useState<readonly Reason[]>([]);
  const buildings = usePlaces((s) => s.buildings);
  const index = usePlaces((s) => s.buildingIndex);
  const stats = usePlaces((s) => s.stats);
  const interior = useQuery(`homes/${building.id}`, () => interiorOf(building.id));
  const wrong = checkHomesRule(rule);
  const change = (patch: Partial<HomesRule>): void => {
    setRefused([]);
    setRule((before) => ({ ...before, ...patch }));
  };
  // Others of the same estate in which nobody can live yet.
  const others = buildings.filter(({ id, estate, use }) => {
    const at = index.get(id) ?? -1;
    return (
      id !== building.id &&
      estate === building.estate &&
      LIVED_IN.has(use) &&
      (stats.homes[at] ?? 0) + (stats.businessRooms[at] ?? 0) === 0
    );
  });
  const dwellings = interior.data?.dwellings ?? null;
  const plan = dwellings && wrong.length === 0 ? compareHomes(planHomes(rule), dwellings) : null;

  const write = async (): Promise<void> => {
    if (!dwellings) return;
    const context = {
      first: { building, dwellings },
      others: alike ? others.map((each) => ({ building: each, dwellings: [] })) : [],
    };
    const made = makeHomes.run(context, rule, editStamp());
    const answer = made.ok ? await save(made.value) : made;
    if (answer.ok) closeHomesDialog();
    else setRefused(answer.reasons);
  };
  const field = (key: Field, max: number): ReactElement => (
    <label>
      {t(`forms.homes.${key}`)}
      <InputNumber
        min={0}
        max={max}
        precision={0}
        value={rule[key]}
        onChange={(value) => change({ [key]: value ?? 0 })}
      />
    </label>
  );
  return (
    <Modal
      open
      width={860}
      title={t('forms.homes.title', { building: nameOf(building) })}
      okText={t('forms.homes.go', { count: number(plan?.added.length ?? 0) })}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !plan || (plan.added.length === 0 && !alike) }}
      onOk={write}
      onCancel={closeHomesDialog}
    >
      <div className={styles.rule}>
        {field('storeys', 200)}
        {field('units', 60)}
        {field('doorsPerLanding', 99)}
      </div>
      <label className={styles.ground}>
        {t('forms.homes.ground')}
        <Segmented
          value={rule.ground}
          options={(['homes', 'shops', 'nothing'] as const).map((value) => ({
            value,
            label: t(`forms.homes.groundIs.${value}`),
          }))}
          onChange={(ground) =>
            change({
              ground,
              groundStoreys: ground === 'homes' ? 0 : Math.max(1, rule.groundStoreys),
              shops: ground === 'shops' ? Math.max(1, rule.shops || rule.units * rule.doorsPerLanding) : 0,
            })
          }
        />
      </label>
      {rule.ground !== 'homes' && (
        <div className={styles.rule}>
          {field('groundStoreys', rule.storeys)}
          {rule.ground === 'shops' && field('shops', 99)}
        </div>
      )}
      <Checkbox.Group
        value={[...rule.skippedNumbers]}
        options={[4, 13, 14, 18].map((value) => ({ value, label: t('forms.homes.skip', { floor: value }) }))}
        onChange={(skippedNumbers) => change({ skippedNumbers })}
      />
      <Exceptions rule={rule} onChange={(exceptions) => change({ exceptions })} />
      {others.length > 0 && (
        <Checkbox checked={alike} onChange={(event) => setAlike(event.target.checked)}>
          {t('forms.homes.alike', { buildings: number(others.length) })}
        </Checkbox>
      )}
      {[...wrong, ...refused].map((reason) => (
        <Alert key={reason.code} type="error" showIcon title={reason[language]} />
      ))}
      {plan && plan.beside.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('forms.homes.beside', { homes: number(plan.beside.length) })}
        />
      )}
      {plan ? <HomesPreview plan={plan} /> : wrong.length === 0 && <Waiting lines={6} />}
    </Modal>
  );
};

const Exceptions = ({
  rule,
  onChange,
}: {
  rule: HomesRule;
  onChange: (exceptions: HomesRule['exceptions']) => void;
}): ReactElement => {
  const { t } = useWords();
  const { exceptions } = rule;
  const set = (at: number, patch: Partial<HomesRule['exceptions'][number]>): void =>
    onChange(exceptions.map((each, i) => (i === at ? { ...each, ...patch } : each)));
  return (
    <div className={styles.exceptions}>
      {exceptions.map((each, at) => (
        // Exceptions have no other name than their place in the list.
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are never reordered
        <div key={at} className={styles.rule}>
          <label>
            {t('forms.homes.exception.unit')}
            <InputNumber
              min={0}
              max={rule.units}
              value={each.unit}
              onChange={(unit) => set(at, { unit: unit ?? 0 })}
            />
          </label>
          <label>
            {t('forms.homes.exception.floor')}
            <InputNumber
              min={1}
              max={rule.storeys}
              value={each.floor}
              onChange={(floor) => set(at, { floor: floor ?? 1 })}
            />
          </label>
          <label>
            {t('forms.homes.exception.doors')}
            <InputNumber
              min={0}
              max={99}
              value={each.doors}
              onChange={(doors) => set(at, { doors: doors ?? 0 })}
            />
          </label>
          <Button onClick={() => onChange(exceptions.filter((_, i) => i !== at))}>
            {t('common.delete')}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() =>
          onChange([...exceptions, { unit: 0, floor: rule.storeys, doors: rule.doorsPerLanding }])
        }
      >
        {t('forms.homes.exception.add')}
      </Button>
    </div>
  );
};

const HomesDialog = (): ReactElement | null => {
  const id = useHomesDialog((s) => s.buildingId);
  const building = buildingById(id);
  return building ? <Dialog key={building.id} building={building} /> : null;
};

export default HomesDialog;
