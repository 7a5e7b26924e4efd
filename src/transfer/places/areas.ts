/** Polygons that are no buildings: the grids of a community, or its outline. */
import { dateOf } from '../../domain/dates.ts';
import type { Change } from '../../domain/edit.ts';
import type { Building, Community, Grid, GridWorker, MultiPolygon } from '../../domain/records/index.ts';
import { createFrame, type Frame, ringsToLocal } from '../../geometry/frame.ts';
import { overlapArea } from '../../geometry/overlap-area.ts';
import { type Point, polygonArea, polygonContains } from '../../geometry/polygon.ts';
import type { LocatedArea } from '../crs/located-set.ts';
import { Problems } from '../problem.ts';
import type { PlaceStamp } from './plan.ts';

export interface AreaContext {
  readonly community: Community;
  readonly buildings: readonly Building[];
  readonly grids: readonly Grid[];
  readonly gridWorkers: readonly GridWorker[];
}
export interface GridsPlan {
  /** New ones and those that get a new boundary. */
  readonly grids: readonly Grid[];
  /** Grids that are in the community but not in the file. */
  readonly removed: readonly Grid[];
  /** Buildings that come to lie in another grid. */
  readonly moved: readonly Building[];
  readonly problems: Problems;
}

type Rings = readonly (readonly Point[])[];
interface Shape {
  readonly polygons: readonly Rings[];
  readonly area: number;
}
const shapeOf = (boundary: MultiPolygon, frame: Frame): Shape => {
  const polygons = boundary.map((polygon) => ringsToLocal(frame, polygon));
  return { polygons, area: polygons.reduce((sum, rings) => sum + polygonArea(rings), 0) };
};
const shared = (a: Shape, b: Shape): number =>
  a.polygons.reduce((sum, p) => sum + b.polygons.reduce((more, q) => more + overlapArea(p, q), 0), 0);

/** West to east, then north to south: the order in which grids are numbered. */
const inOrder = (areas: readonly LocatedArea[], frame: Frame): LocatedArea[] => {
  const middle = (area: LocatedArea): Point => {
    const ring = ringsToLocal(frame, area.polygons[0] ?? [])[0] ?? [];
    const sum = ring.reduce(([x, y], p): Point => [x + p[0], y + p[1]], [0, 0] as Point);
    return [sum[0] / Math.max(ring.length, 1), sum[1] / Math.max(ring.length, 1)];
  };
  const placed = areas.map((area) => ({ area, at: middle(area) }));
  const BAND_METRES = 200;
  const band = ([, y]: Point): number => -Math.round(y / BAND_METRES);
  return placed.sort((a, b) => band(a.at) - band(b.at) || a.at[0] - b.at[0]).map(({ area }) => area);
};

const textOf = ({ attributes }: LocatedArea, keys: readonly string[]): string => {
  for (const key of keys) {
    const value = attributes[key];
    if (value !== null && value !== undefined && String(value).trim() !== '') return String(value).trim();
  }
  return '';
};
const codeOf = (area: LocatedArea, community: Community): string | null => {
  const code = textOf(area, ['code', '网格编码', '编码', 'grid_code', 'gridCode', 'adcode', 'id']);
  return /^\d{15}$/.test(code) && code.startsWith(community.code) ? code : null;
};
const isDedicated = (area: LocatedArea): boolean =>
  /专属|dedicated/i.test(textOf(area, ['kind', '类型', '网格类型', 'type']));

/** Overlaps and gaps of this size are drawing, not borders: square metres. */
const OVERLAP_SQUARE_METRES = 50;

const tellOverlaps = (areas: readonly LocatedArea[], shapes: readonly Shape[], problems: Problems): void => {
  for (let i = 0; i < areas.length; i++)
    for (let j = i + 1; j < areas.length; j++) {
      const [a, b] = [areas[i] as LocatedArea, areas[j] as LocatedArea];
      if (isDedicated(a) !== isDedicated(b)) continue;
      const area = shared(shapes[i] as Shape, shapes[j] as Shape);
      if (area > OVERLAP_SQUARE_METRES)
        problems.add('grids.overlap', 'warning', `${a.where}, ${b.where}`, () => [
          `“${a.name}”与“${b.name}”重叠 ${Math.round(area)} 平方米，请在规划台修正。`,
          `“${a.name}” and “${b.name}” overlap by ${Math.round(area)} m²; mend it in the planner.`,
        ]);
    }
};

