/**
 * Plans of new grids. A plan keeps the tiling it began with and every step since, so that undo and redo survive a reload; what it
 * looks like now is its base with the first `cursor` steps applied. Coordinates are whole millimetres of the community's frame.
 * The kernel in `geometry/tiling` reads and writes these rows; here stands only their shape.
 */
import * as z from 'zod';
import { codesOf, GRID_KIND, PLAN_STATE } from '../codes.ts';
import { baseShape, dateSchema, idSchema, instantSchema, name, text } from './base.ts';
import { gridSchema, householdTargetSchema } from './place.ts';

const rowId = z.int().positive();
const side = idSchema.nullable();

const tilingVertexSchema = z.object({ id: rowId, x: z.int(), y: z.int() });
const tilingArcSchema = z.object({ id: rowId, vertexIds: z.array(rowId).min(2), left: side, right: side });
const tilingFaceSchema = z.object({
  /** The grid's own id. */
  id: idSchema,
  code: text(20),
  kind: z.enum(codesOf(GRID_KIND)),
  name: text(60),
  branchId: idSchema.nullable(),
  workerIds: z.array(idSchema),
  locked: z.boolean(),
  apart: z.boolean(),
  validFrom: text(10),
  validTo: text(10).nullable(),
  parents: z.array(idSchema),
  target: householdTargetSchema.optional(),
});

const rows = {
  vertices: z.array(tilingVertexSchema),
  arcs: z.array(tilingArcSchema),
  faces: z.array(tilingFaceSchema),
};
const tilingSchema = z.object({ ...rows, nextId: rowId });
const patchSchema = z.object({
  put: z.object(rows),
  del: z.object({ vertices: z.array(rowId), arcs: z.array(rowId), faces: z.array(idSchema) }),
  prev: z.object(rows),
  nextId: z.object({ before: rowId, after: rowId }),
});

export const gridPlanSchema = z.object({
  ...baseShape,
  name,
  state: z.enum(codesOf(PLAN_STATE)),
  notes: text(500),
  /** The day whose grids it began with. */
  basedOn: dateSchema,
  /** Those grids, and a mark of the boundary each had then: a plan on grids that have changed since is not published. */
  baseGrids: z.array(z.object({ id: idSchema, mark: text(20) })),
  base: tilingSchema,
  steps: z.array(z.object({ label: text(40), patch: patchSchema })),
  /** How many of the steps are in force. */
  cursor: z.int().nonnegative(),
  /** From when the published grids hold; null unless published. */
  publishedFrom: dateSchema.nullable(),
  /**
   * What its publication took the place of, as it was recorded at that moment: every grid in force, and which building and worker
   * was in which. Absent: not published, or published before this was kept.
   */
  replaced: z
    .object({
      at: instantSchema,
      grids: z.array(gridSchema),
      buildings: z.array(z.object({ id: idSchema, gridId: idSchema.nullable() })),
      workers: z.array(z.object({ id: idSchema, gridId: idSchema })),
    })
    .optional(),
});

export type GridPlan = z.infer<typeof gridPlanSchema>;
