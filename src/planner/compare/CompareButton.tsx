/** From the open plan to what it would change: compared with the grids in force. What was just done is part of it. */
import type { ReactElement } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { IconButton } from '../../ui/parts/IconButton.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import { savePlan } from '../session/open-plan.ts';
import { IN_FORCE } from './sides.ts';

export const CompareButton = (): ReactElement => {
  const { t } = useWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  const compare = async (): Promise<void> => {
    const plan = await savePlan();
    if (plan !== null) void navigate({ pathname: `/planner/compare/${IN_FORCE}/${plan.id}`, search });
  };
  return <IconButton icon="compare" label={t('compare.withNow')} onClick={() => void compare()} />;
};
