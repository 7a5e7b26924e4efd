/** What every wizard of the import shows: whose file it is, that it works, what went wrong, that it is done. */
import { Alert, Button, Input, Progress } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { notify } from '../../../state/notices.ts';
import { useUndo } from '../../../state/undo.ts';
import type { Written } from './places/views.ts';
import type { Problem } from '../../../transfer/problem.ts';
import { Icon } from '../../../ui/parts/icons.tsx';
import { Tag } from '../../../ui/parts/Tag.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { type ImportFile, useImport } from './import-store.ts';
import styles from './import.module.css';

export const nameOf = ({ path }: ImportFile): string => path.slice(path.lastIndexOf('/') + 1);

interface HeadProps {
  readonly file: ImportFile;
  /** Format, version, encoding; nothing while they are not known. */
  readonly tag: string | null;
  readonly onClose: () => void;
}

export const WizardHead = ({ file, tag, onClose }: HeadProps): ReactElement => {
  const { t } = useWords();
  return (
    <header className={styles.wizardHead}>
      <Button icon={<Icon name="chevronLeft" size={14} />} onClick={onClose}>
        {t('common.back')}
      </Button>
      <h1>{nameOf(file)}</h1>
      {tag !== null && <Tag tone="blue">{tag}</Tag>}
    </header>
  );
};

interface WorkingProps {
  readonly percent: number;
  readonly text: string;
  readonly onCancel: () => void;
  /** How fast it goes, for instance. */
  readonly children?: ReactNode;
}

export const Working = ({ percent, text, onCancel, children }: WorkingProps): ReactElement => {
  const { t } = useWords();
  return (
    <div className={styles.waiting} role="status">
      <Progress type="circle" percent={percent} size={88} aria-label={text} />
      <span>{text}</span>
      {children}
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

/** The import could not go on at all, or its file is refused with the place in it. */
export const Stopped = ({
  phase,
  refusal,
}: {
  phase: string;
  refusal: Problem | null;
}): ReactElement | null => {
  const { t, language } = useWords();
  if (phase === 'failed') return <Alert type="error" showIcon title={t('data.import.failed')} />;
  if (phase !== 'refused' || !refusal) return null;
  return <Alert type="error" showIcon title={refusal[language]} description={refusal.where} />;
};

/** The database refused what was to be written. */
export const NotWritten = ({ written }: { written: Written | null }): ReactElement | null => {
  const { t, language } = useWords();
  if (!written || written.ok) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={t('data.import.refused')}
      description={written.reasons.map((reason) => <div key={reason.en}>{reason[language]}</div>)}
    />
  );
};

interface SourceNameProps {
  readonly name: string;
  readonly onName: (name: string) => void;
}

/** What the source will be called among the others. */
export const SourceName = ({ name, onName }: SourceNameProps): ReactElement => {
  const { t } = useWords();
  return (
    <label className={styles.choice}>
      {t('data.options.name')}
      <Input value={name} maxLength={60} onChange={(event) => onName(event.target.value)} />
    </label>
  );
};
