/** Plans by machine: sliders, progress, cards with figures. One that is liked becomes a draft of its own; nothing is published here. */
import { Button, InputNumber, Progress, Slider } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { FaceId } from '../../geometry/tiling/index.ts';
import { usePlaces } from '../../state/places.ts';
import { Toggle } from '../../ui/parts/Toggle.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import { usePlanner } from '../session/planner-store.ts';
import { previewDivision } from '../session/preview.ts';
import styles from './editor.module.css';
import { ProposalCard } from './ProposalCard.tsx';
import { acceptProposal, runProposals, stopProposals, useProposals } from './run-proposals.ts';

const WEIGHTS = ['balance', 'shape', 'roads', 'stability'] as const;
/** What each slider runs to: 1 is usual, and for stability 0; see the kernel. */
const MOST: Readonly<Record<(typeof WEIGHTS)[number], number>> = {
  balance: 3,
  shape: 3,
  roads: 3,
  stability: 12,
};

export const Proposals = ({
  subset,
  onSubset,
}: {
  subset: readonly FaceId[] | null;
  onSubset: (faceIds: readonly FaceId[] | null) => void;
}): ReactElement => {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  const session = usePlanner((s) => s.session);
  const version = usePlanner((s) => s.version);
  const band = usePlaces((s) => s.community?.settings.gridBand);
  const { running, done, proposals, infeasible, failed, ofVersion, accepting } = useProposals();
  const [weights, setWeights] = useState({ balance: 1, shape: 1, roads: 1, stability: 0 });
  const [keepCompounds, setKeepCompounds] = useState(false);
  const all = [...(session?.tiling.faces.values() ?? [])];
  const isShared = (id: FaceId): boolean => {
    const face = session?.tiling.face(id);
    return face?.locked === false && face.kind === 'basic';
  };
  const faceIds = (subset ?? all.map(({ id }) => id)).filter(isShared);
  const aimed = faceIds.flatMap((id) => {
    const target = session?.tiling.face(id)?.target;
    return session === null || target === undefined ? [] : [{ name: session.faceName(id), ...target }];
  });
  const [k, setK] = useState<number | null>(null);
  const wanted = k ?? faceIds.length;
  // A preview ends with the panel.
  useEffect(() => () => previewDivision(null), []);
  const accept = async (at: number): Promise<void> => {
    const proposal = proposals[at];
    if (proposal === undefined) return;
    const id = await acceptProposal(proposal, t('planner.newGrid'), (name) =>
      t('planner.proposals.nameOf', { name, wish: t(`planner.wish.${proposal.wish}`) }),
    );
    if (id !== null) void navigate({ pathname: `/planner/${id}`, search });
  };
  if (session === null || !band) return <div />;
  return (
    <div className={styles.card}>
      <p className={styles.soft}>{t('planner.proposals.lead', { min: band.min, max: band.max })}</p>
      {aimed.length > 0 && (
        <p className={styles.soft}>
          {t('planner.proposals.aimed', {
            grids: aimed.map((grid) => t('planner.proposals.aim', grid)).join(t('planner.problems.comma')),
          })}
        </p>
      )}
      {subset !== null && (
        <div className={styles.row}>
          <span>
            {t('planner.proposals.subset', {
              names: subset.map((id) => session.faceName(id)).join(t('planner.problems.comma')),
            })}
          </span>
          <Button size="small" onClick={() => onSubset(null)}>
            {t('planner.proposals.all')}
          </Button>
        </div>
      )}
      {WEIGHTS.map((name) => (
        <label key={name} className={styles.slider}>
          <span>{t(`planner.weight.${name}`)}</span>
          <Slider
            min={0}
            max={MOST[name]}
            step={MOST[name] / 12}
            value={weights[name]}
            disabled={running}
            tooltip={{ formatter: null }}
            ariaLabelForHandle={t(`planner.weight.${name}`)}
            onChange={(value) => setWeights({ ...weights, [name]: value })}
          />
        </label>
      ))}
      <label className={styles.field}>
        {t('planner.proposals.k')}
        <InputNumber min={1} max={200} value={wanted} disabled={running} onChange={(value) => setK(value)} />
      </label>
      <Toggle label={t('planner.proposals.compounds')} on={keepCompounds} onChange={setKeepCompounds} />
      {running ? (
        <div className={styles.row}>
          <Progress percent={Math.round(done * 100)} size="small" className={styles.progress ?? ''} />
          <Button onClick={stopProposals}>{t('common.cancel')}</Button>
        </div>
      ) : (
        <Button
          type="primary"
          disabled={faceIds.length === 0}
          onClick={() => void runProposals({ faceIds, k: wanted, weights, keepCompounds, band })}
        >
          {t('planner.proposals.run')}
        </Button>
      )}
      {failed && <p role="alert">{t('planner.proposals.failed')}</p>}
      {infeasible.map((why) => (
        <p key={why.en} className={styles.warn}>
          {why[language]}
        </p>
      ))}
      {proposals.length > 0 && ofVersion !== version && (
        <p className={styles.warn}>{t('planner.proposals.old')}</p>
      )}
      {proposals.map((proposal, at) => (
        <ProposalCard
          key={`${proposal.wish} ${proposal.k}`}
          proposal={proposal}
          busy={accepting}
          isOld={ofVersion !== version}
          onAccept={() => void accept(at)}
        />
      ))}
    </div>
  );
};
