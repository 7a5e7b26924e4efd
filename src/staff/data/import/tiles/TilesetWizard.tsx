/** One tileset: what it holds, where it stands, how it looks behind the houses; then it is a source like others. */
import { Alert, Button, InputNumber } from 'antd';
import { type ReactElement, Suspense } from 'react';
import type { LngLat } from '../../../../domain/records/index.ts';
import { usePlaces } from '../../../../state/places.ts';
import { Fact, Facts } from '../../../../ui/parts/Facts.tsx';
import { lazyPart } from '../../../../ui/parts/lazy-part.ts';
import { Section } from '../../../../ui/parts/Section.tsx';
import { useWords } from '../../../../ui/parts/use-words.ts';
import type { ImportFile } from '../import-store.ts';
import styles from '../import.module.css';
import { PlacementForm } from '../places/PlacementForm.tsx';
import { ProblemList } from '../ProblemList.tsx';
import { Done, NotWritten, SourceName, Stopped, WizardHead, Working } from '../steps.tsx';
import { type TilesetImport, useTilesetImport } from './use-tileset-import.ts';
import type { TilesetSummary } from './views.ts';

const PreviewCanvas = lazyPart('preview code', () => import('../../../../scene/preview/PreviewCanvas.tsx'));

const NOWHERE: LngLat = [0, 0];
const megabytes = (bytes: number): number => Math.round(bytes / 104_857.6) / 10;

const Holds = ({ summary }: { summary: TilesetSummary }): ReactElement => {
  const { t, number } = useWords();
  const { place, radiusMetres } = summary;
  const degrees = (value: number): string => value.toFixed(6);
  return (
    <Facts>
      <Fact label={t('data.tiles.tiles')}>
        {t('data.tiles.tilesText', { tiles: number(summary.tiles), deepest: number(summary.deepest + 1) })}
      </Fact>
      <Fact label={t('data.tiles.size')}>
        {t('data.tiles.megabytes', { size: number(megabytes(summary.contentBytes)) })}
      </Fact>
      <Fact label={t('data.tiles.contents')} wide>
        {summary.contents.map(([kind, count]) => `${kind} ${number(count)}`).join(' · ')}
      </Fact>
      <Fact label={t('data.tiles.place')} wide>
        {place
          ? t('data.tiles.placeText', {
              lng: degrees(place.centre.lng),
              lat: degrees(place.centre.lat),
              low: number(Math.round(place.extent.lowMetres)),
              high: number(Math.round(place.extent.highMetres)),
            })
          : t('data.tiles.nowhere')}
      </Fact>
      <Fact label={t('data.tiles.extent')}>
        {radiusMetres === null
          ? null
          : t('data.tiles.metres', { metres: number(Math.round(2 * radiusMetres)) })}
      </Fact>
      <Fact label={t('data.tiles.features')}>
        {t(summary.hasFeatureIds ? 'data.tiles.withFeatures' : 'data.tiles.withoutFeatures')}
      </Fact>
    </Facts>
  );
};

const Choices = ({ state }: { state: TilesetImport }): ReactElement | null => {
  const { t } = useWords();
  const { choice, summary, choose } = state;
  if (!choice || !summary) return null;
  return (
    <section className={styles.part} aria-label={t('data.options.title')}>
      <h2>{t('data.options.title')}</h2>
      <SourceName name={choice.name} onName={(name) => choose({ name })} />
      <label className={styles.choice}>
        {t('data.tiles.raise')}
        <InputNumber
          value={choice.raisedMetres}
          step={0.5}
          onChange={(value) => value !== null && choose({ raisedMetres: value })}
        />
      </label>
      <span className={styles.soft}>{t('data.tiles.raiseHint')}</span>
      {choice.placement && (
        <PlacementForm
          placement={choice.placement}
          byPixels={false}
          onChange={(placement) =>
            choose({ placement: { ...placement, pivot: [placement.pivot[0], placement.pivot[1]] } })
          }
        />
      )}
    </section>
  );
};

interface Props {
  readonly file: ImportFile;
  readonly onClose: () => void;
}

export const TilesetWizard = ({ file, onClose }: Props): ReactElement => {
  const { t, number } = useWords();
  const community = usePlaces((s) => s.community);
  const buildings = usePlaces((s) => s.buildings);
  const landscape = usePlaces((s) => s.landscape);
  const models = usePlaces((s) => s.models);
  const anchor = community?.anchor ?? NOWHERE;
  const state = useTilesetImport(file, anchor, community?.elevationMetres ?? 0);
  const { phase, summary, choice } = state;
  const placement = choice?.placement ?? null;
  return (
    <div className={styles.wizard}>
      <WizardHead
        file={file}
        tag={`${t('data.format.3dtiles')} ${summary?.version ?? ''}`}
        onClose={onClose}
      />
      {phase === 'reading' && (
        <Working percent={state.percent} text={t('data.import.reading')} onCancel={state.cancel} />
      )}
      {phase === 'writing' && (
        <Working percent={state.percent} text={t('data.import.writing')} onCancel={state.cancel} />
      )}
      {phase === 'written' && <Done file={file} onClose={onClose} />}
      <Stopped phase={phase} refusal={state.refusal} />
      {phase === 'ready' && summary && (
        <>
          <div className={styles.settings}>
            <Holds summary={summary} />
            {summary.missingCount > 0 && (
              <Alert
                type="warning"
                showIcon
                title={t('data.tiles.missing', { number: number(summary.missingCount) })}
              />
            )}
            {summary.keptBytes !== null && (
              <span className={styles.soft}>
                {t('data.tiles.kept', { size: number(megabytes(summary.keptBytes)) })}
              </span>
            )}
            <Choices state={state} />
            {summary.movesCentre && <Alert type="info" showIcon title={t('data.import.movesCentre')} />}
            {summary.elsewhere && <Alert type="warning" showIcon title={t('data.tiles.elsewhere')} />}
            <NotWritten written={state.written} />
            <Section title={t('data.import.problems')} count={summary.problems.length}>
              <ProblemList problems={summary.problems} />
            </Section>
            <div className={styles.foot}>
              <Button type="primary" size="large" disabled={summary.elsewhere} onClick={state.write}>
                {t('data.import.write')}
              </Button>
            </div>
          </div>
          <div className={styles.stage}>
            <div className={styles.canvas}>
              <Suspense>
                <PreviewCanvas
                  anchor={summary.movesCentre ?? anchor}
                  buildings={summary.elsewhere ? [] : buildings}
                  landscape={summary.elsewhere ? null : landscape}
                  models={models}
                  backdrops={state.backdrops}
                  elevationMetres={community?.elevationMetres ?? 0}
                  onPick={({ lngLat }) =>
                    placement && state.choose({ placement: { ...placement, anchor: [lngLat[0], lngLat[1]] } })
                  }
                />
              </Suspense>
              {placement && <span className={styles.hint}>{t('data.where.clickHint')}</span>}
            </div>
          </div>
        </>
      )}
    </div>
  );
};
