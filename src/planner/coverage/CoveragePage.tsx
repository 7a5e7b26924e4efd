/** “No blank spot” over the whole organisation: the verdict, a card a theme, the findings with their map, and the certificates. */
import { Button } from 'antd';
import { type ReactElement, useEffect, useEffectEvent, useState } from 'react';
import type { CoverageFix, CoverageReport } from '../../domain/checks/coverage/index.ts';
import { isCertificate } from '../../domain/operations/index.ts';
import { Icon } from '../../ui/parts/icons.tsx';
import { Failed, Waiting } from '../../ui/parts/States.tsx';
import { useQuery } from '../../ui/parts/use-query.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { BeginDialog } from '../home/BeginDialog.tsx';
import { DocumentPage } from '../parts/DocumentPage.tsx';
import { carryOut } from './carry-out.ts';
import { CertificateDialog } from './CertificateDialog.tsx';
import { Certificates } from './Certificates.tsx';
import type { SheetCertificate } from './CertificateSheet.tsx';
import { Chooser, type ChoosingFix, isChoosing } from './Chooser.tsx';
import { shownFindings, step, useChosen } from './chosen.ts';
import styles from './coverage.module.css';
import { CoverageMap } from './CoverageMap.tsx';
import { FindingList } from './FindingList.tsx';
import { all, checkNow, type Coverage } from './gather.ts';
import { ThemeCards } from './ThemeCards.tsx';
import { useBeginPlan } from './use-begin-plan.ts';

const Verdict = ({ report, at }: { report: CoverageReport; at: number }): ReactElement => {
  const { t, instant } = useWords();
  const findings = report.themes.flatMap((theme) => [...theme.findings]);
  const gaps = findings.filter(({ level }) => level === 'error').length;
  const remarks = findings.length - gaps;
  const state = report.isWhole ? 'whole' : gaps > 0 ? 'gaps' : 'notYet';
  return (
    <section className={styles.verdict} data-verdict={state} aria-live="polite">
      <Icon name={report.isWhole ? 'done' : 'warning'} size={36} />
      <div>
        <p className={styles.verdictTitle}>
          {state === 'gaps'
            ? t('coverage.gaps', { count: gaps })
            : t(`coverage.${state === 'whole' ? 'whole' : 'state.notYet'}`)}
        </p>
        <p className={styles.verdictText}>
          {t(`coverage.${state}Text`)}
          {remarks > 0 && ` ${t('coverage.remarks', { count: remarks })}`}
        </p>
      </div>
      <span className={styles.verdictAt}>{t('coverage.at', { when: instant(at) })}</span>
    </section>
  );
};

/** N and ⇧N step through the list, except while somebody writes or a dialog is open. */
const useStepKeys = (onStep: (by: 1 | -1) => void): void => {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== 'n') return;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    if (document.querySelector('[role="dialog"]') !== null) return;
    event.preventDefault();
    onStep(event.shiftKey ? -1 : 1);
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
};

const Checked = ({ coverage }: { coverage: Coverage }): ReactElement => {
  const { records, report, at } = coverage;
  const filter = useChosen();
  const [choosing, setChoosing] = useState<ChoosingFix | null>(null);
  const plan = useBeginPlan();
  const shown = shownFindings(
    report.themes.flatMap(({ findings }) => [...findings]),
    filter,
  );
  useStepKeys((by) => step(shown, by));
  const onFix = (fix: CoverageFix): void => {
    if (isChoosing(fix)) setChoosing(fix);
    else void carryOut(fix, null, records);
  };
  return (
    <>
      <Verdict report={report} at={at} />
      <ThemeCards report={report} />
      <div className={styles.work}>
        <FindingList
          shown={shown}
          records={records}
          onFix={onFix}
          onRedraw={(spot) => void plan.begin(spot)}
        />
        <CoverageMap coverage={coverage} shown={shown} />
      </div>
      {choosing !== null && (
        <Chooser
          key={JSON.stringify(choosing)}
          fix={choosing}
          records={records}
          onClose={() => setChoosing(null)}
        />
      )}
      {plan.asking !== null && (
        <BeginDialog
          beginning={plan.asking.beginning}
          nameOfPlan={plan.name}
          onClose={plan.cancel}
          onMade={plan.open}
        />
      )}
    </>
  );
};

export const CoveragePage = (): ReactElement => {
  const { t } = useWords();
  const coverage = useQuery('coverage', checkNow);
  const kept = useQuery('certificates', async () => (await all('disclosures')).filter(isCertificate));
  const [looking, setLooking] = useState<{ readonly certificate: SheetCertificate | null } | null>(null);
  return (
    <DocumentPage
      back={{ to: '/planner', label: t('coverage.back') }}
      title={t('coverage.title')}
      lead={t('coverage.lead')}
      actions={
        <Button
          type="primary"
          size="large"
          disabled={coverage.status !== 'ready'}
          onClick={() => setLooking({ certificate: null })}
        >
          {t('coverage.certificate.issue')}
        </Button>
      }
    >
      {coverage.status === 'loading' && <Waiting lines={8} />}
      {coverage.status === 'failed' && <Failed retry={coverage.retry} />}
      {coverage.data && <Checked coverage={coverage.data} />}
      {kept.data && <Certificates issued={kept.data} onLook={(certificate) => setLooking({ certificate })} />}
      {looking !== null && coverage.data && (
        <CertificateDialog
          key={looking.certificate?.number ?? ''}
          coverage={coverage.data}
          issued={looking.certificate}
          onClose={() => setLooking(null)}
        />
      )}
    </DocumentPage>
  );
};
