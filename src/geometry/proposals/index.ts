/**
 * Plans by machine for the grid planner: from buildings, households and the current grids to three to five divisions, each with
 * another wish in front (best balance, best shape, fewest moved, one grid fewer, one more), told in figures and words.
 *
 *     for (const step of propose({ tiling, ground, households, faceOf, faceIds, guides, band, seed, newIds })) {
 *       if (step.proposal !== null) show(step.proposal);      // and draw it: applyAssignment(tiling, { faceOf: step.proposal.faceOf, … })
 *       if (stopped) break;                                   // what was shown until then stands
 *     }
 *
 * In a worker `runProposalsAsync` gives way to messages between steps. `weights` are sliders: 1 is usual; `stability` is what a
 * household that changes its grid costs (0 usual; 2–12 keep 94–98 % where they are). Locked grids are left out of `faceIds`.
 * `targets` are grids that are to have other households than the band: each keeps its name and a place on its ground.
 */
export type { AtomInput } from './atoms.ts';
export type { Weights } from './anneal.ts';
export type { Infeasible } from './explain.ts';
export {
  type Proposal,
  propose,
  type ProposedGrid,
  type ProposeInput,
  type ProposeStep,
  runProposals,
  runProposalsAsync,
  type Wish,
} from './propose.ts';
