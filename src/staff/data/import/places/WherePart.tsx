/** Where on earth the file lies: the system it names, those that its numbers suggest, or one typed by hand; and what speaks against it. */
import { Alert, Button, Input, Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import { resolveCrs } from '../../../../transfer/crs/resolve.ts';
import { useWords, type Words } from '../../../../ui/parts/use-words.ts';
import styles from '../import.module.css';
import { CornersForm, firstCorners } from './CornersForm.tsx';
import { PlacementForm } from './PlacementForm.tsx';
import type { CandidateView, DoubtView, PlaceChoice, PlacePreview, PlaceSummary, Where } from './views.ts';

interface Props {
  readonly summary: PlaceSummary;
  readonly choice: PlaceChoice | null;
  readonly preview: PlacePreview | null;
  readonly onWhere: (where: Where) => void;
}

const awayText = (metres: number | null, { t, number }: Words): string =>
  metres === null
    ? ''
    : metres < 1000
      ? t('data.where.awayMetres', { metres: number(Math.round(metres)) })
      : t('data.where.awayKilometres', { kilometres: number(Math.round(metres / 1000)) });

const Choice = ({ candidate, words }: { candidate: CandidateView; words: Words }): ReactElement => (
  <span className={styles.choice}>
    <span>{candidate.crs ? candidate.crs[words.language] : words.t('data.where.model')}</span>
    <span className={styles.place}>
      {candidate.why[words.language]}
      {awayText(candidate.distanceMetres, words)}
    </span>
  </span>
);

const Doubt = ({ doubt, onWhere }: { doubt: DoubtView; onWhere: Props['onWhere'] }): ReactElement => {
  const { t, language } = useWords();
  const { better } = doubt;
  return (
    <Alert
      type={doubt.severity === 'error' ? 'error' : doubt.severity === 'warning' ? 'warning' : 'info'}
      showIcon
      title={doubt[language]}
      action={
        better && (
          <Button size="small" onClick={() => onWhere({ kind: 'crs', text: better.text })}>
            {t('data.where.useInstead', { name: better[language] })}
          </Button>
        )
      }
    />
  );
};

const MODEL = 'model';
const CORNERS = 'corners';

const chosenOf = (where: Where | null): string | null =>
  where?.kind === 'crs' ? where.text : where?.kind === 'corners' ? CORNERS : where ? MODEL : null;

export const WherePart = ({ summary, choice, preview, onWhere }: Props): ReactElement => {
  const words = useWords();
  const { t, language } = words;
  const [typed, setTyped] = useState('');
  const other = typed.trim() === '' ? null : resolveCrs(typed.trim());
  const where = choice?.where ?? null;
  /** A picture that nothing says the place of: its model is its pixels. */
  const byPixels = summary.unplaced && summary.sizePx !== null;
  const listed = summary.candidates.filter(({ crs }) => crs !== null);
  const known =
    summary.crs && !listed.some(({ crs }) => crs?.text === summary.crs?.text) ? [summary.crs] : [];
  const doubts = preview?.doubts ?? summary.doubts;
  const choose = (value: string): void => {
    const anchor = preview?.anchor ?? [0, 0];
    if (value === CORNERS) return onWhere(firstCorners(anchor, summary.sizePx ?? [1, 1]));
    if (value !== MODEL) return onWhere({ kind: 'crs', text: value });
    onWhere({
      kind: 'placement',
      placement: {
        anchor: [anchor[0], anchor[1]],
        pivot: [0, 0],
        groundMetres: 0,
        rotationDegrees: 0,
        scale: 1,
        mirrored: false,
      },
    });
  };
  return (
    <section className={styles.part} aria-label={t('data.where.title')}>
      <h2>{t('data.where.title')}</h2>
      <span className={styles.soft}>
        {t(`data.where.by.${summary.by}`, { declared: summary.declared ?? '' })}
      </span>
      <Radio.Group
        className={styles.choices ?? ''}
        value={chosenOf(where)}
        onChange={(event) => choose(String(event.target.value))}
      >
        {known.map((crs) => (
          <Radio key={crs.text} value={crs.text}>
            {crs[language]}
          </Radio>
        ))}
        {listed.map((candidate) => (
          <Radio key={candidate.crs?.text} value={candidate.crs?.text}>
            <Choice candidate={candidate} words={words} />
          </Radio>
        ))}
        <Radio value={MODEL}>{t(byPixels ? 'data.where.picture' : 'data.where.model')}</Radio>
        {byPixels && <Radio value={CORNERS}>{t('data.where.corners')}</Radio>}
      </Radio.Group>
      <Input.Search
        value={typed}
        placeholder={t('data.where.otherHint')}
        aria-label={t('data.where.other')}
        enterButton={t('data.where.use')}
        status={typed.trim() !== '' && !other ? 'error' : ''}
        onChange={(event) => setTyped(event.target.value)}
        onSearch={() =>
          other &&
          onWhere(
            where?.kind === 'corners' ? { ...where, text: other.text } : { kind: 'crs', text: other.text },
          )
        }
      />
      {typed.trim() !== '' && (
        <span className={styles.soft}>{other ? other.name[language] : t('data.where.unknown')}</span>
      )}
      {where?.kind === 'placement' && (
        <PlacementForm
          placement={where.placement}
          byPixels={byPixels}
          onChange={(placement) => onWhere({ kind: 'placement', placement })}
        />
      )}
      {where?.kind === 'corners' && <CornersForm where={where} onChange={onWhere} />}
      {preview?.imagery && (
        <span className={styles.soft}>
          {t('data.where.pixelSize', {
            metres: words.number(Number(preview.imagery.metresPerPixel.toPrecision(3))),
          })}
        </span>
      )}
      {doubts.map((doubt) => (
        <Doubt key={doubt.code} doubt={doubt} onWhere={onWhere} />
      ))}
    </section>
  );
};
