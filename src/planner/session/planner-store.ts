/**
 * The open plan as the screen sees it. The session itself is changed in place; `version` says that it was. While something is
 * dragged nothing of it goes through here but the counts of the two or three grids that change.
 */
import { create } from 'zustand';
import type { GridPlan } from '../../domain/records/index.ts';
import type { FaceId, MmPoint, RuleReport, Side } from '../../geometry/tiling/index.ts';
import type { Pending } from './pending.ts';
import type { PlanSession } from './plan-session.ts';

export const TOOLS = ['select', 'edge', 'paint', 'reshape', 'split', 'enclave', 'merge'] as const;
export type Tool = (typeof TOOLS)[number];
/** Tools that draw a line, point by point. */
export const isLineTool = (tool: Tool): boolean =>
  tool === 'split' || tool === 'reshape' || tool === 'enclave';

/** Something to say at the place where it happened. */
export interface Told {
  readonly kind: 'refused' | 'done';
  readonly zh: string;
  readonly en: string;
  readonly at: MmPoint | null;
  /** Buildings that would have to come along: offered to be taken too. */
  readonly takeToo?: { readonly rows: readonly number[]; readonly to: FaceId };
}

export interface PlannerState {
  readonly status: 'loading' | 'ready' | 'missing' | 'failed';
  readonly stored: GridPlan | null;
  readonly session: PlanSession | null;
  /** Only drafts can be changed. */
  readonly editable: boolean;
  /** Goes up with every change of the tiling. */
  readonly version: number;
  readonly tool: Tool;
  /** The grid that is worked on; further ones only while merging. */
  readonly faceId: FaceId | null;
  readonly vertexId: number | null;
  readonly arcId: number | null;
  /** Counts of the grids that a gesture under way would change. */
  readonly live: ReadonlyMap<FaceId, Float64Array> | null;
  readonly told: Told | null;
  readonly reports: readonly RuleReport[];
  readonly hasErrors: boolean;
  /** A division that is only looked at: by row, the grid it would be in. */
  readonly preview: readonly Side[] | null;
  /** A line that is drawn and waits to be taken. */
  readonly pending: Pending | null;
  /** Buildings for which somebody is choosing a head. */
  readonly headless: readonly number[] | null;
  /** What the problem that one went to is about: buildings, or else a place. */
  readonly mark: { readonly rows: readonly number[]; readonly at: MmPoint | null } | null;
  /** Where the map is to fly: a place, or a whole grid. The number tells two requests for the same place apart. */
  readonly flight: { readonly turn: number; readonly to: MmPoint | FaceId | 'all' } | null;
}

export const NO_PLAN: PlannerState = {
  status: 'loading',
  stored: null,
  session: null,
  editable: false,
  version: 0,
  tool: 'edge',
  faceId: null,
  vertexId: null,
  arcId: null,
  live: null,
  told: null,
  reports: [],
  hasErrors: false,
  preview: null,
  pending: null,
  headless: null,
  mark: null,
  flight: null,
};

export const usePlanner = create<PlannerState>()(() => NO_PLAN);

let turn = 0;
export const flyTo = (to: MmPoint | FaceId | 'all'): void =>
  usePlanner.setState({ flight: { turn: ++turn, to } });

export const setTool = (tool: Tool): void =>
  usePlanner.setState({
    tool,
    vertexId: null,
    arcId: null,
    told: null,
    live: null,
    pending: null,
    mark: null,
  });

export const selectFace = (faceId: FaceId | null): void =>
  usePlanner.setState({ faceId, vertexId: null, arcId: null, mark: null });
