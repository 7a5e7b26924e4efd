/** The whole place in town metres: drawn block by block, then planted. Order of areas matters: later ones lie on earlier ones. */
import { createRandom } from '../random.ts';
import { addCountryside } from './countryside.ts';
import { addBlocks } from './estates/index.ts';
import { placeLamps, plantTrees } from './greenery.ts';
import { type GridPlan, makeGrids, makeOutline } from './grids.ts';
import { createPlan, type Plan } from './plan.ts';
import type { Point } from './plane.ts';
import { addStreets, addTracks } from './roads.ts';

export interface Place {
  plan: Plan;
  grids: GridPlan[];
  outline: Point[];
}

/** What lies on what: ground first, then what is laid out on it. */
const LAYERS = [
  'field',
  'bare',
  'orchard',
  'courtyard',
  'park',
  'plaza',
  'grass',
  'sports',
  'parking',
  'water',
];

export const makePlace = (seed: string): Place => {
  const random = createRandom(seed);
  const plan = createPlan();
  addStreets(plan);
  addTracks(plan);
  addCountryside(plan, random.fork('countryside'));
  addBlocks(plan);
  plantTrees(plan, random.fork('trees'));
  placeLamps(plan);
  plan.areas = plan.areas
    .map((area, i) => ({ area, i }))
    .sort((a, b) => LAYERS.indexOf(a.area.kind) - LAYERS.indexOf(b.area.kind) || a.i - b.i)
    .map(({ area }) => area);
  return { plan, grids: makeGrids(), outline: makeOutline() };
};
