/** Before a plan becomes the grids in force: from when, which numbers, and everything that it changes, to read and to print. */
import { Button, Checkbox, Input, Modal, Radio } from 'antd';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { today } from '../../domain/dates.ts';
import type { Reason } from '../../domain/reasons.ts';
import { usePlaces } from '../../state/places.ts';
import { printCard } from '../../ui/parts/print.ts';
import { Waiting } from '../../ui/parts/States.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import { impactOf } from '../model/impact.ts';
import type { Numbering } from '../model/numbering.ts';
import { usePlanner } from '../session/planner-store.ts';
import { ImpactSheet } from './ImpactSheet.tsx';
import { gather, type Gathered, publishNow } from './publish-now.ts';
import styles from './publish.module.css';

/** Rules of the ground: with one of these broken there is no division that could be published. */
const GROUND_RULES: ReadonlySet<string> = new Set([
  'sides',
  'crossings',
  'rings',
  'clearance',
  'contiguous',
  'locked',
  'outline',
]);

export const PublishDialog = ({ onClose }: { onClose: () => void }): ReactElement => {
  const { t, language, building, date } = useWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  const session = usePlanner((s) => s.session);
  const stored = usePlanner((s) => s.stored);
  const reports = usePlanner((s) => s.reports);
  const version = usePlanner((s) => s.version);
  const buildings = usePlaces((s) => s.buildings);
  const community = usePlaces((s) => s.community);
  const [from, setFrom] = useState(() => today());
  const [numbering, setNumbering] = useState<Numbering>('renumber');
  const [gathered, setGathered] = useState<Gathered | null>(null);
  const [isAware, setAware] = useState(false);
  const [isRunning, setRunning] = useState(false);
  const [reasons, setReasons] = useState<readonly Reason[]>([]);
  const sheet = useRef<HTMLElement | null>(null);
  const hold = (node: HTMLElement | null): void => {
    sheet.current = node;
    // What scrolls must be reached by keyboard too.
    if (node !== null) node.tabIndex = 0;
  };
  useEffect(() => {
    void gather().then(setGathered);
  }, []);
  const impact = useMemo(
    () =>
      session && gathered && version > 0
        ? impactOf(session, gathered.context, numbering, {
            buildings: buildings.map(building),
            headOf: gathered.headOf,
          })
        : null,
    [session, gathered, numbering, buildings, building, version],
  );
  const errors = reports.flatMap(({ findings }) => findings.filter(({ level }) => level === 'error'));
  const broken = errors.filter(({ rule }) => GROUND_RULES.has(rule));
  const open = errors.length - broken.length;
  const publish = async (): Promise<void> => {
    if (gathered === null) return;
    setRunning(true);
    const against = await publishNow(gathered.context, { from, numbering });
    setRunning(false);
    setReasons(against);
    if (against.length === 0) void navigate({ pathname: '/planner', search });
  };
  const print = (): void => {
    if (sheet.current === null || stored === null) return;
    printCard(
      sheet.current,
      t('planner.publish.sheet', { community: community?.name ?? '', name: stored.name }),
      t('planner.publish.sheetNote', { day: date(from) }),
    );
  };
  return (
    <Modal
      open
      width={960}
      title={t('planner.publish.title', { name: stored?.name ?? '' })}
      onCancel={onClose}
      footer={[
        <Button key="print" onClick={print} disabled={impact === null}>
          {t('planner.publish.print')}
        </Button>,
        <Button key="cancel" onClick={onClose}>
          {t('common.cancel')}
        </Button>,
        <Button
          key="ok"
          type="primary"
          loading={isRunning}
          disabled={impact === null || broken.length > 0 || (open > 0 && !isAware)}
          onClick={() => void publish()}
        >
          {t('planner.publish.ok')}
        </Button>,
      ]}
    >
      <div className={styles.options}>
        <div className={styles.field}>
          <label className={styles.field}>
            {t('planner.publish.from')}
            <Input
              type="date"
              value={from}
              max={today()}
              aria-describedby="publish-from-why"
              onChange={(event) => setFrom(event.target.value)}
            />
          </label>
          <span id="publish-from-why" className={styles.why}>
            {t('planner.publish.fromWhy')}
          </span>
        </div>
        <div className={styles.field}>
          {t('planner.publish.codes')}
          <Radio.Group
            value={numbering}
            onChange={(event) => setNumbering(event.target.value as Numbering)}
            options={(['renumber', 'keep'] as const).map((value) => ({
              value,
              label: t(`planner.publish.${value}`),
            }))}
          />
        </div>
      </div>
      {reasons.map((reason) => (
        <p key={reason.code} role="alert" className={styles.refused}>
          {reason[language]}
        </p>
      ))}
      {broken.map((finding) => (
        <p key={finding.id} role="alert" className={styles.refused}>
          {finding[language]}
        </p>
      ))}
      {open > 0 && broken.length === 0 && (
        <Checkbox checked={isAware} onChange={(event) => setAware(event.target.checked)}>
          {t('planner.publish.aware', { count: open })}
        </Checkbox>
      )}
      <section ref={hold} className={styles.sheet} aria-label={t('planner.publish.print')}>
        {impact === null ? <Waiting lines={8} /> : <ImpactSheet impact={impact} />}
      </section>
    </Modal>
  );
};
