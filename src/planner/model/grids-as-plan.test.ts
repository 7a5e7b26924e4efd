/** Grids that are only looked at are shown as they were recorded. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Grid } from '../../domain/records/index.ts';
import { createFrame } from '../../geometry/frame.ts';
import { exportLngLat, Tiling } from '../../geometry/tiling/index.ts';
import { places } from '../../storage/index.ts';
import { mergeAndSplit, newPlan, open, openSample } from '../fixtures/sample-plan.ts';
import { gridsAsPlan } from './grids-as-plan.ts';

beforeEach(openSample);

const tilingOf = (outcome: ReturnType<typeof gridsAsPlan>): Tiling => {
  if ('refused' in outcome) throw new Error(outcome.refused.en);
  return Tiling.of(outcome.ok.base);
};

describe('grids as a plan', () => {
  it('of borders that a plan wrote are the same borders', async () => {
    const { community, grids } = await places();
    const { session } = await open(await newPlan());
    mergeAndSplit(session);
    const frame = createFrame(community.anchor);
    const written = exportLngLat(session.tiling, frame);
    const records = [...written].map(
      ([id, boundary]): Grid => ({ ...(grids[0] as Grid), id, boundary, name: session.faceName(id) }),
    );
    const again = tilingOf(gridsAsPlan('x', community, records, []));
    expect(exportLngLat(again, frame)).toEqual(written);
  });

  it('leave ground blank where no grid was, and give it to nobody', async () => {
    const { community, grids, gridWorkers } = await places();
    const whole = tilingOf(gridsAsPlan('x', community, grids, gridWorkers));
    const lean = tilingOf(gridsAsPlan('x', community, grids.slice(2), gridWorkers));
    expect([...lean.faces.keys()].sort()).toEqual(
      grids
        .slice(2)
        .map(({ id }) => id)
        .sort(),
    );
    for (const { id } of grids.slice(2)) expect(lean.shape(id).areaMm2).toBe(whole.shape(id).areaMm2);
  });

  it('of a community without grids are one without a name', async () => {
    const { community } = await places();
    expect([...tilingOf(gridsAsPlan('x', community, [], [])).faces.keys()]).toEqual(['x:1']);
  });
});
