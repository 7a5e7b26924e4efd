/** The list of problems: each flies to its place, and has its repairs beside it. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { FaceId, Finding, Fix } from '../../geometry/tiling/index.ts';
import { Empty } from '../../ui/parts/States.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import { FindingRow, Findings } from '../parts/Findings.tsx';
import { fix } from '../session/fixes.ts';
import { usePlanner } from '../session/planner-store.ts';
import styles from './editor.module.css';
import { findingsIn, goToFinding, stepFinding, useFinding } from './step-finding.ts';

interface Props {
  readonly onOpenGrid: (faceId: FaceId) => void;
  readonly onRebalance: (faceIds: readonly FaceId[]) => void;
}

/** The grid that a repair names, where two repairs of the same kind differ by it. */
const subjectOf = (repair: Fix, name: (id: FaceId) => string): string => {
  if (repair.kind === 'merge' || repair.kind === 'paint')
    return name(repair.kind === 'merge' ? (repair.faceIds[0] ?? '') : repair.faceId);
  return '';
};

const FixButtons = ({ finding, onOpenGrid, onRebalance }: Props & { finding: Finding }): ReactElement => {
  const { t } = useWords();
  const { session, editable } = usePlanner.getState();
  return (
    <>
      {finding.fixes.map((repair) => (
        <Button
          key={`${repair.kind} ${JSON.stringify(repair)}`}
          size="small"
          disabled={!editable}
          onClick={() => fix(repair, onOpenGrid, onRebalance)}
        >
          {t(`planner.fix.${repair.kind}`, {
            name: subjectOf(repair, (id) => session?.faceName(id) ?? ''),
          })}
        </Button>
      ))}
    </>
  );
};

export const Problems = (props: Props): ReactElement => {
  const { t, language } = useWords();
  const reports = usePlanner((s) => s.reports);
  const chosen = useFinding((s) => s.id);
  const findings = findingsIn(reports);
  const fine = reports.filter(({ state }) => state === 'ok');
  return (
    <div className={styles.card}>
      {findings.length > 0 && (
        <div className={styles.row}>
          <Button size="small" onClick={() => stepFinding(-1)}>
            {t('planner.problems.previous')}
          </Button>
          <Button size="small" onClick={() => stepFinding(1)}>
            {t('planner.problems.next')}
          </Button>
        </div>
      )}
      {findings.length === 0 && <Empty>{t('planner.problems.none')}</Empty>}
      <Findings>
        {findings.map((finding) => (
          <FindingRow
            key={finding.id}
            id={finding.id}
            level={finding.level}
            word={t(`planner.level.${finding.level}`)}
            text={finding[language]}
            isChosen={finding.id === chosen}
            onChoose={() => goToFinding(finding)}
          >
            <FixButtons finding={finding} {...props} />
          </FindingRow>
        ))}
      </Findings>
      {fine.length > 0 && (
        <p className={styles.soft}>
          ✓ {fine.map(({ rule }) => t(`planner.rule.${rule}`)).join(t('planner.problems.comma'))}
        </p>
      )}
    </div>
  );
};
