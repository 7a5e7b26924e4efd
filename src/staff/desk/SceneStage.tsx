/** The middle of the desk: the scene with its overlays; a waiting ground before it, a clear word where there can be none. */
import { Spin } from 'antd';
import { Component, type ReactElement, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useAwaitingPicture } from '../../scene/first-picture.ts';
import { supportsWebGL2 } from '../../scene/quality.ts';
import { usePlaces } from '../../state/places.ts';
import { lazyPart } from '../../ui/parts/lazy-part.ts';
import { dataPath } from '../data/data-sections.ts';
import { CameraButtons } from '../map/CameraButtons.tsx';
import { Legend } from '../map/Legend.tsx';
import styles from './SceneStage.module.css';

const SceneCanvas = lazyPart('scene code', () => import('../../scene/SceneCanvas.tsx'));

/** A scene that throws must not take the desk with it. */
class SceneGuard extends Component<{ children: ReactNode; instead: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}

const NoScene = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <div className={styles['none']} role="status">
    <div className={styles['message']}>{children}</div>
  </div>
);

const Coming = (): ReactElement => {
  const { t } = useTranslation();
  return (
    <div className={styles['coming']} role="status">
      <Spin />
      {t('scene.loading')}
    </div>
  );
};

/** A community that has just been begun: the way to its buildings. */
const FirstSteps = (): ReactElement => {
  const { t } = useTranslation();
  const { search } = useLocation();
  return (
    <div className={styles['first']} role="status">
      <h2 className={styles['title']}>{t('scene.empty.title')}</h2>
      <p>{t('scene.empty.text')}</p>
      <Link className={styles['go']} to={{ pathname: dataPath('import'), search }}>
        {t('scene.empty.go')}
      </Link>
    </div>
  );
};

export const SceneStage = (): ReactElement => {
  const { t } = useTranslation();
  const awaiting = useAwaitingPicture();
  const empty = usePlaces((s) => s.status === 'ready' && s.buildings.length === 0);
  if (!supportsWebGL2())
    return (
      <section className={styles['stage']} aria-label={t('scene.label')}>
        <NoScene>
          <h2 className={styles['title']}>{t('scene.noWebGl.title')}</h2>
          <p>{t('scene.noWebGl.text')}</p>
          <p>{t('scene.noWebGl.rest')}</p>
        </NoScene>
        <div className={styles['legend']}>
          <Legend />
        </div>
      </section>
    );
  return (
    <section className={styles['stage']} aria-label={t('scene.label')}>
      <SceneGuard instead={<NoScene>{t('scene.failed')}</NoScene>}>
        <Suspense fallback={<Coming />}>
          <SceneCanvas />
          {awaiting && <Coming />}
        </Suspense>
      </SceneGuard>
      {empty && <FirstSteps />}
      <div className={styles['legend']}>
        <Legend />
      </div>
      <div className={styles['camera']}>
        <CameraButtons />
      </div>
    </section>
  );
};
