/** What every import of places shows while it works and when it is done. */
import { Button, Progress } from 'antd';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { notify } from '../../../state/notices.ts';
import { useUndo } from '../../../state/undo.ts';
import { Icon } from '../../../ui/parts/icons.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { type ImportFile, useImport } from './import-store.ts';
import styles from './import.module.css';

export const nameOf = ({ path }: ImportFile): string => path.slice(path.lastIndexOf('/') + 1);

interface WorkingProps {
  readonly percent: number;
  readonly text: string;
  readonly onCancel: () => void;
}

export const Working = ({ percent, text, onCancel }: WorkingProps): ReactElement => {
  const { t } = useWords();
  return (
    <div className={styles.waiting} role="status">
      <Progress type="circle" percent={percent} size={88} aria-label={text} />
      <span>{text}</span>
      <Button onClick={onCancel}>{t('common.cancel')}</Button>
    </div>
  );
};

interface DoneProps {
  readonly file: ImportFile;
  readonly onClose: () => void;
}

export const Done = ({ file, onClose }: DoneProps): ReactElement => {
  const { t } = useWords();
  const navigate = useNavigate();
  const { finish } = useImport();
  const leave = (): void => finish(file.id);
  return (
    <div className={styles.waiting} role="status">
      <Icon name="done" size={48} />
      <strong>{t('data.import.written', { name: nameOf(file) })}</strong>
      <div className={styles.row}>
        <Button
          type="primary"
          onClick={() => {
            leave();
            void navigate('/staff');
          }}
        >
          {t('data.back')}
        </Button>
        <Button onClick={leave}>{t('data.import.more')}</Button>
        <Button
          onClick={() => {
            void useUndo
              .getState()
              .undo()
              .then(() => notify({ kind: 'info', key: 'data.import.undone' }));
            onClose();
          }}
        >
          {t('common.undo.undo')}
        </Button>
      </div>
    </div>
  );
};
