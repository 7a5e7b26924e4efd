import { random32 } from '../../domain/random32.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadOracle, type Oracle } from '../tiling/fixtures/geos.ts';
import { measuresOf, assignBuildings } from '../tiling/index.ts';
import { Division } from './anneal.ts';
import { componentsOf, makeAtoms } from './atoms.ts';
import { bisect } from './bisect.ts';
import { makeProposalInput, tryTown } from './fixtures/towns.ts';
import { propose, runProposals, runProposalsAsync } from './propose.ts';

let oracle: Oracle;
beforeAll(async () => {
  oracle = await loadOracle();
});

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

describe('proposals', () => {
  it.each([1, 2])('are all in the band, in one piece, compact, and can be drawn, town %i', (seed) => {
    const { plans, refused } = tryTown(160, seed);
    expect(refused).toBe(0);
    expect(plans.length).toBeGreaterThanOrEqual(3);
    expect(plans.length).toBeLessThanOrEqual(5);
    for (const { proposal, tiling } of plans) {
      expect(oracle.complaint(tiling)).toBeNull();
      expect(proposal.figures.inBand).toBe(proposal.k);
      for (const { parts } of [...tiling.faces.keys()].map((id) => measuresOf(tiling, id)))
        expect(parts).toBe(1);
      expect(proposal.zh).not.toBe('');
      expect(proposal.en).toContain(`${proposal.k} grids`);
    }
    const compactness = plans.flatMap(({ tiling }) =>
      [...tiling.faces.keys()].map((id) => measuresOf(tiling, id).compactness),
    );
    expect(median(compactness)).toBeGreaterThan(0.55);
  });
  it('are the same for the same seed, and others for another', () => {
    const input = { ...makeProposalInput(120, 3), effort: 60 };
    const first = runProposals(input);
    expect(JSON.stringify(runProposals(input))).toBe(JSON.stringify(first));
    expect(JSON.stringify(runProposals({ ...input, seed: 99 }).map(({ faceOf }) => faceOf))).not.toBe(
      JSON.stringify(first.map(({ faceOf }) => faceOf)),
    );
  });
  it('moving few moves few, and the slider makes every plan move fewer', () => {
    const input = { ...makeProposalInput(160, 4), effort: 200 };
    const share = (stability: number): number[] =>
      runProposals({ ...input, weights: { stability } }).map(({ figures }) => figures.movedShare);
    const plans = runProposals(input);
    const stable = plans.find(({ wish }) => wish === 'stability');
    expect(stable?.figures.movedShare).toBeLessThan(0.06);
    expect(stable?.figures.movedShare).toBeLessThan(
      plans.find(({ wish }) => wish === 'balance')?.figures.movedShare ?? 0,
    );
    expect(share(0).length).toBe(plans.length);
  });
  it('can be stopped between any two steps, and keep what is ready', async () => {
    const input = { ...makeProposalInput(120, 5), effort: 60 };
    let steps = 0;
    expect(runProposals(input, { stopped: () => ++steps > 3 })).toEqual([]);
    const ready: string[] = [];
    const some = await runProposalsAsync(input, {
      report: ({ proposal }) => proposal !== null && ready.push(proposal.wish),
      stopped: () => ready.length === 2,
    });
    expect(some.map(({ wish }) => wish)).toEqual(['balance', 'shape']);
  });
  it('says why not every grid can be in the band', () => {
    const input = makeProposalInput(120, 6);
    const households = Float64Array.from(input.households);
    households[7] = 900;
    const codes = (over: object): string[] => {
      for (const { infeasible } of propose({ ...input, ...over }))
        if (infeasible.length > 0) return infeasible.map(({ code }) => code);
      return [];
    };
    expect(codes({ households, effort: 1 })).toContain('tower');
    expect(codes({ k: 1, effort: 1 })).toContain('mean');
    expect(codes({ effort: 1 })).toEqual([]);
  });
  it('keeps compounds together', () => {
    const input = makeProposalInput(120, 7);
    const compoundOf = (row: number): string => `c${row >> 2}`;
    for (const { faceOf } of runProposals({ ...input, compoundOf, effort: 60 }))
      for (let row = 0; row < faceOf.length; row += 4)
        expect(new Set(faceOf.slice(row, row + 4)).size).toBe(1);
  });
  it.each([10, 11, 12])(
    'draw a grid towards a target of its own, and the others to the band, town %i',
    (seed) => {
      const input = makeProposalInput(160, seed);
      const [id = ''] = input.faceIds;
      const targets = new Map([[id, { min: 150, max: 220 }]]);
      const plans = runProposals({ ...input, targets });
      expect(plans.map(({ wish }) => wish)).toEqual(
        expect.arrayContaining(['balance', 'shape', 'stability']),
      );
      for (const { grids, figures, k } of plans) {
        const own = grids.find(({ faceId }) => faceId === id);
        // It is the same grid: it stands where it stood.
        expect(own?.rows.some((row) => input.faceOf[row] === id)).toBe(true);
        expect(own?.households).toBeGreaterThanOrEqual(150);
        expect(own?.households).toBeLessThanOrEqual(220);
        expect(figures.inBand).toBe(k);
      }
      // Without the target nobody would make so small a grid.
      for (const { grids } of runProposals(input))
        expect(Math.min(...grids.map(({ households }) => households))).toBeGreaterThan(220);
    },
  );
  it('says of the others, beside a target, why they cannot be in the band', () => {
    const input = makeProposalInput(120, 6);
    const [id = ''] = input.faceIds;
    const said = (over: object): string[] => {
      for (const { infeasible } of propose({ ...input, ...over, effort: 1 }))
        if (infeasible.length > 0) return infeasible.map(({ zh }) => zh);
      return [];
    };
    const targets = new Map([[id, { min: 300, max: 500 }]]);
    expect(said({ targets })).toEqual([]);
    expect(said({ targets, k: 2 })[0]).toMatch(/^除单独设了目标户数的网格外，\d+ 户分成 1 个网格/);
    expect(said({ k: 2 })[0]).toMatch(/^\d+ 户分成 2 个网格/);
  });
  it('draws every building into the grid that the plan says', () => {
    const input = makeProposalInput(120, 8);
    const [proposal] = runProposals({ ...input, effort: 60 });
    const outcome = input.draw(proposal?.faceOf ?? []);
    if ('refused' in outcome) throw new Error(outcome.refused.en);
    input.tiling.apply(outcome.ok);
    expect(assignBuildings(input.tiling, input.ground.buildings).faceOf).toEqual(proposal?.faceOf);
  });
});

