/**
 * A plan that is open: its tiling as it is now, which building is in which grid, and the steps for undo and redo. Changed in place
 * and counting its versions; what the screen shows of it is published by `planner-store`.
 */
import type { GridPlan } from '../../domain/records/index.ts';
import {
  assignBuildings,
  type Assignment,
  type BuildingMove,
  type FaceId,
  type Patch,
  type Plan,
  record,
  redo,
  replay,
  type Side,
  sidesOfPatch,
  Tiling,
  undo,
} from '../../geometry/tiling/index.ts';
import type { Town } from '../model/town.ts';

/** Steps that are newer than the record's: kept beside the journal, for a reload. */
export interface Unsaved {
  readonly revision: number;
  readonly steps: Plan['steps'];
  readonly cursor: number;
}

/** What of a plan a session needs: a state of the grids that no plan keeps can be looked at too. */
export type SessionPlan = Pick<GridPlan, 'id' | 'revision' | 'basedOn' | 'base' | 'steps' | 'cursor'>;

export class PlanSession {
  readonly town: Town;
  /** The grids as the plan began. */
  readonly base: Tiling;
  readonly baseFaceOf: readonly Side[];
  readonly tiling: Tiling;
  readonly assignment: Assignment;
  plan: Plan;

  constructor(stored: SessionPlan, town: Town, unsaved: Unsaved | null = null) {
    const newer = unsaved?.revision === stored.revision ? unsaved : null;
    this.town = town;
    this.base = Tiling.of(stored.base);
    this.baseFaceOf = assignBuildings(this.base, town.buildings).faceOf;
    this.tiling = Tiling.of(stored.base);
    this.plan = {
      id: stored.id,
      baseVersion: stored.basedOn,
      steps: newer?.steps ?? stored.steps,
      cursor: newer?.cursor ?? stored.cursor,
    };
    replay(this.tiling, this.plan);
    this.assignment = assignBuildings(this.tiling, town.buildings);
  }

  get canUndo(): boolean {
    return this.plan.cursor > 0;
  }
  get canRedo(): boolean {
    return this.plan.cursor < this.plan.steps.length;
  }

  /** A new step, in force at once. Answers who moved. */
  apply(patch: Patch, label: string): BuildingMove[] {
    this.plan = record(this.plan, { patch, label });
    return this.put(patch);
  }

  undo(): string | null {
    const label = this.plan.steps[this.plan.cursor - 1]?.label ?? null;
    const back = undo(this.plan);
    if (back === null) return null;
    this.plan = back.plan;
    this.put(back.patch);
    return label;
  }

  redo(): string | null {
    const label = this.plan.steps[this.plan.cursor]?.label ?? null;
    const on = redo(this.plan);
    if (on === null) return null;
    this.plan = on.plan;
    this.put(on.patch);
    return label;
  }

  unsaved(revision: number): Unsaved {
    return { revision, steps: this.plan.steps, cursor: this.plan.cursor };
  }

  /** Is there anything that the record does not have? */
  differsFrom({ steps, cursor }: Pick<GridPlan, 'steps' | 'cursor'>): boolean {
    return (
      cursor !== this.plan.cursor ||
      steps.length !== this.plan.steps.length ||
      // Steps are only ever cut and added to: where the last one is the same, all before it are.
      JSON.stringify(steps.at(-1)) !== JSON.stringify(this.plan.steps.at(-1))
    );
  }

  private put(patch: Patch): BuildingMove[] {
    const sides = new Set<Side>(sidesOfPatch(this.tiling, patch));
    this.tiling.apply(patch);
    for (const side of sidesOfPatch(this.tiling, patch)) sides.add(side);
    return this.assignment.update(this.tiling, sides);
  }

  faceName(id: FaceId | null): string {
    const face = id === null ? undefined : this.tiling.face(id);
    return face?.name || face?.code || '—';
  }
}
