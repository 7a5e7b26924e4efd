/** A plan in the list: what it is, how it looks, and what can be done with it. */
import { Button, Checkbox, Dropdown, Input, Popconfirm } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { PLAN_STATE } from '../../domain/codes.ts';
import type { GridPlan } from '../../domain/records/index.ts';
import { replay, Tiling } from '../../geometry/tiling/index.ts';
import { Tag } from '../../ui/parts/Tag.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import { handOut, PLAN_FILES } from '../model/export-plan.ts';
import styles from './home.module.css';
import { PlanSketch } from './PlanSketch.tsx';
import { archivePlan, duplicatePlan, removePlan, renamePlan } from './use-plans.ts';

const TONES = { draft: 'blue', published: 'green', archived: 'plain' } as const;

/** The tiling as the record has it; a plan whose rows cannot be read is listed all the same, without a picture. */
const tilingOf = (plan: GridPlan): Tiling | null => {
  try {
    const tiling = Tiling.of(plan.base);
    replay(tiling, { id: plan.id, baseVersion: plan.basedOn, steps: plan.steps, cursor: plan.cursor });
    return tiling;
  } catch {
    return null;
  }
};

export const PlanCard = ({
  plan,
  onOpen,
  isChosen,
  onChoose,
  onCompare,
}: {
  plan: GridPlan;
  onOpen: (planId: string | null) => void;
  /** Put beside another one, to be compared with it. */
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  /** Compared with the grids in force. */
  onCompare: () => void;
}): ReactElement => {
  const { t, code, date, instant, number } = useWords();
  const [name, setName] = useState<string | null>(null);
  const tiling = useMemo(() => tilingOf(plan), [plan]);
  const rename = (): void => {
    if (name !== null && name.trim() !== '' && name.trim() !== plan.name) void renamePlan(plan, name);
    setName(null);
  };
  const copy = async (): Promise<void> =>
    onOpen(await duplicatePlan(plan, t('planner.home.copyOf', { name: plan.name }).slice(0, 60)));
  const isArchived = plan.state === 'archived';
  return (
    <li className={styles.card} data-state={plan.state}>
      <button
        type="button"
        className={styles.picture}
        aria-label={t('planner.home.open', { name: plan.name })}
        onClick={() => onOpen(plan.id)}
      >
        {tiling && <PlanSketch tiling={tiling} />}
      </button>
      <div className={styles.title}>
        {name === null ? (
          <h2 className={styles.name}>{plan.name}</h2>
        ) : (
          <Input
            ref={(input) => input?.focus()}
            value={name}
            maxLength={60}
            aria-label={t('planner.home.name')}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={rename}
            onBlur={rename}
          />
        )}
        <Tag tone={TONES[plan.state]}>{code(PLAN_STATE, plan.state)}</Tag>
      </div>
      <p className={styles.facts}>
        {t('planner.home.facts', { grids: number(tiling?.faces.size ?? 0), steps: number(plan.cursor) })}
        <br />
        {plan.publishedFrom === null
          ? t('planner.home.basedOn', { day: date(plan.basedOn) })
          : t('planner.home.publishedFrom', { day: date(plan.publishedFrom) })}
        <br />
        {t('planner.home.changed', { when: instant(plan.updatedAt) })}
      </p>
      <Checkbox
        className={styles.choose ?? ''}
        checked={isChosen}
        aria-label={t('compare.chooseNamed', { name: plan.name })}
        onChange={(event) => onChoose(event.target.checked)}
      >
        {t('compare.choose')}
      </Checkbox>
      <div className={styles.actions}>
        <Button type={plan.state === 'draft' ? 'primary' : 'default'} onClick={() => onOpen(plan.id)}>
          {t(plan.state === 'draft' ? 'planner.home.goOn' : 'planner.home.look')}
        </Button>
        <Button onClick={() => void copy()}>{t('planner.home.copy')}</Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'compare', label: t('compare.withNow') },
              { key: 'rename', label: t('planner.home.rename') },
              ...(plan.state === 'published'
                ? []
                : [
                    {
                      key: 'archive',
                      label: t(isArchived ? 'planner.home.unarchive' : 'planner.home.archive'),
                    },
                  ]),
              ...(tiling === null
                ? []
                : PLAN_FILES.map((key) => ({
                    key,
                    label: `${t('plannerTools.file.export')} ${t(`plannerTools.file.${key}`)}`,
                  }))),
            ],
            onClick: ({ key }) => {
              const file = PLAN_FILES.find((one) => one === key);
              if (file !== undefined && tiling !== null) handOut(file, plan.name, tiling);
              else if (key === 'compare') onCompare();
              else if (key === 'rename') setName(plan.name);
              else void archivePlan(plan, !isArchived);
            },
          }}
        >
          <Button type="text">{t('common.more')}</Button>
        </Dropdown>
        {plan.state !== 'published' && (
          <Popconfirm
            title={t('planner.home.deleteTitle')}
            description={t('planner.home.deleteText')}
            okText={t('common.delete')}
            cancelText={t('common.cancel')}
            onConfirm={() => removePlan(plan)}
          >
            <Button type="text" danger>
              {t('common.delete')}
            </Button>
          </Popconfirm>
        )}
      </div>
    </li>
  );
};
