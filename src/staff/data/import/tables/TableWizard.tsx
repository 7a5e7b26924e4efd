/** One table: what it is, which column is which, what becomes of each row; then it is written, and can be undone. */
import { Button } from 'antd';
import { type ReactElement, Suspense, useMemo } from 'react';
import { usePlaces } from '../../../../state/places.ts';
import { lazyPart } from '../../../../ui/parts/lazy-part.ts';
import { useWords } from '../../../../ui/parts/use-words.ts';
import type { ImportFile } from '../import-store.ts';
import styles from '../import.module.css';
import { Done, nameOf, NotWritten, Stopped, WizardHead, Working } from '../steps.tsx';
import { CheckedPart } from './CheckedPart.tsx';
import { isMapped, MappingPart } from './MappingPart.tsx';
import { type TableImport, useTableImport } from './use-table-import.ts';
import type { CheckedTable } from './views.ts';

const PreviewCanvas = lazyPart('preview code', () => import('../../../../scene/preview/PreviewCanvas.tsx'));

interface Props {
  readonly file: ImportFile;
  readonly onClose: () => void;
}

const TableWorking = ({ state, text }: { state: TableImport; text: string }): ReactElement => {
  const { t, number } = useWords();
  const { pace } = state;
  return (
    <Working percent={state.percent} text={text} onCancel={state.cancel}>
      {pace && (
        <span>
          {t('data.table.pace', {
            rows: number(Math.round(pace.perSecond)),
            seconds: number(Math.max(1, Math.ceil(pace.secondsLeft))),
          })}
        </span>
      )}
    </Working>
  );
};

const FEW = [0xd9, 0xd3, 0xc6] as const;
const MANY = [0x1f, 0x64, 0x70] as const;

/** Where the rows land, in buildings that are there and those that the table makes: the more come into one, the deeper its colour. */
const Landing = ({ checked }: { checked: CheckedTable }): ReactElement | null => {
  const { landing, created, movesTo } = checked;
  const { t, number } = useWords();
  const there = usePlaces((s) => s.buildings);
  // Models are told by the place of their building in the list: new ones come behind.
  const buildings = useMemo(() => [...there, ...created], [there, created]);
  const here = usePlaces((s) => s.community?.anchor ?? null);
  const anchor = movesTo ?? here;
  const landscape = usePlaces((s) => s.landscape);
  const models = usePlaces((s) => s.models);
  const rgba = useMemo(() => {
    const rows = new Map(landing.map((each) => [each.buildingId, each.rows]));
    const most = Math.max(1, ...rows.values());
    const out = new Uint8Array(buildings.length * 4);
    buildings.forEach(({ id }, i) => {
      const share = Math.sqrt((rows.get(id) ?? 0) / most);
      const channel = (k: 0 | 1 | 2): number => Math.round(FEW[k] + (MANY[k] - FEW[k]) * share);
      out.set([channel(0), channel(1), channel(2), 255], i * 4);
    });
    return out;
  }, [landing, buildings]);
  if (!anchor || buildings.length === 0) return null;
  return (
    <div className={styles.canvas}>
      <Suspense>
        <PreviewCanvas
          anchor={anchor}
          buildings={buildings}
          landscape={landscape}
          models={models}
          rgba={rgba}
        />
      </Suspense>
      <span className={styles.hint}>{t('data.table.landing', { buildings: number(landing.length) })}</span>
    </div>
  );
};

export const TableWizard = ({ file, onClose }: Props): ReactElement => {
  const { t } = useWords();
  const state = useTableImport(file.id);
  const { phase, summary, checked } = state;
  const toWrite = checked ? checked.counts.imported + checked.counts.updated : 0;
  return (
    <div className={styles.tableWizard}>
      <WizardHead
        file={file}
        tag={summary && `${summary.format.toUpperCase()} ${summary.encoding ?? ''}`}
        onClose={onClose}
      />
      {phase === 'opening' && <TableWorking state={state} text={t('data.import.reading')} />}
      {phase === 'checking' && <TableWorking state={state} text={t('data.table.checking')} />}
      {phase === 'writing' && <TableWorking state={state} text={t('data.import.writing')} />}
      {phase === 'written' && <Done file={file} onClose={onClose} />}
      <Stopped phase={phase} refusal={state.refusal} />
      {phase === 'mapping' && (
        <>
          <MappingPart state={state} />
          <div className={styles.foot}>
            <Button type="primary" size="large" disabled={!isMapped(state)} onClick={state.check}>
              {t('data.table.check')}
            </Button>
          </div>
        </>
      )}
      {phase === 'checked' && checked && (
        <>
          <div className={styles.checked}>
            <CheckedPart id={file.id} name={nameOf(file)} state={state} />
            <Landing checked={checked} />
          </div>
          <NotWritten written={state.written} />
          <div className={styles.foot}>
            <Button onClick={state.back}>{t('data.table.remap')}</Button>
            <Button type="primary" size="large" disabled={toWrite === 0} onClick={state.write}>
              {t('data.import.write')}
            </Button>
            {toWrite === 0 && <span className={styles.soft}>{t('data.import.nothing')}</span>}
          </div>
        </>
      )}
    </div>
  );
};
