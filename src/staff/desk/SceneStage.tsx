/** The middle of the desk: the scene with its overlays; a waiting ground before it, a clear word where there can be none. */
import { Spin } from 'antd';
import { Component, type ReactElement, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useAwaitingPicture } from '../../scene/first-picture.ts';
import { supportsWebGL2 } from '../../scene/quality.ts';
import { lazyPart } from '../../ui/parts/lazy-part.ts';
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

export const SceneStage = (): ReactElement => {
  const { t } = useTranslation();
  const awaiting = useAwaitingPicture();
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
      <div className={styles['legend']}>
        <Legend />
      </div>
      <div className={styles['camera']}>
        <CameraButtons />
      </div>
    </section>
  );
};
