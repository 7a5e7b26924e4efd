/** Where files and folders are dropped or chosen. */
import { Button } from 'antd';
import { type DragEvent, type ReactElement, useRef, useState } from 'react';
import { useWords } from '../../../ui/parts/use-words.ts';
import { filesOfDrop } from './dropped-files.ts';
import styles from './import.module.css';

interface Props {
  readonly onFiles: (files: readonly { readonly path: string; readonly blob: Blob }[]) => void;
}

const listed = (list: FileList | null) =>
  [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, blob: file }));

export const DropZone = ({ onFiles }: Props): ReactElement => {
  const { t } = useWords();
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void filesOfDrop(event.dataTransfer).then(onFiles);
  };
  return (
    <div
      className={styles.drop}
      data-over={over}
      role="group"
      aria-label={t('data.import.drop')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <strong>{t('data.import.drop')}</strong>
      <span className={styles.soft}>{t('data.import.formats')}</span>
      <div className={styles.row}>
        <Button type="primary" onClick={() => files.current?.click()}>
          {t('data.import.choose')}
        </Button>
        <Button onClick={() => folder.current?.click()}>{t('data.import.chooseFolder')}</Button>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={t('data.import.choose')}
        onChange={(event) => {
          onFiles(listed(event.target.files));
          event.target.value = '';
        }}
      />
      <input
        ref={(element) => {
          folder.current = element;
          element?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        multiple
        hidden
        aria-label={t('data.import.chooseFolder')}
        onChange={(event) => {
          onFiles(listed(event.target.files));
          event.target.value = '';
        }}
      />
    </div>
  );
};
