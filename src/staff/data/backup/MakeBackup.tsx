/** Makes a backup of the open community, sealed by a passphrase that is typed twice. */
import { Alert, Button, Input, Progress } from 'antd';
import { type ReactElement, useState } from 'react';
import { dateOf } from '../../../domain/dates.ts';
import { disclose } from '../../../domain/operations/index.ts';
import { notify } from '../../../state/notices.ts';
import { usePlaces } from '../../../state/places.ts';
import { editStamp, save } from '../../../state/save.ts';
import { usePreferences } from '../../../state/preferences.ts';
import { backupState } from '../../../storage/index.ts';
import { checkPassphrase } from '../../../transfer/backup/passphrase.ts';
import type { Problem } from '../../../transfer/problem.ts';
import { useQuery } from '../../../ui/parts/use-query.ts';
import { useWords } from '../../../ui/parts/use-words.ts';
import page from '../data.module.css';
import { saveBlob } from '../../../ui/parts/save-file.ts';
import { told, withBackup } from './backup-client.ts';

export const MakeBackup = (): ReactElement => {
  const { t, language, number, instant } = useWords();
  const community = usePlaces((s) => s.community);
  const deskName = usePreferences((s) => s.deskName);
  const state = useQuery('backup-state', backupState);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [records, setRecords] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const known = community ? [community.name, community.code, community.district, deskName] : [];
  const check = checkPassphrase(passphrase, known);
  // What is invented may lie open; what is real may not.
  const open = community?.synthetic === true && passphrase === '';
  const ready = open || (check.ok && passphrase === again);

  const make = async (): Promise<void> => {
    if (!community) return;
    setRefusal(null);
    setRecords(0);
    try {
      const noted = disclose.run(
        null,
        { kind: 'backup', what: community.name, rows: 0, clear: false, reason: '' },
        editStamp(),
      );
      if (noted.ok) await save(noted.value);
      const answer = await withBackup(async (api) =>
        api.make(
          community.id,
          open ? null : passphrase,
          told((done: number) => setRecords(done)),
        ),
      );
      if (!answer.ok) return setRefusal(answer.problem);
      saveBlob(`${community.name}-${dateOf(Date.now())}.linli`, answer.value);
      notify({ kind: 'success', key: 'data.backup.made' });
      state.retry();
    } catch {
      notify({ kind: 'error', key: 'data.backup.failed' });
    } finally {
      setRecords(null);
    }
  };
  const last = state.data;
  return (
    <section className={page.card} aria-label={t('data.backup.make')}>
      <h2 className={page.cardTitle}>{t('data.backup.make')}</h2>
      {last && (
        <span className={page.soft}>
          {last.lastAt === null
            ? t('data.backup.never')
            : t('data.backup.last', { when: instant(last.lastAt), changes: number(last.changes) })}
        </span>
      )}
      <div className={page.form}>
        <Input.Password
          value={passphrase}
          autoComplete="new-password"
          placeholder={t('data.backup.passphrase')}
          aria-label={t('data.backup.passphrase')}
          onChange={(event) => setPassphrase(event.target.value)}
        />
        <Input.Password
          value={again}
          autoComplete="new-password"
          placeholder={t('data.backup.again')}
          aria-label={t('data.backup.again')}
          status={again !== '' && again !== passphrase ? 'error' : ''}
          onChange={(event) => setAgain(event.target.value)}
        />
      </div>
      {passphrase !== '' && (
        <Alert
          type={check.ok ? (check.strength === 'strong' ? 'success' : 'info') : 'warning'}
          showIcon
          title={t(`data.backup.strength.${check.strength}`)}
          description={check.reasons.map((reason) => reason[language]).join(language === 'zh' ? '' : ' ')}
        />
      )}
      <p className={page.soft}>{community?.synthetic ? t('data.backup.mayBeOpen') : t('data.backup.keep')}</p>
      {refusal && <Alert type="error" showIcon title={refusal[language]} />}
      {records !== null && (
        <div role="status">
          <Progress percent={100} status="active" showInfo={false} aria-label={t('data.backup.making')} />
          {t('data.backup.records', { records: number(records) })}
        </div>
      )}
      <div className={page.row}>
        <Button type="primary" disabled={!ready} loading={records !== null} onClick={() => void make()}>
          {t('data.backup.make')}
        </Button>
      </div>
    </section>
  );
};
