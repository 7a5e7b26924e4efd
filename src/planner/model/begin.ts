/**
 * How a plan begins: the grids in force are read as a tiling of the community's ground. What is wrong with them is listed with its
 * place and its repairs; nothing is mended behind one's back.
 */
import type { Community, Grid, GridPlan, GridWorker, MultiPolygon } from '../../domain/records/index.ts';
import { createFrame } from '../../geometry/frame.ts';
import {
  type CoveragePolygon,
  DEFAULT_LIMITS,
  type Fault,
  newFace,
  type Outcome,
  partsFromLngLat,
  type Repair,
  reviewCoverage,
  type TilingData,
} from '../../geometry/tiling/index.ts';

export interface BeginInput {
  readonly community: Community;
  readonly grids: readonly Grid[];
  readonly gridWorkers: readonly GridWorker[];
  /** For the one grid of a community that has none, and for grids that fill a gap. */
  readonly newId: () => string;
  readonly nameOfNew: string;
  /** Borders this near to each other are read as one. */
  readonly toleranceMm?: number;
}

/** To choose from where the borders of neighbours were drawn apart; the first is what a plan is read with otherwise. */
export const TOLERANCES_MM: readonly [number, ...number[]] = [
  DEFAULT_LIMITS.clearanceMm,
  100,
  500,
  1000,
  2000,
  5000,
];

export interface Beginning {
  /** Faults with grids by their names, in the order in which they were found. */
  readonly faults: readonly Fault[];
  /** What is taken where nothing is chosen. */
  readonly standard: ReadonlyMap<string, Repair>;
  readonly names: ReadonlyMap<string, string>;
  finish(choices: ReadonlyMap<string, Repair>): Outcome<TilingData>;
}

/** A short text that is another one when the boundary is: FNV-1a over its numbers. */
export const boundaryMark = (boundary: MultiPolygon): string => {
  let hash = 0x811c9dc5;
  for (const char of JSON.stringify(boundary)) {
    hash ^= char.charCodeAt(0);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(36);
};

export const baseGridsOf = (grids: readonly Grid[]): GridPlan['baseGrids'] =>
  grids.map(({ id, boundary }) => ({ id, mark: boundaryMark(boundary) }));

const polygonsOf = ({ community, grids, gridWorkers, newId, nameOfNew }: BeginInput): CoveragePolygon[] => {
  const frame = createFrame(community.anchor);
  if (grids.length === 0)
    return [
      {
        id: newId(),
        parts: partsFromLngLat(frame, community.outline),
        fields: { name: nameOfNew, code: `${community.code}001` },
      },
    ];
  return grids.map((grid) => ({
    id: grid.id,
    parts: partsFromLngLat(frame, grid.boundary),
    fields: {
      code: grid.code,
      kind: grid.kind,
      name: grid.name,
      branchId: grid.branchId,
      workerIds: gridWorkers.filter(({ gridId }) => gridId === grid.id).map(({ id }) => id),
      validFrom: grid.validFrom,
      parents: grid.parents,
      ...(grid.target === undefined ? {} : { target: grid.target }),
    },
  }));
};

/** Sentences of the kernel name grids by id; people know them by name. */
const named = (fault: Fault, names: ReadonlyMap<string, string>): Fault => {
  const say = (text: string): string =>
    fault.faceIds.reduce((said, id) => said.replaceAll(id, names.get(id) ?? id), text);
  return { ...fault, zh: say(fault.zh), en: say(fault.en) };
};

/** A dedicated grid lies inside a basic one and takes its ground; everything else is mended in the kernel's usual way. */
const usualRepair = (fault: Fault, dedicated: ReadonlySet<string>): Repair => {
  const special = fault.kind === 'overlap' ? fault.faceIds.filter((id) => dedicated.has(id)) : [];
  return special.length === 1 ? `give:${special[0]}` : (fault.repairs[0] as Repair);
};

export const beginPlan = (input: BeginInput): Beginning => {
  const polygons = polygonsOf(input);
  const names = new Map(polygons.map(({ id, fields }) => [id, fields?.name || fields?.code || id]));
  const dedicated = new Set(input.grids.filter(({ kind }) => kind === 'dedicated').map(({ id }) => id));
  const outline = partsFromLngLat(createFrame(input.community.anchor), input.community.outline);
  const review = reviewCoverage(polygons, { outline, toleranceMm: input.toleranceMm ?? TOLERANCES_MM[0] });
  const standard = new Map(review.faults.map((fault) => [fault.id, usualRepair(fault, dedicated)]));
  return {
    faults: review.faults.map((fault) => named(fault, names)),
    standard,
    names,
    finish: (choices) => {
      const outcome = review.resolve(new Map([...standard, ...choices]));
      if ('refused' in outcome) return outcome;
      const data = outcome.ok.tiling.toData();
      const faces = data.faces.map((face) =>
        names.has(face.id) ? face : newFace(face.id, { ...face, name: input.nameOfNew, apart: face.apart }),
      );
      return { ok: { ...data, faces } };
    },
  };
};
