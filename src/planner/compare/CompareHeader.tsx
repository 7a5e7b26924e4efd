/** Which two are compared, to be chosen anew at any time, and how they are shown. */
import { Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { PLAN_STATE } from '../../domain/codes.ts';
import { IconButton } from '../../ui/parts/IconButton.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import { HeaderGap, PageHeader } from '../parts/PageHeader.tsx';
import styles from './compare.module.css';
import { IN_FORCE, type ReadSides } from './sides.ts';

export const MODES = ['beside', 'swipe', 'changes'] as const;
export type CompareMode = (typeof MODES)[number];

export const useSideName = (plans: ReadSides['plans']): ((key: string) => string) => {
  const { t } = useWords();
  return (key) =>
    key === IN_FORCE ? t('compare.inForce') : (plans.find(({ id }) => id === key)?.name ?? '—');
};

const Choice = ({
  label,
  side,
  value,
  plans,
  onChoose,
}: {
  label: string;
  side: 'left' | 'right';
  value: string;
  plans: ReadSides['plans'];
  onChoose: (key: string) => void;
}): ReactElement => {
  const { t, code } = useWords();
  const options = [
    { value: IN_FORCE, label: t('compare.inForce') },
    ...plans.map(({ id, name, state }) => ({ value: id, label: `${name} · ${code(PLAN_STATE, state)}` })),
  ];
  return (
    <Select
      className={styles.choice ?? ''}
      data-side={side}
      aria-label={label}
      value={value}
      options={options}
      popupMatchSelectWidth={false}
      onChange={onChoose}
    />
  );
};

export const CompareHeader = ({
  read,
  children,
}: {
  read: ReadSides;
  children?: ReactNode;
}): ReactElement => {
  const { t } = useWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [left, right] = [read.left.key, read.right.key];
  const go = (one: string, other: string): void =>
    void navigate({ pathname: `/planner/compare/${one}/${other}`, search }, { replace: true });
  return (
    <PageHeader title={t('compare.title')}>
      <Choice
        label={t('compare.left')}
        side="left"
        value={left}
        plans={read.plans}
        onChoose={(key) => go(key, right)}
      />
      <IconButton icon="swap" label={t('compare.turn')} onClick={() => go(right, left)} />
      <Choice
        label={t('compare.right')}
        side="right"
        value={right}
        plans={read.plans}
        onChoose={(key) => go(left, key)}
      />
      <HeaderGap />
      {children}
    </PageHeader>
  );
};
