/** The staff desk, fetched while the database opens, and kept in step with the address. */
import { Suspense } from 'react';
import { lazyPart } from '../ui/parts/lazy-part.ts';
import { useOpening } from './opening.ts';
import { OpeningScreen } from './OpeningScreen.tsx';
import { useSelectionRoute } from './selection-route.ts';

// Asked for before anything is drawn: the code comes while the database opens.
const deskCode = import('../staff/StaffDesk.tsx');
void import('../scene/SceneCanvas.tsx').catch(() => undefined);
const StaffDesk = lazyPart('desk code', () => deskCode);

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
