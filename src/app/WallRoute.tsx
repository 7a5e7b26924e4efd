/** The wall: without the shell, fetched while the database opens. Its page holds no person, so it is a page of its own. */
import { Suspense, useEffect } from 'react';
import { lazyPart } from '../ui/parts/lazy-part.ts';
import { OPENED_AS_WALL, retryOpening, useOpening } from './opening.ts';
import { OpeningScreen } from './OpeningScreen.tsx';
import { takeVersion } from '../wall/watch/version.ts';

const loadWall = () => import('../wall/index.tsx');
const wallCode = OPENED_AS_WALL ? loadWall() : null;
if (OPENED_AS_WALL) void import('../scene/wall/WallCanvas.tsx').catch(() => undefined);
const Wall = lazyPart('wall code', () => wallCode ?? loadWall());

/** Nobody stands before a wall to press “Retry”. */
const RETRY_MS = 30_000;

export const WallRoute = () => {
  const phase = useOpening((s) => s.phase);
  const trouble = useOpening((s) => s.trouble);
  // Somebody typed the wall's address into a desk: what this page has held of people goes with it.
  useEffect(() => {
    if (!OPENED_AS_WALL) window.location.reload();
  }, []);
  useEffect(() => {
    if (!OPENED_AS_WALL || phase !== 'failed') return;
    // What cannot be opened may be what a newer version wrote: then that version opens it.
    const retry = (): void =>
      void takeVersion()
        .catch(() => false)
        .then((taken) => taken || retryOpening());
    const timer = setTimeout(retry, RETRY_MS);
    return () => clearTimeout(timer);
  }, [phase]);
  return OPENED_AS_WALL && phase === 'ready' ? (
    <Suspense fallback={<OpeningScreen />}>
      <Wall trouble={trouble} />
    </Suspense>
  ) : (
    <OpeningScreen />
  );
};
