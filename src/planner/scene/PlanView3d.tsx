/** The open plan in 3D, over the map that stays as it is beneath: nothing is published, and back in the map all is as one left it. */
import { Checkbox, Segmented, Spin } from 'antd';
import {
  type ReactElement,
  Suspense,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
} from 'react';
import { useAwaitingPicture } from '../../scene/first-picture.ts';
import { supportsWebGL2 } from '../../scene/quality.ts';
import type { PreviewHit } from '../../scene/preview/click-hit.ts';
import { faceAt, mmFromLngLat } from '../../geometry/tiling/index.ts';
import { usePlaces } from '../../state/places.ts';
import { useView } from '../../state/view.ts';
import { IconButton } from '../../ui/parts/IconButton.tsx';
import { lazyPart } from '../../ui/parts/lazy-part.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { colours } from '../map/shared-colours.ts';
import { selectFace, usePlanner } from '../session/planner-store.ts';
import { planIn3d } from './plan-in-3d.ts';
import styles from './scene.module.css';

const PlanCanvas = lazyPart('plan scene code', () => import('../../scene/plan/PlanCanvas.tsx'));

type Shown = 'now' | 'before';

const useIn3d = () => {
  const { t, number } = useWords();
  // The session changes in place: its version says when to look again.
  const version = usePlanner((s) => s.version);
  const session = usePlanner((s) => s.session);
  const frame = usePlaces((s) => s.frame);
  const night = useView((s) => s.mode === 'night');
  return useMemo(
    () =>
      session === null || frame === null || version < 0
        ? null
        : planIn3d(session, frame, colours, night, (households) =>
            t('planScene.households', { count: households, shown: number(households) }),
          ),
    [session, frame, version, night, t, number],
  );
};

export const PlanView3d = ({ onClose }: { onClose: () => void }): ReactElement => {
  const { t, number } = useWords();
  const awaiting = useAwaitingPicture();
  const in3d = useIn3d();
  const faceId = usePlanner((s) => s.faceId);
  const [shown, setShown] = useState<Shown>('now');
  const [walls, setWalls] = useState(false);
  const [ghosts, setGhosts] = useState(true);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  });
  useEffect(() => {
    // Before the editor's own keys: Esc means back to the map here.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);

  const onPick = useCallback(
    ({ building, lngLat }: PreviewHit): void => {
      const { session } = usePlanner.getState();
      const { frame } = usePlaces.getState();
      if (session === null || frame === null) return;
      const [tiling, faceOf] =
        shown === 'now' ? [session.tiling, session.assignment.faceOf] : [session.base, session.baseFaceOf];
      const id = building >= 0 ? faceOf[building] : faceAt(tiling, mmFromLngLat(frame, lngLat))?.faceId;
      if (id !== undefined && id !== null && session.tiling.face(id) !== undefined) selectFace(id);
    },
    [shown],
  );

  const was = useMemo(
    () => new Map(in3d?.before.grids.map(({ id, households }) => [id, households])),
    [in3d],
  );
  if (in3d === null) return <div className={styles.view} />;
  if (!supportsWebGL2())
    return (
      <div className={styles.view}>
        <p className={styles.none}>{t('scene.noWebGl.text')}</p>
        <IconButton icon="close" label={t('planScene.back')} onClick={onClose} />
      </div>
    );
  const { grids, rgba } = in3d[shown];
  return (
    <section className={styles.view} aria-label={t('planScene.label')} data-shown={shown}>
      <Suspense fallback={null}>
        <PlanCanvas
          grids={grids}
          former={in3d.former}
          rgba={rgba}
          walls={walls}
          ghosts={ghosts && shown === 'now'}
          markedId={faceId}
          onPick={onPick}
        />
      </Suspense>
      {awaiting && (
        <div className={styles.coming} role="status">
          <Spin />
          {t('scene.loading')}
        </div>
      )}
      <div className={styles.controls}>
        <Segmented
          aria-label={t('planScene.compare')}
          value={shown}
          options={[
            { value: 'before', label: t('planScene.before') },
            { value: 'now', label: t('planScene.now') },
          ]}
          onChange={(value) => setShown(value as Shown)}
        />
        <Checkbox checked={walls} onChange={(event) => setWalls(event.target.checked)}>
          {t('planScene.walls')}
        </Checkbox>
        <Checkbox
          checked={ghosts}
          disabled={shown === 'before' || in3d.former.length === 0}
          onChange={(event) => setGhosts(event.target.checked)}
        >
          {t('planScene.ghosts')}
        </Checkbox>
        <button type="button" className={styles.back} onClick={onClose}>
          {t('planScene.back')} <kbd>Esc</kbd>
        </button>
      </div>
      <ul className={styles.legend} aria-label={t('planScene.legend')}>
        {grids.map(({ id, name, colour, households }) => {
          const change = shown === 'now' ? households - (was.get(id) ?? 0) : 0;
          return (
            <li key={id} data-chosen={id === faceId}>
              <button type="button" onClick={() => selectFace(id)}>
                <span className={styles.chip} style={{ background: colour }} />
                <span className={styles.name}>{name}</span>
                <span className={styles.figure}>{number(households)}</span>
                <span className={styles.change} data-up={change > 0}>
                  {change === 0 ? '' : `${change > 0 ? '▲' : '▼'} ${number(Math.abs(change))}`}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
