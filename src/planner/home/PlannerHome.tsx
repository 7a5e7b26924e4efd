/** Every plan there is, and the beginning of a new one. */
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { usePlaces } from '../../state/places.ts';
import { gridPlans } from '../../storage/index.ts';
import { Icon } from '../../ui/parts/icons.tsx';
import { Empty, Failed, Waiting } from '../../ui/parts/States.tsx';
import { useQuery } from '../../ui/parts/use-query.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { CompareBar } from '../compare/CompareBar.tsx';
import { IN_FORCE } from '../compare/sides.ts';
import type { Beginning } from '../model/begin.ts';
import { BandButton } from '../parts/BandButton.tsx';
import { DocumentPage } from '../parts/DocumentPage.tsx';
import { BeginDialog } from './BeginDialog.tsx';
import styles from './home.module.css';
import { PlanCard } from './PlanCard.tsx';
import { createPlan, lookOver, worthShowing } from './use-plans.ts';

export const PlannerHome = (): ReactElement => {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  const grids = usePlaces((s) => s.grids);
  const plans = useQuery('grid plans', gridPlans);
  const [beginning, setBeginning] = useState<Beginning | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  // The last two that were ticked: a third takes the place of the first.
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const compared = (plans.data ?? []).filter(({ id }) => chosen.includes(id));
  const compare = (left: string, right: string): void =>
    void navigate({ pathname: `/planner/compare/${left}/${right}`, search });

  const open = (planId: string | null): void => {
    if (planId !== null) void navigate({ pathname: `/planner/${planId}`, search });
  };
  const begin = async (): Promise<void> => {
    const found = lookOver(t('planner.newGrid'));
    if (found === null) return;
    if (worthShowing(found).length > 0) return setBeginning(found);
    const base = found.finish(new Map());
    if ('refused' in base) return setRefused(base.refused[language]);
    const count = (plans.data?.length ?? 0) + 1;
    open(await createPlan(t('planner.home.nameOfNew', { count }), base.ok));
  };
  return (
    <DocumentPage
      back={{ to: '/staff', label: t('planner.home.back') }}
      title={t('planner.home.title')}
      lead={t('planner.home.lead')}
      actions={
        <>
          <Button
            size="large"
            icon={<Icon name="clock" size={16} />}
            onClick={() => void navigate({ pathname: '/planner/timeline', search })}
          >
            {t('timeline.open')}
          </Button>
          <Button type="primary" size="large" onClick={() => void begin()}>
            {t('planner.home.begin')}
          </Button>
        </>
      }
    >
      <p className={styles.now}>
        {t('planner.home.now', { count: grids.length })}
        <BandButton />
      </p>
      <Link className={styles.check} to={{ pathname: '/planner/coverage', search }}>
        <Icon name="done" size={16} />
        {t('coverage.open')}
      </Link>
      {refused !== null && <p role="alert">{refused}</p>}
      {plans.status === 'loading' && <Waiting lines={4} />}
      {plans.status === 'failed' && <Failed retry={plans.retry} />}
      {plans.data?.length === 0 && <Empty>{t('planner.home.none')}</Empty>}
      <ul className={styles.cards}>
        {plans.data?.map((plan) => (
          <PlanCard
            key={plan.id}
            plan={plan}
            onOpen={open}
            isChosen={chosen.includes(plan.id)}
            onChoose={(isChosen) =>
              setChosen(isChosen ? [...chosen, plan.id].slice(-2) : chosen.filter((id) => id !== plan.id))
            }
            onCompare={() => compare(IN_FORCE, plan.id)}
          />
        ))}
      </ul>
      <CompareBar plans={compared} onCompare={compare} onClear={() => setChosen([])} />
      {beginning !== null && (
        <BeginDialog
          beginning={beginning}
          nameOfPlan={t('planner.home.nameOfNew', { count: (plans.data?.length ?? 0) + 1 })}
          onClose={() => setBeginning(null)}
          onMade={open}
        />
      )}
    </DocumentPage>
  );
};
