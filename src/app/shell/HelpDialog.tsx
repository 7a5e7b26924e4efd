/** The shortcuts, in one short page. */
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './HelpDialog.module.css';

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);
const CTRL = isApple ? '⌘' : 'Ctrl';

const KEYS: readonly (readonly [text: string, ...keys: string[]])[] = [
  ['search', CTRL, 'K'],
  ['back', 'Esc'],
  ['undo', CTRL, 'Z'],
  ['redo', CTRL, 'Shift', 'Z'],
  ['help', '?'],
];
const SCENE_KEYS: readonly (readonly [text: string, ...keys: string[]])[] = [
  ['move', '←', '→', '↑', '↓'],
  ['turn', 'Q', 'E'],
  ['tilt', 'R', 'F'],
  ['zoomKeys', '+', '−'],
  ['north', 'N'],
  ['top', 'T'],
  ['homeView', 'H'],
];
const MOUSE = ['orbit', 'pan', 'zoom'] as const;

const Keys = ({ rows }: { rows: typeof KEYS }) => {
  const { t } = useTranslation();
  return rows.map(([text, ...keys]) => (
    <div key={text} className={styles['row']}>
      <dt>{t(`common.help.${text}`)}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </div>
  ));
};

export const HelpDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('common.help.title')} width={460}>
      <p className={styles['intro']}>{t('common.help.intro')}</p>
      <h3 className={styles['heading']}>{t('common.help.keys')}</h3>
      <dl className={styles['list']}>
        <Keys rows={KEYS} />
      </dl>
      <h3 className={styles['heading']}>{t('common.help.scene')}</h3>
      <p className={styles['intro']}>{t('common.help.sceneHint')}</p>
      <dl className={styles['list']}>
        <Keys rows={SCENE_KEYS} />
      </dl>
      <ul className={styles['mouse']}>
        {MOUSE.map((text) => (
          <li key={text}>{t(`common.help.${text}`)}</li>
        ))}
      </ul>
    </Modal>
  );
};
