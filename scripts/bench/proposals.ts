/** How good proposals are, on borders as they are drawn in the end: invented towns, and the sample with its own houses, roads and walls. */
import { type DrawnPlan, tryTown } from '../../src/geometry/proposals/fixtures/towns.ts';
import { propose } from '../../src/geometry/proposals/propose.ts';
import {
  applyAssignment,
  assignBuildings,
  followerOf,
  measuresOf,
  newFace,
  Tiling,
} from '../../src/geometry/tiling/index.ts';
import { sampleStage } from '../../src/planner/fixtures/stages.ts';
import { type Figure, median } from './table.ts';

const BAND = { min: 300, max: 500 };

interface Drawn {
  readonly plans: readonly DrawnPlan[];
  readonly refused: number;
  /** Grids that no plan could bring into the band: one building above it, too few households. */
  readonly infeasible: number;
}

/** The basic grids of the sample, shared out anew. */
const trySample = (): Drawn => {
  const { base, town, ground, space } = sampleStage();
  if (ground === null || space === null) throw new Error('the sample has no ground');
  const tiling = Tiling.of(base);
  const { buildings } = town;
  const assignment = assignBuildings(tiling, buildings);
  const guides = town.guides.map(({ line }) => line);
  const plans: DrawnPlan[] = [];
  let [refused, infeasible] = [0, 0];
  for (const step of propose({
    tiling,
    ground,
    households: buildings.values,
    faceOf: assignment.faceOf,
    faceIds: [...tiling.faces.values()].filter(({ kind }) => kind === 'basic').map(({ id }) => id),
    guides,
    band: BAND,
    seed: 1,
    newIds: ['new1', 'new2'],
  })) {
    infeasible = Math.max(infeasible, step.infeasible.length);
    if (step.proposal === null) continue;
    const { faceOf } = step.proposal;
    const fresh = [...new Set(faceOf)].filter((id) => id !== null && tiling.face(id) === undefined);
    const outcome = applyAssignment(tiling, {
      faceOf,
      assignment,
      ground,
      space,
      follows: followerOf(guides),
      created: Object.fromEntries(
        fresh.map((id) => {
          const { id: name, ...fields } = newFace(id as string);
          return [name, fields];
        }),
      ),
    });
    if ('refused' in outcome && outcome.refused.code !== 'nothing') {
      refused++;
      continue;
    }
    const drawn = Tiling.of(base);
    if ('ok' in outcome) drawn.apply(outcome.ok);
    plans.push({ proposal: step.proposal, tiling: drawn });
  }
  return { plans, refused, infeasible };
};

const figuresOf = (name: string, { plans, refused, infeasible }: Drawn): Figure[] => {
  const grids = plans.flatMap(({ proposal, tiling }) =>
    proposal.grids.map(({ faceId }) => measuresOf(tiling, faceId)),
  );
  const households = plans.flatMap(({ proposal }) => proposal.grids);
  const moved = (wish: string): number =>
    100 *
    median(
      plans
        .filter(({ proposal }) => proposal.wish === wish)
        .map(({ proposal }) => proposal.figures.movedShare),
    );
  const figure = (
    what: string,
    unit: string,
    measured: number,
    aim: number | null,
    least = false,
  ): Figure => ({
    name: `${name}: ${what}`,
    unit,
    measured,
    aim,
    ...(least ? { least: true } : {}),
  });
  return [
    figure(
      `of ${households.length} grids in ${plans.length} plans, out of the band`,
      '',
      households.filter(({ inBand }) => !inBand).length,
      infeasible > 0 ? null : 0,
    ),
    figure('grids in several parts', '', grids.filter(({ parts }) => parts > 1).length, 0),
    figure('plans refused when drawn', '', refused, 0),
    figure('median Polsby–Popper', '', median(grids.map(({ compactness }) => compactness)), 0.6, true),
    figure('households moved, plan of fewest moved', '%', moved('stability'), 5),
    figure('households moved, plan of best balance', '%', moved('balance'), null),
  ];
};

export const proposalQuality = (): Figure[] => {
  const towns = [1, 2, 3].map((seed) => tryTown(400, seed));
  const together: Drawn = {
    plans: towns.flatMap(({ plans }) => plans),
    refused: towns.reduce((sum, { refused }) => sum + refused, 0),
    infeasible: 0,
  };
  return [
    ...figuresOf('Proposals, three towns of 400', together),
    ...figuresOf('Proposals, the sample', trySample()),
  ];
};
