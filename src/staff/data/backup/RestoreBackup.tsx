/** Restores a backup: what it is, its passphrase, the whole of it checked, then written beside what is there. */
import { Alert, Button, Input, Progress } from 'antd';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { notify } from '../../../state/notices.ts';
import type { BackupHeader } from '../../../transfer/backup/format.ts';
import type { Problem } from '../../../transfer/problem.ts';
import { Fact, Facts } from '../../../ui/parts/Facts.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { openOther } from '../communities/open-other.ts';
import page from '../data.module.css';
import { told, withBackup } from './backup-client.ts';
import { usePending } from './pending.ts';

interface Chosen {
  readonly file: File;
  readonly header: BackupHeader;
}
interface Way {
  readonly stage: 'check' | 'write';
  readonly percent: number;
}

export const RestoreBackup = (): ReactElement => {
  const { t, language, instant } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [way, setWay] = useState<Way | null>(null);
  const [refusal, setRefusal] = useState<Problem | null>(null);

  const choose = async (file: File | undefined): Promise<void> => {
    setRefusal(null);
    setChosen(null);
    setPassphrase('');
    if (!file) return;
    const answer = await withBackup(async (api) => api.header(file, file.name));
    if (answer.ok) setChosen({ file, header: answer.value });
    else setRefusal(answer.problem);
  };
  const pending = usePending((s) => s.file);
  useEffect(() => {
    if (!pending) return;
    usePending.setState({ file: null });
    void choose(pending);
  }, [pending]);
  const restore = async (): Promise<void> => {
    if (!chosen) return;
    setRefusal(null);
    setWay({ stage: 'check', percent: 0 });
    try {
      const { file, header } = chosen;
      const answer = await withBackup(async (api) =>
        api.restore(
          file,
          file.name,
          header.encryption ? passphrase : null,
          told((stage: Way['stage'], done: number, total: number) =>
            setWay({ stage, percent: total > 0 ? Math.round((100 * done) / total) : 0 }),
          ),
        ),
      );
      if (!answer.ok) return setRefusal(answer.problem);
      await openOther(answer.value.communityId);
    } catch {
      notify({ kind: 'error', key: 'data.backup.restoreFailed' });
    } finally {
      setWay(null);
    }
  };
  return (
    <section className={page.card} aria-label={t('data.backup.restore')}>
      <h2 className={page.cardTitle}>{t('data.backup.restore')}</h2>
      <p className={page.soft}>{t('data.backup.restoreLead')}</p>
      <div className={page.row}>
        <Button onClick={() => input.current?.click()}>{t('data.backup.choose')}</Button>
        <input
          ref={input}
          type="file"
          accept=".linli"
          hidden
          aria-label={t('data.backup.choose')}
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        {chosen && <span>{chosen.file.name}</span>}
      </div>
      {chosen && (
        <>
          <Facts>
            <Fact label={t('data.backup.community')}>{chosen.header.community.name}</Fact>
            <Fact label={t('data.backup.createdAt')}>{instant(chosen.header.createdAt)}</Fact>
          </Facts>
          {chosen.header.encryption && (
            <Input.Password
              value={passphrase}
              autoComplete="off"
              placeholder={t('data.backup.passphrase')}
              aria-label={t('data.backup.restorePassphrase')}
              onChange={(event) => setPassphrase(event.target.value)}
            />
          )}
        </>
      )}
      {refusal && <Alert type="error" showIcon title={refusal[language]} description={refusal.where} />}
      {way && (
        <div role="status">
          <Progress percent={way.percent} aria-label={t(`data.backup.stage.${way.stage}`)} />
          {t(`data.backup.stage.${way.stage}`)}
        </div>
      )}
      {chosen && (
        <div className={page.row}>
          <Button
            type="primary"
            loading={way !== null}
            disabled={chosen.header.encryption !== null && passphrase === ''}
            onClick={() => void restore()}
          >
            {t('data.backup.restore')}
          </Button>
        </div>
      )}
    </section>
  );
};
