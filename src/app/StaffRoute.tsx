/** The staff desk, fetched while the database opens, and kept in step with the address. */
import { lazy, Suspense } from 'react';
import { useOpening } from './opening.ts';
import { OpeningScreen } from './OpeningScreen.tsx';
import { useSelectionRoute } from './selection-route.ts';

const deskCode = import('../staff/StaffDesk.tsx');
const StaffDesk = lazy(() => deskCode);

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
