/**
 * The command centre's screens: the community alive behind its figures, touring by itself. Aggregates only, unattended for weeks; see
 * `figures/disclosure.ts` for what may be shown and `watch/` for how it looks after itself.
 */
import { lazy, type ReactElement, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWallView } from '../state/wall-view.ts';
import type { VersionTrouble } from '../storage/index.ts';
import { followFigures } from './figures/follow.ts';
import { Controls, usePresence } from './parts/Controls.tsx';
import { Header } from './parts/Header.tsx';
import { useRemote } from './remote/use-remote.ts';
import { SceneLayer } from './SceneLayer.tsx';
import { useSettings } from './settings/settings-store.ts';
import { Caption } from './tour/Caption.tsx';
import { useTour } from './tour/tour-store.ts';
import { useTourRunner } from './tour/use-tour.ts';
import { useLight, useSunRunner } from './use-light.ts';
import { useSceneInput } from './use-scene-input.ts';
import { useWatch } from './watch/use-watch.ts';
import { useWallLayout } from './use-wall-size.ts';
import { Wing } from './Wings.tsx';
import styles from './Wall.module.css';

const Editor = lazy(() => import('./editor/Editor.tsx'));

const Wall = ({ trouble }: { readonly trouble: VersionTrouble | null }): ReactElement => {
  const { t } = useTranslation();
  const layout = useWallLayout();
  const settings = useSettings((s) => s.settings);
  const mode = useLight((s) => s.mode);
  const taken = useWallView((s) => s.takenOver);
  const level = useWallView((s) => s.health.level);
  const rounds = useTour((s) => s.rounds);
  const present = usePresence();
  const [editing, setEditing] = useState(false);
  useEffect(followFigures, []);
  useSunRunner();
  useTourRunner();
  useSceneInput();
  useRemote();
  useWatch(trouble);
  return (
    <main
      className={styles['wall']}
      aria-label={t('wall.label')}
      data-wall
      data-shape={layout.shape}
      data-mode={mode}
      data-taken={taken}
      data-level={level}
      data-rounds={rounds}
      data-present={present || editing}
      style={{ gridTemplateColumns: layout.columns, gridTemplateRows: layout.rows }}
    >
      <SceneLayer layout={layout} />
      <Header area={layout.header} />
      <Wing panels={settings.left} slots={layout.left} pageSeconds={settings.pageSeconds} delaySeconds={0} />
      <Wing
        panels={settings.right}
        slots={layout.right}
        pageSeconds={settings.pageSeconds}
        delaySeconds={settings.pageSeconds / 2}
      />
      <Caption area={layout.caption} rem={layout.captionRem} />
      <span className={styles['footnote']}>{t('wall.footnote')}</span>
      <Controls shown={present} onEdit={() => setEditing(true)} />
      {editing && (
        <Suspense>
          <Editor onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </main>
  );
};

export default Wall;
