/** One certificate, to be issued or issued already: read, printed; of an issued one, whether the data still are those of that day. */
import { Button, Modal } from 'antd';
import { type ReactElement, useMemo, useRef, useState } from 'react';
import { issueCertificate } from '../../domain/operations/index.ts';
import { notify } from '../../state/notices.ts';
import { editStamp, save } from '../../state/save.ts';
import { record } from '../../storage/index.ts';
import { printCard } from '../../ui/parts/print.ts';
import { Tag } from '../../ui/parts/Tag.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import { certificateChecksum, certificateOf } from './certificate.ts';
import { CertificateSheet, type SheetCertificate } from './CertificateSheet.tsx';
import { all, type Coverage } from './gather.ts';

export const CertificateDialog = ({
  coverage,
  issued,
  onClose,
}: {
  coverage: Coverage;
  /** Null for a new one. */
  issued: SheetCertificate | null;
  onClose: () => void;
}): ReactElement => {
  const { t, instant } = useWords();
  const sheet = useRef<HTMLDivElement>(null);
  const [kept, setKept] = useState<SheetCertificate | null>(issued);
  const [isRunning, setRunning] = useState(false);
  const checksum = useMemo(() => certificateChecksum(coverage.records), [coverage]);
  const draft = useMemo((): SheetCertificate => {
    const { records, report, at } = coverage;
    return { ...certificateOf(records, report, { by: editStamp().by, at, checksum }), number: null };
  }, [coverage, checksum]);
  const isSame = issued?.checksum === checksum;
  const shown = kept ?? draft;

  const print = ({ number, at, by }: SheetCertificate): void => {
    if (sheet.current === null) return;
    printCard(
      sheet.current,
      `${shown.communityName} ${t('coverage.certificate.title')}`,
      t('coverage.certificate.note', {
        number: t('coverage.certificate.number', { number: number ?? t('coverage.certificate.draft') }),
        when: instant(at),
        by: by || t('coverage.certificate.nobody'),
      }),
    );
  };
  const issue = async (): Promise<void> => {
    setRunning(true);
    const { number: _, ...input } = draft;
    const edit = issueCertificate.run({ issued: await all('disclosures') }, input, editStamp());
    const answer = edit.ok ? await save(edit.value) : edit;
    setRunning(false);
    if (!answer.ok || !edit.ok)
      return notify({
        kind: 'error',
        key: 'common.save.failed',
        reasons: answer.ok ? [] : answer.reasons,
      });
    const [change] = edit.value.changes;
    const made = change && 'put' in change ? await record('disclosures', change.put.id) : undefined;
    if (made?.certificate === undefined) return;
    setKept(made.certificate);
    print(made.certificate);
  };
  return (
    <Modal
      open
      width={860}
      title={
        <>
          {t('coverage.certificate.title')}{' '}
          {shown.number !== null && t('coverage.certificate.number', { number: shown.number })}
        </>
      }
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t('common.close')}
        </Button>,
        kept === null ? (
          <Button key="issue" type="primary" loading={isRunning} onClick={() => void issue()}>
            {t('coverage.certificate.issueNow')}
          </Button>
        ) : (
          <Button key="print" type="primary" onClick={() => print(kept)}>
            {t('coverage.certificate.print')}
          </Button>
        ),
      ]}
    >
      {kept === null && <p>{t('coverage.certificate.preview')}</p>}
      {issued !== null && (
        <p>
          <Tag tone={isSame ? 'green' : 'amber'}>
            {t(isSame ? 'coverage.certificate.same' : 'coverage.certificate.changed')}
          </Tag>
        </p>
      )}
      <div ref={sheet}>
        <CertificateSheet certificate={shown} />
      </div>
    </Modal>
  );
};