describe('divisions', () => {
  const input = makeProposalInput(160, 9);
  const atoms = makeAtoms(input);
  it('seeds hang together', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const partOf = new Int32Array(atoms.count);
      bisect(atoms, [...partOf.keys()], 7, random32(seed), partOf);
      expect(new Set(partOf).size).toBe(7);
      const within = {
        ...atoms,
        links: atoms.links.map((links, a) => links.filter(({ other }) => partOf[other] === partOf[a])),
      };
      expect(componentsOf(within).length).toBe(7);
    }
  });
  it('costs kept in step are the costs counted anew, after thousands of moves', () => {
    const partOf = new Int32Array(atoms.count);
    const random = random32(5);
    bisect(atoms, [...partOf.keys()], 6, random, partOf);
    const goal = {
      min: 300,
      max: 500,
      parts: 6,
      weights: { balance: 1, shape: 1, roads: 1, stability: 2 },
      homePart: partOf.slice(),
    };
    const division = new Division(atoms, goal, partOf);
    let moved = 0;
    for (let i = 0; i < 20_000; i++) {
      const atom = Math.floor(random() * atoms.count);
      const links = atoms.links[atom] ?? [];
      const other = links[Math.floor(random() * links.length)]?.other ?? atom;
      if (division.tryMove(atom, partOf[other] as number, 10, random)) moved++;
      if (partOf[atom] !== partOf[other]) division.trySwap(atom, other, 10, random);
    }
    expect(moved).toBeGreaterThan(100);
    const fresh = new Division(atoms, goal, partOf.slice());
    expect(division.cost()).toBeCloseTo(fresh.cost(), 6);
    for (const key of ['weight', 'area', 'perimeter', 'cut'] as const)
      for (const [part, value] of fresh[key].entries())
        expect((division[key][part] as number) / Math.max(1, value)).toBeCloseTo(
          value / Math.max(1, value),
          6,
        );
    const within = {
      ...atoms,
      links: atoms.links.map((links, a) => links.filter(({ other }) => partOf[other] === partOf[a])),
    };
    expect(componentsOf(within).length).toBe(6);
  });
});
