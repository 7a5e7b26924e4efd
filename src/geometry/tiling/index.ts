/**
 * The topology kernel of the grid planner: grids that share their borders. Pure geometry in whole millimetres of the community's
 * frame; no three, no React, no DOM, so it runs in the page, in workers and in Node.
 *
 *     const { ok } = importCoverage(grids.map((g) => ({ id: g.id, parts: partsFromLngLat(frame, g.boundary), fields: … })));
 *     const tiling = ok.tiling;                                   // or reviewCoverage(…): faults to list, repairs to choose
 *
 *     const outcome = splitFace(tiling, { faceId, line, created: [{ id: newId() }] });
 *     if ('refused' in outcome) show(outcome.refused);            // code, zh, en, at (millimetres), faceIds
 *     else { tiling.apply(outcome.ok); plan = record(plan, { patch: outcome.ok, label: 'split' }); }
 *
 * **Operations** are pure: `(tiling, arguments, options?) → { ok: Patch } | { refused: Refusal }`. They read the tiling and never
 * change it; `tiling.apply(patch)` does. A patch is plain data; `invertPatch` gives back the same bytes; `joinPatches` makes one
 * step of several. What a patch touched: `sidesOfPatch(tiling, patch)`, asked before *and* after applying when arcs went.
 *
 *     moveVertex · moveArc · insertVertex · deleteVertex · straightenArc · followGuide · setCourse · reshape · slideJunction
 *     splitFace · mergeFaces · swapGround · dissolveFace · assignRegion · addEnclave · removeEnclave · cutHole · fillHole
 *     addGround · restoreFaces · paint (buildings, the border following) · redraw (from building → grid) · setFace · assignStaff · lockFace
 *
 * **A pointer-driven editor** asks `hitTest` (vertex, edge, face within a radius in millimetres: hit pixels / pixels per mm),
 * `createSnapper(guides).snap(…)` for where a point wants to go, and drags with `beginDrag(tiling, target, { assignment })`:
 *
 *     pointerdown  const drag = beginDrag(tiling, hit, { assignment });
 *     pointermove  const frame = drag.move(snapper.snap(tiling, p, { radiusMm, without }).at);
 *                  // frame.refusal: red, the border stays at the last good place · frame.vertices/arcs: what to draw
 *                  // frame.changed: buildings to recolour · frame.counts: the two or three rows that changed
 *     pointerup    const outcome = drag.end();                    // one patch, one undo step
 *     Esc          drag.cancel();                                 // a last frame that puts everything back
 *
 * Nothing of this goes through a store: the tiling is mutable and counts its versions; publish what a frame says has changed.
 *
 * **Buildings.** `buildingSet` (deciding point, footprint, metrics) once; `assignBuildings(tiling, set)` then keeps building → grid
 * and the sums of every grid; after `apply`, `assignment.update(tiling, sides)` looks only at the grids that changed and answers
 * who moved. `groundCells(set, barriers)` and `freeSpaceOf(set)` once for painting (some 0.1 s for 100 buildings: in a worker).
 *
 * **Checking** is part of every operation, for what it touches. `validate(tiling, facts)` is the whole list of rules, for a worker.
 *
 * **Frames.** Millimetres here; `mmFromLngLat` / `lngLatFromMm` with `geometry/frame.ts` at the rim; `exportLngLat` writes nine
 * decimals, one rounding a vertex, and reads back as the same bytes.
 */
