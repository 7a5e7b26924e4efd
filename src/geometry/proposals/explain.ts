/** A division in figures and words; and why not every grid can be in the band, where that is so. */
import { compactnessOf } from '../tiling/model/measures.ts';
import type { FaceId, Side } from '../tiling/model/rows.ts';
import type { Division } from './anneal.ts';
import type { Atoms } from './atoms.ts';
import { NO_TARGETS, restBeside } from './targets.ts';
import type { Proposal, ProposedGrid, ProposeInput, Wish } from './propose.ts';

export interface Infeasible {
  readonly code: 'tower' | 'mean' | 'pieces';
  readonly zh: string;
  readonly en: string;
  /** Buildings concerned. */
  readonly rows: readonly number[];
}

export const feasibility = (
  atoms: Atoms,
  pieces: number,
  { band: { min, max }, targets = NO_TARGETS }: ProposeInput,
  k: number,
): Infeasible[] => {
  const out: Infeasible[] = [];
  const most = Math.max(max, ...[...targets.values()].map((band) => band.max));
  for (let atom = 0; atom < atoms.count; atom++) {
    const weight = atoms.weight[atom] as number;
    if (weight <= most) continue;
    const rows = atoms.rows[atom] ?? [];
    out.push({
      code: 'tower',
      zh: `${rows.length > 1 ? '一个必须整体划分的小区' : '一栋楼'}就有 ${weight} 户，超过上限 ${most} 户。`,
      en: `${rows.length > 1 ? 'One compound that stays together' : 'One building'} alone has ${weight} households, above ${most}.`,
      rows,
    });
  }
  const all = atoms.weight.reduce((sum, w) => sum + w, 0);
  const rest = restBeside(targets.values(), all, Math.max(1, k));
  const total = Math.round(rest.households);
  const mean = Math.round(total / Math.max(1, rest.parts));
  if (rest.parts > 0 && (mean < min || mean > max)) {
    const [low, high] = [Math.ceil(total / max), Math.floor(total / min)];
    const [beside, besideEn] =
      targets.size === 0
        ? ['', '']
        : ['除单独设了目标户数的网格外，', 'Beside the grids with their own target: '];
    out.push({
      code: 'mean',
      zh: `${beside}${total} 户分成 ${rest.parts} 个网格，平均 ${mean} 户，不在 ${min}–${max} 户之间${low <= high ? `；可分成 ${low}–${high} 个` : ''}。`,
      en: `${besideEn}${total} households in ${rest.parts} grids are ${mean} on average, not ${min}–${max}${low <= high ? `; ${low}–${high} grids would do` : ''}.`,
      rows: [],
    });
  }
  if (pieces > k)
    out.push({
      code: 'pieces',
      zh: `这些楼分布在 ${pieces} 片互不相连的地面上，至少要 ${pieces} 个网格。`,
      en: `The buildings stand on ${pieces} pieces of ground that do not touch; at least ${pieces} grids are needed.`,
      rows: [],
    });
  return out;
};

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};

const TITLES: Readonly<Record<Wish, readonly [zh: string, en: string]>> = {
  balance: ['最均衡', 'Best balance'],
  shape: ['形状最好', 'Best shape'],
  stability: ['变动最少', 'Fewest moved'],
  fewer: ['少一个网格', 'One grid fewer'],
  more: ['多一个网格', 'One grid more'],
};

const gridsOf = (division: Division, labels: readonly FaceId[], input: ProposeInput): ProposedGrid[] => {
  const { atoms, partOf, area, perimeter, weight } = division;
  const rows: number[][] = labels.map(() => []);
  for (let atom = 0; atom < atoms.count; atom++)
    rows[partOf[atom] as number]?.push(...(atoms.rows[atom] ?? []));
  return labels.map((faceId, part) => ({
    faceId,
    isNew: !input.faceIds.includes(faceId),
    rows: rows[part] ?? [],
    households: weight[part] as number,
    inBand: division.isInBand(part),
    compactness: compactnessOf(area[part] as number, perimeter[part] as number),
  }));
};

/** Lengths of inner borders, and of them what follows roads (by what they cost less). */
const bordersOf = ({ atoms, partOf }: Division): { lengthMm: number; costMm: number } => {
  let [lengthMm, costMm] = [0, 0];
  for (let atom = 0; atom < atoms.count; atom++)
    for (const link of atoms.links[atom] ?? []) {
      if (link.other < atom || partOf[link.other] === partOf[atom]) continue;
      lengthMm += link.lengthMm;
      costMm += link.costMm;
    }
  return { lengthMm, costMm };
};

const FOLLOW_GAIN = 0.65;
const percent = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;

export const describe = (
  division: Division,
  labels: readonly FaceId[],
  wish: Wish,
  input: ProposeInput,
): Proposal => {
  const grids = gridsOf(division, labels, input).filter(({ rows }) => rows.length > 0);
  const faceOf: Side[] = [...input.faceOf];
  for (const { faceId, rows } of grids) for (const row of rows) faceOf[row] = faceId;
  const total = grids.reduce((sum, grid) => sum + grid.households, 0);
  const mean = total / Math.max(1, grids.length);
  let [movedHouseholds, movedBuildings] = [0, 0];
  for (const [row, side] of faceOf.entries()) {
    if (side === input.faceOf[row]) continue;
    movedBuildings++;
    movedHouseholds += input.households[row] ?? 0;
  }
  const { lengthMm, costMm } = bordersOf(division);
  const compactness = grids.map((grid) => grid.compactness);
  const figures = {
    inBand: grids.filter((grid) => grid.inBand).length,
    deviation:
      grids.reduce((sum, grid) => sum + Math.abs(grid.households - mean), 0) /
      Math.max(1, mean * grids.length),
    medianCompactness: median(compactness),
    worstCompactness: Math.min(1, ...compactness),
    borderMm: lengthMm,
    followShare: lengthMm > 0 ? Math.min(1, (1 - costMm / lengthMm) / FOLLOW_GAIN) : 0,
    movedHouseholds,
    movedShare: total > 0 ? movedHouseholds / total : 0,
    movedBuildings,
    cost: division.cost(),
  };
  const counts = grids.map(({ households }) => households);
  const [low, high] = [Math.min(...counts), Math.max(...counts)];
  const [zh, en] = TITLES[wish];
  const pp = figures.medianCompactness.toFixed(2);
  return {
    wish,
    k: grids.length,
    grids,
    faceOf,
    figures,
    zh: `${zh}：${grids.length} 个网格，${figures.inBand} 个达标，${low}–${high} 户，紧凑度 ${pp}，${percent(figures.followShare)} 的内部边界沿道路，${movedHouseholds} 户（${percent(figures.movedShare)}）换网格。`,
    en: `${en}: ${grids.length} grids, ${figures.inBand} in the band, ${low}–${high} households, compactness ${pp}, ${percent(figures.followShare)} of inner borders along roads, ${movedHouseholds} households (${percent(figures.movedShare)}) change grids.`,
  };
};
