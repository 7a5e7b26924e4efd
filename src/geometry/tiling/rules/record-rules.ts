/** Rules 5, 7 and 8: buildings, households, branch, workers, building heads. */
import { householdBandOf } from '../../../domain/household-target.ts';
import { type FaceId, faceName, type MmPoint } from '../model/rows.ts';
import { placeIn } from '../model/shape.ts';
import type { Tiling } from '../model/tiling.ts';
import type { Assignment } from '../ground/assignment.ts';
import { cutBuildings } from '../ground/cut-buildings.ts';
import { faceAt } from '../editing/hit.ts';
import { bordersOf } from '../model/measures.ts';
import { notYet, Report, type RuleReport } from './finding.ts';

export interface Band {
  readonly min: number;
  readonly max: number;
  readonly warnBelow: number;
  readonly warnAbove: number;
}

const pointOf = ({ buildings }: Assignment, row: number): MmPoint => ({
  x: buildings.x[row] as number,
  y: buildings.y[row] as number,
});

/** 5: each building's deciding point in exactly one grid; a building cut by a border is worth a look. */
export const checkBuildings = (tiling: Tiling, assignment: Assignment | undefined): RuleReport => {
  if (assignment === undefined) return notYet('buildings');
  const report = new Report('buildings');
  const { buildings, faceOf } = assignment;
  for (const [row, id] of buildings.ids.entries()) {
    const at = pointOf(assignment, row);
    const found = faceOf[row];
    if (found === null || found === undefined) {
      report.add('error', id, ['这栋楼不在任何网格内。', 'This building is in no grid.'], {
        at,
        rows: [row],
      });
      continue;
    }
    if (tiling.face(found) === undefined)
      report.add('error', id, ['这栋楼所在的网格已不存在。', 'The grid of this building is gone.'], {
        at,
        rows: [row],
        fixes: (() => {
          const hit = faceAt(tiling, at);
          return hit === null ? [] : [{ kind: 'paint', rows: [row], faceId: hit.faceId } as const];
        })(),
      });
  }
  for (const { row, at, faceIds } of cutBuildings(tiling, buildings))
    report.add('warning', `cut ${buildings.ids[row]}`, ['边界穿过这栋楼。', 'A border cuts this building.'], {
      at,
      rows: [row],
      faceIds,
      fixes: faceIds.map((faceId) => ({ kind: 'paint', rows: [row], faceId }) as const),
    });
  return report.done();
};

/** 7: households in the band. `metric` is the place of the number of households among the set's metrics. */
export const checkBand = (
  tiling: Tiling,
  assignment: Assignment | undefined,
  band: Band | undefined,
  metric: number,
): RuleReport => {
  if (assignment === undefined || band === undefined) return notYet('band');
  const report = new Report('band');
  for (const face of tiling.faces.values()) {
    const own = householdBandOf(face, band);
    if (own === null) continue;
    const { min, max, warnBelow, warnAbove } = own;
    const count = assignment.sums(face.id)[metric] ?? 0;
    if (count >= min && count <= max) continue;
    const far = count < warnBelow || count > warnAbove;
    const name = faceName(face);
    const isLow = count < min;
    const neighbours = [...bordersOf(tiling, face.id).keys()].filter((id): id is FaceId => id !== null);
    report.add(
      far ? 'error' : 'warning',
      face.id,
      isLow
        ? [
            `网格“${name}”只有 ${count} 户，少于 ${min} 户。`,
            `The grid “${name}” has ${count} households, fewer than ${min}.`,
          ]
        : [
            `网格“${name}”有 ${count} 户，多于 ${max} 户。`,
            `The grid “${name}” has ${count} households, more than ${max}.`,
          ],
      {
        at: placeIn(tiling.shape(face.id)),
        faceIds: [face.id],
        fixes: [
          { kind: 'rebalance', faceIds: [face.id, ...neighbours] },
          ...(isLow
            ? neighbours.map((id) => ({ kind: 'merge', faceIds: [id, face.id] }) as const)
            : [{ kind: 'split', faceId: face.id } as const]),
        ],
      },
    );
  }
  return report.done();
};

/** 8: branch, workers, and a head for every building (`hasHead` by row; not asked where it is not given). */
export const checkStaff = (
  tiling: Tiling,
  assignment: Assignment | undefined,
  hasHead: ((row: number) => boolean) | undefined,
): RuleReport => {
  const report = new Report('staff');
  for (const face of tiling.faces.values()) {
    const at = placeIn(tiling.shape(face.id));
    const name = faceName(face);
    if (face.branchId === null)
      report.add(
        'error',
        `branch ${face.id}`,
        [`网格“${name}”没有党支部。`, `The grid “${name}” has no branch.`],
        {
          at,
          faceIds: [face.id],
          fixes: [{ kind: 'assignBranch', faceId: face.id }],
        },
      );
    if (face.workerIds.length === 0)
      report.add(
        'error',
        `workers ${face.id}`,
        [`网格“${name}”没有网格员。`, `The grid “${name}” has no worker.`],
        {
          at,
          faceIds: [face.id],
          fixes: [{ kind: 'assignWorkers', faceId: face.id }],
        },
      );
    if (assignment === undefined || hasHead === undefined) continue;
    const rows = [...assignment.rows(face.id)].filter((row) => !hasHead(row));
    if (rows.length > 0)
      report.add(
        'error',
        `heads ${face.id}`,
        [
          `网格“${name}”有 ${rows.length} 栋楼没有楼长。`,
          `Buildings without a head in the grid “${name}”: ${rows.length}.`,
        ],
        {
          at: pointOf(assignment, rows[0] as number),
          faceIds: [face.id],
          rows,
          fixes: [{ kind: 'assignHeads', rows }],
        },
      );
  }
  return report.done();
};
