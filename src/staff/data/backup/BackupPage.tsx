/** One file that holds everything: made here, restored here or on another machine. */
import type { ReactElement } from 'react';
import { useWords } from '../../../ui/parts/use-words.ts';
import page from '../data.module.css';
import { MakeBackup } from './MakeBackup.tsx';
import { RestoreBackup } from './RestoreBackup.tsx';

export const BackupPage = (): ReactElement => {
  const { t } = useWords();
  return (
    <div className={page.inner}>
      <header>
        <h1 className={page.heading}>{t('data.backup.title')}</h1>
        <p className={page.lead}>{t('data.backup.lead')}</p>
      </header>
      <MakeBackup />
      <RestoreBackup />
    </div>
  );
};
