/** Import: drop files, see what each is, and go through them one by one. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Icon } from '../../../ui/parts/icons.tsx';
import { Tag } from '../../../ui/parts/Tag.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import page from '../data.module.css';
import { usePending } from '../backup/pending.ts';
import { dataPath } from '../data-sections.ts';
import { DropZone } from './DropZone.tsx';
import { blobOf, type ImportFile, useImport } from './import-store.ts';
import styles from './import.module.css';
import { PlaceWizard } from './places/PlaceWizard.tsx';
import { AddressForm } from './tiles/AddressForm.tsx';
import { TilesetWizard } from './tiles/TilesetWizard.tsx';
import { TableWizard } from './tables/TableWizard.tsx';

export const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const FileLine = ({ file }: { file: ImportFile }): ReactElement => {
  const { t, language } = useWords();
  const { open, remove } = useImport();
  const { kind } = file;
  const navigate = useNavigate();
  const { search } = useLocation();
  const readable = kind?.kind === 'places' || kind?.kind === 'table';
  return (
    <li className={styles.file}>
      <span className={styles.fileName}>{file.path}</span>
      {!file.served && <span className={styles.soft}>{sizeText(file.size)}</span>}
      {kind && (
        <Tag tone={readable ? 'blue' : 'plain'}>
          {kind.kind === 'places' ? t(`data.format.${kind.format}`) : t(`data.import.kind.${kind.kind}`)}
        </Tag>
      )}
      {file.done && <Tag tone="green">{t('data.import.done')}</Tag>}
      {kind?.kind === 'unknown' && <span className={styles.why}>{kind.problem[language]}</span>}
      <span className={styles.spring} />
      {kind?.kind === 'backup' && (
        <Button
          size="small"
          type="primary"
          onClick={() => {
            const blob = blobOf(file.id);
            if (blob) usePending.setState({ file: new File([blob], file.path) });
            void navigate({ pathname: dataPath('backup'), search });
          }}
        >
          {t('data.backup.restore')}
        </Button>
      )}
      {readable && (
        <Button size="small" type="primary" onClick={() => open(file.id)}>
          {t('data.import.go')}
        </Button>
      )}
      <Button
        size="small"
        type="text"
        aria-label={t('data.import.remove', { name: file.path })}
        icon={<Icon name="close" size={14} />}
        onClick={() => remove(file.id)}
      />
    </li>
  );
};

export const ImportPage = (): ReactElement => {
  const { t } = useWords();
  const { files, openId, add, open } = useImport();
  const current = files.find(({ id }) => id === openId);
  if (current?.kind?.kind === 'places' && current.kind.format === '3dtiles')
    return <TilesetWizard key={current.id} file={current} onClose={() => open(null)} />;
  if (current?.kind?.kind === 'places')
    return (
      <PlaceWizard key={current.id} file={current} format={current.kind.format} onClose={() => open(null)} />
    );
  if (current?.kind?.kind === 'table')
    return <TableWizard key={current.id} file={current} onClose={() => open(null)} />;
  return (
    <div className={page.inner}>
      <header>
        <h1 className={page.heading}>{t('data.import.title')}</h1>
        <p className={page.lead}>{t('data.import.lead')}</p>
      </header>
      <DropZone onFiles={(given) => void add(given)} />
      <AddressForm />
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file) => (
            <FileLine key={file.id} file={file} />
          ))}
        </ul>
      )}
    </div>
  );
};