export { type BlankSpot, type CoverageProof, outlineOf, proveCoverage } from './exchange/blank-spots.ts';
export { canonicalData } from './exchange/build.ts';
export {
  type CoveredGround,
  coverGround,
  type GroundGrid,
  gridsAtPoints,
  type UncoveredSpot,
} from './exchange/cover-ground.ts';
export { type Fault, FAULT_KINDS, type FaultKind, type Repair } from './exchange/fault.ts';
export {
  type CoveragePolygon,
  exportCoverage,
  exportLngLat,
  lngLatFromMm,
  mmFromLngLat,
  type MmPolygon,
  type MmRing,
  outlinePolygons,
  partsFromLngLat,
} from './exchange/polygons.ts';
export {
  importCoverage,
  type ResolvedCoverage,
  type Review,
  reviewCoverage,
  type ReviewOptions,
} from './exchange/review.ts';
export { exportTopology, type TilingTopology } from './exchange/topology.ts';
export { readTiling } from './exchange/read-tiling.ts';
export { differenceOf, type Flow, type PlanDifference, type PlanState } from './editing/difference.ts';
export {
  beginDrag,
  type DragFrame,
  type DragOptions,
  type DragSession,
  type DragTarget,
} from './editing/drag.ts';
export {
  type EdgeHit,
  faceAt,
  type FaceHit,
  type Hit,
  hitTest,
  nearestEdge,
  nearestVertex,
  type VertexHit,
} from './editing/hit.ts';
export {
  newPlan,
  type Plan,
  type PlanMove,
  type PlanStep,
  record,
  redo,
  replay,
  undo,
} from './editing/plan.ts';
export { createSnapper, type Guide, type Snap, type SnapOptions, type Snapper } from './editing/snap.ts';
export { assignBuildings, type Assignment, type BuildingMove } from './ground/assignment.ts';
export { type BuildingInput, type BuildingSet, buildingSet } from './ground/building-set.ts';
export { type CutBuilding, cutBuildings, footprintShares } from './ground/cut-buildings.ts';
export { followerOf, type FreeSpace, freeSpaceOf } from './ground/free-space.ts';
export { type GroundCells, groundCells } from './ground/ground-cells.ts';
export { DEFAULT_LIMITS, type Limits } from './model/limits.ts';
export { adjacencyOf, bordersOf, type FaceMeasures, measuresOf } from './model/measures.ts';
export { invertPatch, isEmptyPatch, joinPatches, sidesOfPatch } from './model/patch.ts';
export { patchBetween } from './model/patch-between.ts';
export { type Outcome, type Refusal, type RefusalCode, refusal } from './model/refusal.ts';
export {
  type Arc,
  type Face,
  type FaceId,
  faceName,
  type MmPoint,
  newFace,
  type Patch,
  type Side,
  type TilingData,
  type Vertex,
} from './model/rows.ts';
export { type FaceShape, placeIn, shapeContains } from './model/shape.ts';
export { Tiling } from './model/tiling.ts';
export { deleteVertex } from './operations/delete-vertex.ts';
export { dissolveFace, fillHole, removeEnclave } from './operations/dissolve.ts';
export { assignStaff, type FaceFields, lockFace, setFace } from './operations/fields.ts';
export { type InsertVertex, insertVertex } from './operations/insert-vertex.ts';
export { mergeFaces } from './operations/merge.ts';
export { moveArc } from './operations/move-arc.ts';
export { moveVertex } from './operations/move-vertex.ts';
export type { OperationOptions } from './operations/options.ts';
export { type Paint, paint } from './operations/paint.ts';
export { applyAssignment, type ApplyAssignment } from './operations/apply-assignment.ts';
export { type Redraw, redraw } from './operations/redraw.ts';
export { addEnclave, addGround, assignRegion, cutHole } from './operations/region.ts';
export { type Reshape, reshape } from './operations/reshape.ts';
export { type RestoreFaces, restoreFaces } from './operations/restore.ts';
export { railOf, slideJunction } from './operations/slide-junction.ts';
export { type SplitFace, splitFace } from './operations/split.ts';
export { followGuide, setCourse, straightenArc } from './operations/straighten.ts';
export { swapGround } from './operations/swap-ground.ts';
export { type Finding, type Fix, type Rule, RULES, type RuleReport } from './rules/finding.ts';
export { checkThrough, type Compound } from './rules/ground-rules.ts';
export { type Facts, findingsOf, hasErrors, validate } from './rules/validate.ts';
