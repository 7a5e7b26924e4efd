/**
 * Looks after the scene, step by step: a lost context comes back by itself; where it does not, or the scene throws, the scene is made
 * anew; where that does not help, the page is loaded anew; and where that happens too often the scene rests and the figures go on, to be
 * tried again later. Counted across reloads, so that nothing turns in circles.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { lastFrame, useWallView } from '../../state/wall-view.ts';
import { noteEvent } from './journal.ts';
import { mayReload, reloadWall } from './reload.ts';

/** A context that the browser gives back comes within this. */
const RESTORE_MS = 6000;
/**
 * Every restored context leaves some 40 KB behind in three.js (listeners of materials hold the programs of the lost one): after so many
 * the scene is made anew, which lets go of all of them.
 */
const RESTORES_KEPT = 8;
const REMOUNTS_BEFORE_RELOAD = 3;
const FORGET_MS = 600_000;
const REST_MS = 900_000;

export type SceneStep = 'remount' | 'reload' | 'rest';

/** What to do about one more failure, from the times of the ones before. Pure. */
export const nextStep = (failures: readonly number[], now: number, reloadAllowed: boolean): SceneStep => {
  const lately = failures.filter((at) => now - at < FORGET_MS).length;
  if (lately < REMOUNTS_BEFORE_RELOAD) return 'remount';
  return reloadAllowed ? 'reload' : 'rest';
};

/** A shot that was asked for is drawn within this, however slow the machine. */
export const STALL_MS = 45_000;
const LOOK_MS = 15_000;

/**
 * Has the scene stopped to draw although it should? It did before, another shot was asked for, and no frame has come since. All times
 * by one clock that no one sets.
 */
export const isStalled = (askedAt: number, lastFrameAt: number, now: number): boolean =>
  lastFrameAt > 0 && askedAt > lastFrameAt && now - askedAt > STALL_MS;

export interface SceneWatch {
  readonly on: boolean;
  /** A new number is a new scene. */
  readonly life: number;
  readonly fault: () => void;
}

export const useSceneWatch = (): SceneWatch => {
  const [life, setLife] = useState(0);
  const [on, setOn] = useState(true);
  const failures = useRef<number[]>([]);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());

  const later = useCallback((ms: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      work();
    }, ms);
    timers.current.add(timer);
  }, []);
  const fault = useCallback(() => {
    const now = Date.now();
    const step = nextStep(failures.current, now, mayReload(now));
    failures.current = [...failures.current.filter((at) => now - at < FORGET_MS), now];
    if (step === 'reload') return reloadWall('reload');
    noteEvent(step === 'remount' ? 'remount' : 'gaveUp');
    if (step === 'remount') return later(500, () => setLife((n) => n + 1));
    setOn(false);
    later(REST_MS, () => {
      failures.current = [];
      setOn(true);
      setLife((n) => n + 1);
    });
  }, [later]);

  useEffect(() => {
    // Contexts are lost at the canvas and do not bubble: caught on the way down.
    const isOurs = (event: Event): boolean =>
      event.target instanceof HTMLCanvasElement && event.target.closest('[data-wall]') !== null;
    let restored = 0;
    const waiting = new Map<EventTarget, ReturnType<typeof setTimeout>>();
    const onLost = (event: Event): void => {
      const { target } = event;
      if (!isOurs(event) || target === null || waiting.has(target)) return;
      waiting.set(
        target,
        setTimeout(() => {
          waiting.delete(target);
          // The canvas of a scene that is gone already (left, or made anew) is nobody's loss.
          if ((target as HTMLCanvasElement).isConnected) fault();
        }, RESTORE_MS),
      );
    };
    const onRestored = ({ target }: Event): void => {
      if (target === null) return;
      clearTimeout(waiting.get(target));
      waiting.delete(target);
      restored++;
      if (restored % RESTORES_KEPT === 0) later(1500, () => setLife((n) => n + 1));
    };
    document.addEventListener('webglcontextlost', onLost, { capture: true });
    document.addEventListener('webglcontextrestored', onRestored, { capture: true });
    const mine = timers.current;
    return () => {
      document.removeEventListener('webglcontextlost', onLost, { capture: true });
      document.removeEventListener('webglcontextrestored', onRestored, { capture: true });
      for (const timer of [...waiting.values(), ...mine]) clearTimeout(timer);
      mine.clear();
    };
  }, [fault, later]);

  // Frames that stopped coming: nothing is thrown and no context lost, and yet the picture stands.
  useEffect(() => {
    let askedAt = 0;
    let lookedAt = performance.now();
    const stop = useWallView.subscribe(({ shotSeq }, before) => {
      // The first shot since the last frame counts: a tour asks for more than can be waited for.
      if (shotSeq !== before.shotSeq && askedAt <= lastFrame.at) askedAt = performance.now();
    });
    const timer = setInterval(() => {
      const now = performance.now();
      // Whoever was away has not seen whether frames came.
      const away = document.hidden || now - lookedAt > 2 * LOOK_MS;
      lookedAt = now;
      if (away) askedAt = 0;
      else if (isStalled(askedAt, lastFrame.at, now)) {
        askedAt = 0;
        fault();
      }
    }, LOOK_MS);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [fault]);

  // A scene made anew begins with the shot of the tour.
  useEffect(() => {
    if (life === 0) return;
    lastFrame.at = 0;
    useWallView.setState((s) => ({ shotSeq: s.shotSeq + 1, takenOver: false }));
  }, [life]);

  return { on, life, fault };
};
