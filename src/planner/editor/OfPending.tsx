/** A line that waits: which part of a split keeps the id, or what becomes of a ring; taken or given up. */
import { Button, Select } from 'antd';
import type { ReactElement } from 'react';
import { type FaceId, faceName } from '../../geometry/tiling/index.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import {
  acceptPending,
  dropPending,
  type Pending,
  type RingUse,
  swapPending,
  wishElse,
} from '../session/pending.ts';
import { usePlanner } from '../session/planner-store.ts';

const OfSplit = ({ pending, faceId }: { pending: Pending; faceId: FaceId }): ReactElement => {
  const { t, number } = useWords();
  const live = usePlanner((s) => s.live);
  const households = (id: FaceId): number => live?.get(id)?.[0] ?? 0;
  return (
    <>
      <span>
        {t('plannerTools.pending.split', {
          name: faceName(pending.after.face(faceId), faceId),
          kept: number(households(faceId)),
          made: pending.made.map((id) => number(households(id))).join(t('planner.problems.comma')),
        })}
      </span>
      <Button size="small" onClick={swapPending}>
        {t('plannerTools.pending.swap')}
      </Button>
    </>
  );
};

/** Grids that the ring touches may have its ground; so may the chosen one. */
const OfRing = ({ pending, use }: { pending: Pending; use: RingUse }): ReactElement => {
  const { t } = useWords();
  const chosen = usePlanner((s) => s.faceId);
  const session = usePlanner((s) => s.session);
  const known = new Set([
    ...(chosen === null ? [] : [chosen]),
    ...(usePlanner.getState().live?.keys() ?? []),
  ]);
  if (typeof use === 'object') known.add(use.to);
  const targets = [...known].filter((id) => session?.tiling.face(id) !== undefined);
  const value = typeof use === 'object' ? use.to : use;
  return (
    <>
      <span>{t('plannerTools.pending.ring')}</span>
      <Select
        size="small"
        aria-label={t('plannerTools.pending.use')}
        value={value}
        popupMatchSelectWidth={false}
        options={[
          ...(['dedicated', 'basic'] as const).map((kind) => ({
            value: kind,
            label: t(`plannerTools.pending.${kind}`),
          })),
          ...targets.map((id) => ({
            value: id,
            label: t('plannerTools.pending.to', { name: session?.faceName(id) ?? '' }),
          })),
        ]}
        onChange={(to: string) =>
          wishElse({
            kind: 'ring',
            use: to === 'dedicated' || to === 'basic' ? to : { to },
          })
        }
      />
      <span>{pending.made.map((id) => faceName(pending.after.face(id), id)).join()}</span>
    </>
  );
};

export const OfPending = ({ pending }: { pending: Pending }): ReactElement => {
  const { t } = useWords();
  const { wish } = pending;
  return (
    <>
      {wish.kind === 'split' ? (
        <OfSplit pending={pending} faceId={wish.faceId} />
      ) : (
        <OfRing pending={pending} use={wish.use} />
      )}
      <Button size="small" type="primary" onClick={acceptPending}>
        {t('plannerTools.pending.take')}
      </Button>
      <Button size="small" onClick={dropPending}>
        {t('plannerTools.pending.drop')}
      </Button>
    </>
  );
};