/** The file's areas become the community's grids. A grid of the same code or name keeps its record and gets the new boundary. */
export const planGrids = (
  areas: readonly LocatedArea[],
  { community, buildings, grids }: AreaContext,
  stamp: PlaceStamp,
): GridsPlan => {
  const problems = new Problems();
  const frame = createFrame(community.anchor);
  const ordered = inOrder(
    areas.filter(({ polygons }) => polygons.length > 0),
    frame,
  );
  const shapes = ordered.map(({ polygons }) => shapeOf(polygons, frame));
  tellOverlaps(ordered, shapes, problems);
  const taken = new Set<string>();
  const today = dateOf(stamp.at);
  const planned = ordered.map((area, at): Grid => {
    const name = (area.name || textOf(area, ['网格名称', 'grid_name'])).slice(0, 60);
    const code = codeOf(area, community) ?? `${community.code}${String(at + 1).padStart(3, '0')}`;
    const known = grids.find(
      (grid) => !taken.has(grid.id) && (grid.code === code || (name !== '' && grid.name === name)),
    );
    if (known) taken.add(known.id);
    return {
      ...(known ?? {
        id: stamp.newId(),
        communityId: community.id,
        createdAt: stamp.at,
        updatedAt: stamp.at,
        revision: 1,
        branchId: null,
        validFrom: today,
        validTo: null,
        parents: [],
      }),
      code,
      sequence: Number(code.slice(-3)) || at + 1,
      kind: isDedicated(area) ? 'dedicated' : 'basic',
      name: name || known?.name || `第${at + 1}网格`,
      boundary: area.polygons,
    };
  });
  const gridAt = (building: Building): string | null => {
    const ring = ringsToLocal(frame, building.footprint)[0] ?? [];
    const [x, y] = ring.reduce(([u, v], p): Point => [u + p[0] / ring.length, v + p[1] / ring.length], [
      0, 0,
    ] as Point);
    const holders = planned.filter((_, i) =>
      (shapes[i] as Shape).polygons.some((rings) => polygonContains(rings, x, y)),
    );
    // A dedicated grid lies inside a basic one and takes what stands in it.
    return (holders.find(({ kind }) => kind === 'dedicated') ?? holders[0])?.id ?? null;
  };
  const moved = buildings.flatMap((building) => {
    const gridId = gridAt(building);
    return gridId === building.gridId ? [] : [{ ...building, gridId }];
  });
  const without = moved.filter(({ gridId }) => gridId === null).length;
  if (without > 0)
    problems.add('grids.outside', 'warning', '', () => [
      `${without} 栋楼不在任何网格内。`,
      `${without} buildings lie in no grid.`,
    ]);
  const kept = new Set(planned.map(({ id }) => id));
  return { grids: planned, removed: grids.filter(({ id }) => !kept.has(id)), moved, problems };
};

const expectOf = (record: { revision: number; updatedAt: number } | undefined) =>
  record ? { expect: { revision: record.revision, updatedAt: record.updatedAt } } : { expect: null };

/** The edit of it. Workers of grids that go are told off with them: a worker without a grid is none. */
export const gridChanges = (plan: GridsPlan, { buildings, grids, gridWorkers }: AreaContext): Change[] => {
  const known = new Map(grids.map((grid) => [grid.id, grid]));
  const standing = new Map(buildings.map((building) => [building.id, building]));
  const gone = new Set(plan.removed.map(({ id }) => id));
  return [
    ...plan.grids.map((put): Change => ({ table: 'grids', put, ...expectOf(known.get(put.id)) })),
    ...plan.moved.map((put): Change => ({ table: 'buildings', put, ...expectOf(standing.get(put.id)) })),
    ...gridWorkers
      .filter(({ gridId }) => gone.has(gridId))
      .map(({ id }): Change => ({ table: 'gridWorkers', del: id })),
    ...plan.removed.map(({ id }): Change => ({ table: 'grids', del: id })),
  ];
};
