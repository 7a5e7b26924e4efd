/** The staff desk, fetched while the database opens, and kept in step with the address. */
import { Suspense } from 'react';
import { lazyPart } from '../ui/parts/lazy-part.ts';
import { OPENED_AS_WALL, useOpening } from './opening.ts';
import { OpeningScreen } from './OpeningScreen.tsx';
import { useSelectionRoute } from './selection-route.ts';

const loadDesk = () => import('../staff/StaffDesk.tsx');
// Asked for before anything is drawn: the code comes while the database opens. A wall has no use for it.
const deskCode = OPENED_AS_WALL ? null : loadDesk();
if (!OPENED_AS_WALL) void import('../scene/SceneCanvas.tsx').catch(() => undefined);
const StaffDesk = lazyPart('desk code', () => deskCode ?? loadDesk());

const Desk = () => {
  useSelectionRoute();
  return <StaffDesk />;
};

export const StaffRoute = () => {
  const ready = useOpening((s) => s.phase === 'ready');
  return ready ? (
    <Suspense fallback={<OpeningScreen />}>
      <Desk />
    </Suspense>
  ) : (
    <OpeningScreen />
  );
};
