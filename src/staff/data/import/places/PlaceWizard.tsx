/** One file of places: where it lies, what becomes of it, how it will look; then it is written, and can be undone. */
import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router';
import { usePlaces } from '../../../../state/places.ts';
import type { PlaceFormat } from '../../../../transfer/places/place-set.ts';
import { Section } from '../../../../ui/parts/Section.tsx';
import { Tag } from '../../../../ui/parts/Tag.tsx';
import { useWords } from '../../../../ui/parts/use-words.ts';
import { dataPath } from '../../data-sections.ts';
import type { ImportFile } from '../import-store.ts';
import styles from '../import.module.css';
import { ProblemList } from '../ProblemList.tsx';
import { Done, nameOf, NotWritten, Stopped, WizardHead, Working } from '../steps.tsx';
import { OptionsPart } from './OptionsPart.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { type PlaceImport, usePlaceImport } from './use-place-import.ts';
import { WherePart } from './WherePart.tsx';

interface Props {
  readonly file: ImportFile;
  readonly format: PlaceFormat;
  readonly onClose: () => void;
}

const Counts = ({ state }: { state: PlaceImport }): ReactElement => {
  const { t, number } = useWords();
  const { summary } = state;
  return (
    <div className={styles.row}>
      {Object.entries(summary?.counts ?? {})
        .filter(([, count]) => count > 0)
        .map(([what, count]) => (
          <Tag key={what}>
            {t(`data.count.${what}`, { defaultValue: what.replace(/^lod /, 'LoD ') })} {number(count)}
          </Tag>
        ))}
    </div>
  );
};

export const PlaceWizard = (props: Props): ReactElement => {
  const { file, format, onClose } = props;
  const { t } = useWords();
  const { search } = useLocation();
  const anchor = usePlaces((s) => s.community?.anchor ?? null);
  const state = usePlaceImport(file.id, nameOf(file), format, anchor ?? [0, 0]);
  const { phase, summary, choice, preview } = state;
  const problems = preview?.problems ?? summary?.problems ?? [];
  const placing = choice?.where.kind === 'placement' ? choice.where.placement : null;
  const nothing =
    preview !== null &&
    preview.outcomes.created + preview.outcomes.updated + preview.outcomes.linked === 0 &&
    preview.grids === null &&
    preview.imagery === null &&
    !(preview.terrain?.used ?? false) &&
    preview.objects.every(({ hasMesh }) => !hasMesh);
  return (
    <div className={styles.wizard}>
      <WizardHead
        file={file}
        tag={`${t(`data.format.${format}`)} ${summary?.version ?? ''}`}
        onClose={onClose}
      />
      {phase === 'writing' && (
        <Working percent={state.percent} text={t('data.import.writing')} onCancel={state.cancel} />
      )}
      {phase === 'written' && <Done file={file} onClose={onClose} />}
      <Stopped phase={phase} refusal={state.refusal} />
      {(phase === 'reading' || phase === 'ready') && (
        <>
          <div className={styles.settings}>
            {phase === 'reading' && (
              <Working percent={state.percent} text={t('data.import.reading')} onCancel={state.cancel} />
            )}
            {phase === 'ready' && summary && (
              <>
                <Counts state={state} />
                <WherePart
                  summary={summary}
                  choice={choice}
                  preview={preview}
                  onWhere={(where) => state.choose({ where })}
                />
                {choice && <OptionsPart summary={summary} choice={choice} onChange={state.choose} />}
                {preview?.movesCentre && <Alert type="info" showIcon title={t('data.import.movesCentre')} />}
                {preview?.elsewhere && (
                  <Alert
                    type="warning"
                    showIcon
                    title={t('data.import.elsewhere')}
                    action={
                      <Link to={{ pathname: dataPath('communities'), search }}>
                        {t('data.communities.create')}
                      </Link>
                    }
                  />
                )}
                <NotWritten written={state.written} />
                <Section title={t('data.import.problems')} count={problems.length}>
                  <ProblemList problems={problems} />
                </Section>
                <div className={styles.foot}>
                  <Button
                    type="primary"
                    size="large"
                    disabled={!preview || state.stale || nothing || preview.elsewhere}
                    loading={state.stale && choice !== null}
                    onClick={state.write}
                  >
                    {t('data.import.write')}
                  </Button>
                  {nothing && <span className={styles.soft}>{t('data.import.nothing')}</span>}
                </div>
              </>
            )}
          </div>
          <PreviewPane
            id={file.id}
            preview={preview}
            sketch={state.sketch}
            hint={placing ? t('data.where.clickHint') : null}
            placement={placing}
            onPlacement={(placement) => state.choose({ where: { kind: 'placement', placement } })}
            onLink={state.link}
          />
        </>
      )}
    </div>
  );
};
