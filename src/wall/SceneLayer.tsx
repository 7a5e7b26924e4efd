/** The scene behind the panels, and the light that falls off towards them. Where it cannot be drawn, the figures go on. */
import { Component, type ReactElement, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { supportsWebGL2 } from '../scene/quality.ts';
import { LEVELS } from '../scene/wall/governor.ts';
import { useWallView } from '../state/wall-view.ts';
import { lazyPart } from '../ui/parts/lazy-part.ts';
import type { WallLayout } from './layout/lay-out-wall.ts';
import styles from './Wall.module.css';
import { useSceneWatch } from './watch/scene-watch.ts';

const WallCanvas = lazyPart('scene code', () => import('../scene/wall/WallCanvas.tsx'));

interface GuardProps {
  readonly children: ReactNode;
  readonly onFault: () => void;
}

/** A scene that throws is made anew by the watch, not by a button. */
class SceneGuard extends Component<GuardProps, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override componentDidCatch(): void {
    this.props.onFault();
  }
  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}

const VEIL_MS = 420;

/** Over a cut from shot to shot, where flights would stutter. */
const Veil = (): ReactElement | null => {
  const seq = useWallView((s) => s.shotSeq);
  const cuts = useWallView((s) => LEVELS[s.health.level]?.flights === false);
  const [on, setOn] = useState(false);
  useEffect(() => {
    if (!cuts || seq === 0) return;
    const begin = requestAnimationFrame(() => setOn(true));
    const end = setTimeout(() => setOn(false), VEIL_MS);
    return () => {
      cancelAnimationFrame(begin);
      clearTimeout(end);
      setOn(false);
    };
  }, [seq, cuts]);
  // Unseen it would still be a layer as large as the scene.
  return cuts ? <div className={styles['veil']} data-on={on} /> : null;
};

const SIDES = ['Top', 'Bottom', 'Left', 'Right'] as const;

/** The light that falls off under the panels. */
const Rims = ({ bottom, rim }: { readonly bottom: number; readonly rim: string }): ReactElement => (
  <>
    {SIDES.map((side) => (
      <div
        key={side}
        className={`${styles['rim']} ${styles[`rim${side}`]}`}
        style={{ '--scene-bottom': `${bottom}rem`, '--rim': rim } as object}
      />
    ))}
  </>
);

/** Where nothing lies over the scene it fades into the wall within a few letters of its edge. */
const Edges = (): ReactElement => (
  <>
    {SIDES.map((side) => (
      <div key={side} className={`${styles['edge']} ${styles[`edge${side}`]}`} />
    ))}
  </>
);

export const SceneLayer = ({ layout }: { readonly layout: WallLayout }): ReactElement => {
  const { t } = useTranslation();
  const { canvas, free } = layout;
  const watch = useSceneWatch();
  const able = supportsWebGL2();
  // From the wall's edge to a little way into the free part.
  const rim = `calc(${(free.left * 100).toFixed(2)}vw + 3.5rem)`;
  return (
    <>
      <div
        className={styles['scene']}
        style={
          {
            '--scene-x': `${canvas.left}rem`,
            '--scene-top': `${canvas.top}rem`,
            '--scene-bottom': `${canvas.bottom}rem`,
          } as object
        }
      >
        {able && watch.on ? (
          <SceneGuard key={watch.life} onFault={watch.fault}>
            <Suspense fallback={null}>
              <WallCanvas />
            </Suspense>
          </SceneGuard>
        ) : (
          <p className={styles['noScene']}>{t('wall.noScene')}</p>
        )}
        {canvas.framed && <Edges />}
        <Veil />
      </div>
      {!canvas.framed && <Rims bottom={canvas.bottom} rim={rim} />}
    </>
  );
};
