/** Ground, grids, buildings and what is in them: everything that lies somewhere is in exactly one grid. */
import { householdBandOf } from '../../household-target.ts';
import { type CoverageFix, ThemeWriter, type ThemeReport } from './finding.ts';
import {
  type CoverageRecords,
  type GroundFacts,
  type GroundSpot,
  type Lookup,
  nameOfBuilding,
} from './records.ts';

/** "3.2", "10,543". */
const squareMetresText = (value: number): string =>
  value < 100 ? value.toFixed(1) : `${Math.round(value)}`.replace(/\B(?=(?:\d{3})+$)/g, ',');

const SPOTS: Record<
  GroundSpot['kind'],
  (area: string, names: readonly string[]) => readonly [string, string]
> = {
  gap: (area) => [`${area} 平方米地面不属于任何网格。`, `${area} m² of ground belong to no grid.`],
  overlap: (area, names) => [
    `网格“${names.join('”“')}”重叠 ${area} 平方米。`,
    `The grids “${names.join('”, “')}” overlap by ${area} m².`,
  ],
  beyond: (area, names) => [
    `网格“${names.join('”“')}”有 ${area} 平方米在社区界外。`,
    `${area} m² of “${names.join('”, “')}” lie outside of the community.`,
  ],
  crossing: (_area, names) => [
    `网格“${names.join('”“')}”的边界与自身相交。`,
    `The border of “${names.join('”, “')}” crosses itself.`,
  ],
};

export const checkGround = (
  { grids }: CoverageRecords,
  { grid }: Lookup,
  ground: GroundFacts,
): ThemeReport => {
  const report = new ThemeWriter('ground');
  for (const { kind, at, areaSquareMetres, gridIds } of ground.spots) {
    const names = gridIds.map((id) => grid.get(id)?.name ?? id);
    const place = { at, gridId: gridIds[0] ?? null };
    // Named by where it is: the same spot is the same finding after another one was mended.
    const about = `${kind} ${at.map((degrees) => degrees.toFixed(6)).join(' ')}`;
    report.add('error', kind, about, SPOTS[kind](squareMetresText(areaSquareMetres), names), {
      place,
      fixes: [{ kind: 'redraw' }],
    });
  }
  const checked = grids.length === 0 && ground.areaSquareMetres === 0 ? 0 : ground.areaSquareMetres;
  return report.done(Math.round(checked), Math.round(ground.onceSquareMetres));
};

/** The next number that no grid has or had. */
const nextSequence = ({ grids, closedSequences }: CoverageRecords): number =>
  Math.max(0, ...grids.map(({ sequence }) => sequence), ...closedSequences) + 1;

export const checkGrids = (records: CoverageRecords, { body, households, building }: Lookup): ThemeReport => {
  const report = new ThemeWriter('grids');
  const { community, grids } = records;
  const ownHouseholds = new Map<string, number>();
  for (const [buildingId, count] of households) {
    const gridId = building.get(buildingId)?.gridId;
    if (gridId) ownHouseholds.set(gridId, (ownHouseholds.get(gridId) ?? 0) + count);
  }
  const seen = new Map<string, string>();
  for (const grid of grids) {
    const { id, name, code, sequence, branchId } = grid;
    const place = { gridId: id };
    const branch = branchId === null ? undefined : body.get(branchId);
    if (branch === undefined)
      report.add(
        'error',
        branchId === null ? 'branch' : 'branchGone',
        id,
        branchId === null
          ? [`网格“${name}”没有党支部。`, `The grid “${name}” has no branch.`]
          : [`网格“${name}”的党支部已不存在。`, `The branch of the grid “${name}” is no longer there.`],
        { place, fixes: [{ kind: 'setGridBranch', gridId: id }] },
      );
    const fixes: readonly CoverageFix[] = [{ kind: 'giveCode', gridId: id, sequence: nextSequence(records) }];
    const right = `${community.code}${String(sequence).padStart(3, '0')}`;
    const first = seen.get(code);
    if (code !== right)
      report.add(
        'error',
        'code',
        id,
        [
          `网格“${name}”的编码 ${code} 应为 ${right}。`,
          `The code ${code} of the grid “${name}” should be ${right}.`,
        ],
        { place, fixes: [{ kind: 'giveCode', gridId: id, sequence }] },
      );
    else if (first !== undefined)
      report.add(
        'error',
        'codeTwice',
        id,
        [
          `网格“${name}”与“${first}”的编码都是 ${code}。`,
          `The grids “${name}” and “${first}” have the same code ${code}.`,
        ],
        { place, fixes },
      );
    else seen.set(code, name);
    const count = ownHouseholds.get(id) ?? 0;
    const band = householdBandOf(grid, community.settings.gridBand);
    if (band !== null && (count < band.warnBelow || count > band.warnAbove))
      report.add(
        'warning',
        'band',
        id,
        [
          `网格“${name}”有 ${count} 户，不在 ${band.warnBelow}～${band.warnAbove} 户之间。`,
          `The grid “${name}” has ${count} households, not between ${band.warnBelow} and ${band.warnAbove}.`,
        ],
        { place, fixes: [{ kind: 'redraw' }] },
      );
  }
  return report.done(grids.length);
};

