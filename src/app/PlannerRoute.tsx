/** The planner: a part of its own, fetched when somebody goes there. */
import { Suspense } from 'react';
import { lazyPart } from '../ui/parts/lazy-part.ts';
import { useOpening } from './opening.ts';
import { OpeningScreen } from './OpeningScreen.tsx';

const Planner = lazyPart('planner code', () => import('../planner/Planner.tsx'));

export const PlannerRoute = () => {
  const ready = useOpening((s) => s.phase === 'ready');
  return ready ? (
    <Suspense fallback={<OpeningScreen />}>
      <Planner />
    </Suspense>
  ) : (
    <OpeningScreen />
  );
};
