/** The findings, each with whose name it is (masked), where it is, and its repairs. */
import { Button, Segmented } from 'antd';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router';
import type { CoverageFinding, CoverageFix, CoverageRecords } from '../../domain/checks/coverage/index.ts';
import { maskName } from '../../domain/mask.ts';
import type { LngLat } from '../../domain/records/index.ts';
import { Reveal } from '../../ui/parts/Reveal.tsx';
import { Empty } from '../../ui/parts/States.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import { FindingRow, Findings } from '../parts/Findings.tsx';
import { subjectOf } from './Chooser.tsx';
import { choose, filterBy, step, useChosen } from './chosen.ts';
import styles from './coverage.module.css';

/** More rows than these help nobody: the ones behind come forward as those before them are mended. */
const MOST_ROWS = 150;
const BOTH = 'both';

export interface FixHandlers {
  readonly onFix: (fix: CoverageFix) => void;
  readonly onRedraw: (at: LngLat | null) => void;
}

interface RowProps extends FixHandlers {
  readonly finding: CoverageFinding;
  readonly records: CoverageRecords;
  readonly nameOf: (finding: CoverageFinding) => string | undefined;
}

const FixButton = ({ fix, finding, records, onFix, onRedraw }: RowProps & { fix: CoverageFix }) => {
  const { t } = useWords();
  const { search } = useLocation();
  if (fix.kind === 'open')
    return (
      <Link className={styles.link} to={{ pathname: `/staff/${fix.what}/${fix.id}`, search }}>
        {t(fix.what === 'building' ? 'coverage.fix.openBuilding' : 'coverage.fix.open')}
      </Link>
    );
  const run = (): void => {
    if (fix.kind === 'redraw') return onRedraw(finding.place.at);
    onFix(fix);
  };
  return (
    <Button size="small" data-fix={fix.kind} onClick={run}>
      {t(`coverage.fix.${fix.kind}`, { name: subjectOf(fix, records) })}
    </Button>
  );
};

const Row = (props: RowProps): ReactElement => {
  const { finding, nameOf } = props;
  const { t, language } = useWords();
  const { search } = useLocation();
  const isChosen = useChosen((s) => s.id === finding.id);
  const { buildingId, gridId } = finding.place;
  const name = nameOf(finding);
  const hasOpen = finding.fixes.some(({ kind }) => kind === 'open');
  return (
    <FindingRow
      id={finding.id}
      rule={finding.rule}
      level={finding.level}
      word={t(`coverage.level.${finding.level}`)}
      text={finding[language]}
      isChosen={isChosen}
      onChoose={() => choose(finding.id)}
    >
      {name !== undefined && (
        <span className={styles.who}>
          <Reveal value={name} masked={maskName(name)} label={t('coverage.list.who')} />
        </span>
      )}
      {finding.fixes.map((fix) => (
        <FixButton key={JSON.stringify(fix)} fix={fix} {...props} />
      ))}
      {!hasOpen && (buildingId !== null || gridId !== null) && (
        <Link
          className={styles.link}
          to={{
            pathname: buildingId === null ? `/staff/grid/${gridId}` : `/staff/building/${buildingId}`,
            search,
          }}
        >
          {t('coverage.list.show')}
        </Link>
      )}
    </FindingRow>
  );
};

export const FindingList = ({
  shown,
  records,
  onFix,
  onRedraw,
}: FixHandlers & {
  readonly shown: readonly CoverageFinding[];
  readonly records: CoverageRecords;
}): ReactElement => {
  const { t } = useWords();
  const level = useChosen((s) => s.level);
  const theme = useChosen((s) => s.theme);
  const nameOf = ({ who }: CoverageFinding): string | undefined => {
    if (who === null) return undefined;
    const list = who.table === 'residents' ? records.residents : records.gridWorkers;
    return list.find(({ id }) => id === who.id)?.personal.name;
  };
  return (
    <section className={styles.list} aria-label={t('coverage.list.label')}>
      <div className={styles.bar}>
        <Segmented
          size="small"
          aria-label={t('coverage.list.filter')}
          value={level ?? BOTH}
          options={[
            { value: BOTH, label: t('coverage.list.both') },
            { value: 'error', label: t('coverage.list.errors') },
            { value: 'warning', label: t('coverage.list.warnings') },
          ]}
          onChange={(value) => filterBy({ level: value === BOTH ? null : (value as 'error' | 'warning') })}
        />
        {theme !== null && (
          <Button size="small" type="text" onClick={() => filterBy({ theme: null })}>
            {t(`coverage.theme.${theme}`)} ×
          </Button>
        )}
        <span className={styles.space} />
        <Button size="small" disabled={shown.length === 0} onClick={() => step(shown, -1)}>
          {t('coverage.list.previous')} (⇧N)
        </Button>
        <Button size="small" disabled={shown.length === 0} onClick={() => step(shown, 1)}>
          {t('coverage.list.next')} (N)
        </Button>
      </div>
      {shown.length === 0 && <Empty>{t('coverage.list.none')}</Empty>}
      <Findings scrolls>
        {shown.slice(0, MOST_ROWS).map((finding) => (
          <Row
            key={finding.id}
            finding={finding}
            records={records}
            nameOf={nameOf}
            onFix={onFix}
            onRedraw={onRedraw}
          />
        ))}
      </Findings>
      {shown.length > MOST_ROWS && (
        <p className={styles.more}>{t('coverage.list.more', { count: shown.length - MOST_ROWS })}</p>
      )}
    </section>
  );
};
