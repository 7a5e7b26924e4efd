/** Ground that only a plan can mend: a plan with the grids of today, and the map flies to the spot as soon as it is open. */
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { today } from '../../domain/dates.ts';
import type { LngLat } from '../../domain/records/index.ts';
import { mmFromLngLat } from '../../geometry/tiling/index.ts';
import { notify } from '../../state/notices.ts';
import { usePlaces } from '../../state/places.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { createPlan, lookOver, worthShowing } from '../home/use-plans.ts';
import type { Beginning } from '../model/begin.ts';
import { flyTo, usePlanner } from '../session/planner-store.ts';

/** Once, when this plan stands on its map. */
const flyWhenOpen = (planId: string, at: LngLat): void => {
  const { frame } = usePlaces.getState();
  if (frame === null) return;
  const stop = usePlanner.subscribe(({ status, stored }) => {
    if (status !== 'ready' || stored?.id !== planId) return;
    stop();
    // The map is wired after the picture of this state is on the page.
    requestAnimationFrame(() => requestAnimationFrame(() => flyTo(mmFromLngLat(frame, at))));
  });
};

export interface BeginPlan {
  /** Faults to choose repairs for before a plan can begin. */
  readonly asking: { readonly beginning: Beginning; readonly at: LngLat | null } | null;
  readonly name: string;
  begin(at: LngLat | null): Promise<void>;
  open(planId: string | null): void;
  cancel(): void;
}

export const useBeginPlan = (): BeginPlan => {
  const { t, date } = useWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [asking, setAsking] = useState<BeginPlan['asking']>(null);
  const name = t('coverage.planName', { day: date(today()) });
  const go = (planId: string | null, at: LngLat | null): void => {
    if (planId === null) return;
    if (at !== null) flyWhenOpen(planId, at);
    void navigate({ pathname: `/planner/${planId}`, search });
  };
  return {
    asking,
    name,
    begin: async (at) => {
      const found = lookOver(t('planner.newGrid'));
      if (found === null) return;
      if (worthShowing(found).length > 0) return setAsking({ beginning: found, at });
      const base = found.finish(new Map());
      if ('refused' in base) {
        const { code, zh, en } = base.refused;
        return notify({ kind: 'error', key: 'common.save.failed', reasons: [{ code, zh, en }] });
      }
      go(await createPlan(name, base.ok), at);
    },
    open: (planId) => {
      const at = asking?.at ?? null;
      setAsking(null);
      go(planId, at);
    },
    cancel: () => setAsking(null),
  };
};