export const checkBuildings = (
  { buildings }: CoverageRecords,
  { grid, households }: Lookup,
  { gridsAtBuilding }: GroundFacts,
): ThemeReport => {
  const report = new ThemeWriter('buildings');
  for (const building of buildings) {
    const { id, gridId } = building;
    const name = nameOfBuilding(building);
    const count = households.get(id) ?? 0;
    const found = gridsAtBuilding.get(id) ?? [];
    const [only] = found;
    const fixes: readonly CoverageFix[] = [
      ...(only !== undefined && found.length === 1
        ? [{ kind: 'setBuildingGrid', buildingId: id, gridId: only } as const]
        : [{ kind: 'redraw' } as const]),
      { kind: 'open', what: 'building', id },
    ];
    const place = { buildingId: id, gridId: only ?? gridId };
    const now = gridId === null ? undefined : grid.get(gridId);
    if (now === undefined)
      report.add(
        'error',
        'noGrid',
        id,
        [
          `${name}没有归入网格，连同其中 ${count} 户。`,
          `${name} is recorded in no grid, nor are its households (${count}).`,
        ],
        { place, fixes },
      );
    else if (found.length === 0)
      report.add(
        'error',
        'nowhere',
        id,
        [
          `${name}登记在“${now.name}”，但所在地面没有网格。`,
          `${name} is recorded in “${now.name}”, but the ground it stands on is in no grid.`,
        ],
        { place, fixes },
      );
    else if (found.length > 1)
      report.add(
        'error',
        'two',
        id,
        [
          `${name}所在地面同时属于 ${found.length} 个网格。`,
          `The ground that ${name} stands on is in ${found.length} grids.`,
        ],
        { place, fixes },
      );
    else if (only !== undefined && only !== gridId)
      report.add(
        'error',
        'elsewhere',
        id,
        [
          `${name}登记在“${now.name}”，实际位于“${grid.get(only)?.name ?? ''}”。`,
          `${name} is recorded in “${now.name}” but lies in “${grid.get(only)?.name ?? ''}”.`,
        ],
        { place, fixes },
      );
  }
  return report.done(buildings.length);
};

/** Homes, households and residents: each link of the chain up to the building is there. The building's own grid is its own finding. */
export const checkHomes = (
  { dwellings, households, residents }: CoverageRecords,
  look: Lookup,
): ThemeReport => {
  const report = new ThemeWriter('homes');
  const leaveOut = (id: string, buildingId: string): void => {
    if (!look.inGrid.has(buildingId)) report.leaveOut(id);
  };
  for (const { id, buildingId, room } of dwellings)
    if (look.building.has(buildingId)) leaveOut(id, buildingId);
    else
      report.add('error', 'building', id, [
        `${room}室所属的楼栋已不存在。`,
        `The building of the room ${room} is no longer there.`,
      ]);
  let checked = dwellings.length;
  for (const { id, state, dwellingId, buildingId } of households) {
    if (state !== 'active') continue;
    checked++;
    leaveOut(id, buildingId);
    if (look.dwelling.get(dwellingId)?.buildingId === buildingId) continue;
    const place = look.building.has(buildingId) ? { buildingId } : {};
    report.add(
      'error',
      'household',
      id,
      [
        '一户人家所登记的房屋不在所登记的楼栋。',
        'A household is recorded in a home that is not in its building.',
      ],
      { place, fixes: [{ kind: 'open', what: 'household', id }] },
    );
  }
  for (const { id, status, householdId, buildingId } of residents) {
    if (status !== 'present') continue;
    checked++;
    leaveOut(id, buildingId);
    const household = look.household.get(householdId);
    if (household?.state === 'active' && household.buildingId === buildingId) continue;
    const place = look.building.has(buildingId) ? { buildingId } : {};
    report.add(
      'error',
      'resident',
      id,
      [
        '一名在住居民不属于所在楼栋的任何一户。',
        'A resident who is present belongs to no household of the building.',
      ],
      { place, who: { table: 'residents', id }, fixes: [{ kind: 'open', what: 'resident', id }] },
    );
  }
  return report.done(checked);
};

/** Organisations that are here, and facilities: each stands in a building of the community, or on its ground. */
export const checkEstablishments = (
  { organisations, facilities }: CoverageRecords,
  { building, inGrid }: Lookup,
  { gridsAtFacility }: GroundFacts,
): ThemeReport => {
  const report = new ThemeWriter('places');
  const here = organisations.filter(({ until }) => until === null);
  for (const { id, name, buildingId } of here) {
    if (buildingId === null || !inGrid.has(buildingId)) report.leaveOut(id);
    if (buildingId !== null && building.has(buildingId)) continue;
    report.add(
      'error',
      'organisation',
      id,
      [
        `单位“${name}”没有所在楼栋，归不到网格。`,
        `The organisation “${name}” has no building, so it is in no grid.`,
      ],
      { fixes: [{ kind: 'open', what: 'organisation', id }] },
    );
  }
  for (const { id, name, buildingId, point } of facilities) {
    if (buildingId !== null && building.has(buildingId)) continue;
    if ((gridsAtFacility.get(id) ?? []).length > 0) continue;
    report.add(
      'error',
      'facility',
      id,
      [`服务设施“${name}”不在任何网格内。`, `The facility “${name}” is in no grid.`],
      { place: { at: point }, fixes: [{ kind: 'open', what: 'facility', id }] },
    );
  }
  return report.done(here.length + facilities.length);
};
