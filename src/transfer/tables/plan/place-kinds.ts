/** Rows about homes, buildings and facilities: which it is, and what becomes of it. */
import { parseAddress } from '../../../domain/address.ts';
import type { Edit } from '../../../domain/edit.ts';
import { ruleOf } from '../../../domain/homes-plan.ts';
import { addDwelling, makeHomes, registerFacility, setOccupancy } from '../../../domain/operations/index.ts';
import { type Reason, reasonOf, type Result } from '../../../domain/reasons.ts';
import type { Building } from '../../../domain/records/index.ts';
import { composedAddress } from '../places/columns.ts';
import { addressOf, homeUnread, type PlanContext, writtenAddress } from './context.ts';
import { buildingAt } from './coordinates.ts';
import { homesOf, makeBuilding, namesInRow } from './new-building.ts';
import { amend, merged, type Patch, patchOf } from './patch.ts';
import {
  buildingIdOf,
  lostPlace,
  placeOf,
  pointed,
  type RecordBooks,
  type RecordPlanner,
  refused,
  updated,
} from './record-books.ts';
import { listOf, numberOf, type RowValues, textOf } from './row-reader.ts';

export const planDwelling: RecordPlanner = (row, context, books) => {
  const place = placeOf(row, context);
  const buildingId = buildingIdOf(place);
  const building = buildingId === null ? undefined : context.directory.building(buildingId);
  if (!place || !building) return refused(lostPlace(row, place), place);
  const patch = patchOf(context.kind, row);
  const { occupancy, ...told } = patch;
  const columns = addressOf(row);
  const parsed = parseAddress((columns.address ?? '') + composedAddress(columns)) ?? undefined;
  const room = parsed?.room ?? columns.room?.replace(/[^\dA-Za-z]/g, '');
  const unit = parsed?.unit ?? (columns.unit === undefined ? undefined : Number.parseInt(columns.unit, 10));
  const made = books.homes.get(`${building.id}/${unit ?? 0}/${room}`);
  const dwellingId = place.found === 'dwelling' ? place.dwellingId : made;
  if (dwellingId !== undefined) {
    const home = context.working.home(dwellingId);
    if (!home) return refused(homeUnread);
    const corrected = amend('dwellings', home.dwelling, told, context.stamp);
    if (!corrected.ok || occupancy === undefined || occupancy === home.dwelling.occupancy)
      return updated(corrected);
    if (corrected.value) context.working.apply(corrected.value);
    const now = context.working.home(dwellingId) ?? home;
    return updated(
      corrected,
      setOccupancy.run(
        { home: now },
        { occupancy: occupancy as typeof home.dwelling.occupancy },
        context.stamp,
      ),
    );
  }
  const floor = parsed?.floor ?? Number.parseInt(columns.floor ?? '', 10);
  const door = numberOf(row, 'door') ?? parsed?.door;
  if (room === undefined || room === '' || !Number.isInteger(floor) || door === undefined || door < 1)
    return refused(
      reasonOf(
        'dwelling.place',
        `“${writtenAddress(row)}”看不出单元、楼层和门序，无法新增房屋，请写成“3号楼2单元502室”。`,
        `Unit, floor and door cannot be told from “${writtenAddress(row)}”, so the home cannot be added; write it as “3号楼2单元502室”.`,
        'address',
      ),
      place,
    );
  const result = addDwelling.run(
    { building, dwellings: [] },
    {
      unit: unit ?? 0,
      floor,
      door,
      room,
      use: 'home',
      ...(told as object),
      ...(occupancy === undefined ? {} : { occupancy: occupancy as never }),
    },
    context.stamp,
  );
  return { as: 'imported', result };
};

/** A building that an earlier row of the file made; the directory does not know it. */
const madeBefore = (row: RowValues, books: RecordBooks): Building | undefined => {
  const { estate, name } = namesInRow(row);
  return [...books.buildings.values()].find((b) => b.estate === estate && b.name === name);
};

/** Homes for a building that has none although its figures tell what it has. */
const homesToMake = (before: Building, patch: Patch, context: PlanContext): Result<Edit | null>[] => {
  const after = merged<'buildings'>(before, patch);
  if (
    context.options.makeHomes === false ||
    context.directory.hasHomes(before.id) ||
    !(context.has('units') && context.has('doorsPerLanding')) ||
    homesOf(after).length === 0
  )
    return [];
  return [
    makeHomes.run({ first: { building: after, dwellings: [] }, others: [] }, ruleOf(after), context.stamp),
  ];
};

const noFootprint = (row: RowValues): Reason =>
  reasonOf(
    'building.noFootprint',
    `地图上没有楼栋“${writtenAddress(row)}”。要新建楼栋，请补充坐标（经度、纬度）；也可以先从地图数据导入轮廓。`,
    `There is no building “${writtenAddress(row)}” on the map. To make it, add its coordinates (longitude and latitude); or import its outline from a map first.`,
    'building',
  );

const occupied = (building: Building): Reason =>
  reasonOf(
    'building.occupied',
    `坐标落在已有楼栋“${building.estate}${building.name}”上：如果是同一栋，请改成那个名称或加为别名，否则请核对坐标。`,
    `The coordinates lie on the building “${building.estate}${building.name}”: use that name or make this one another name of it, or check the coordinates.`,
    'building',
  );

export const planBuilding: RecordPlanner = (row, context, books) => {
  const place = placeOf(row, context);
  const known = context.directory.building(buildingIdOf(place) ?? '');
  const before = (known && (books.buildings.get(known.id) ?? known)) ?? madeBefore(row, books);
  const grid = pointed(row, 'grid', books.grids, ['网格', 'grid']);
  if ('reason' in grid) return refused(grid.reason);
  const branch = pointed(row, 'branch', books.partyBodies, ['党组织', 'Party body']);
  if ('reason' in branch) return refused(branch.reason);
  const patch: Patch = {
    ...patchOf(context.kind, row),
    ...(grid.id === null ? {} : { gridId: grid.id }),
    ...(branch.id === null ? {} : { branchId: branch.id }),
  };
  const others = listOf(row, 'aliases');
  if (before) {
    const aliases = [...new Set([...before.aliases, ...others])];
    const all = { ...patch, ...(aliases.length > before.aliases.length ? { aliases } : {}) };
    const corrected = amend('buildings', before, all, context.stamp);
    return updated(corrected, ...(corrected.ok ? homesToMake(before, all, context) : []));
  }
  // Among several of that name the coordinates decide nothing: they would make one more.
  if (place?.found === 'several') return refused(lostPlace(row, place), place);
  const at = books.pointOf(row);
  if (at === null) return refused(noFootprint(row), place);
  if ('reason' in at) return refused(at.reason, place);
  const there = buildingAt(at.point, [...context.directory.buildings, ...books.buildings.values()], 0);
  if (there) return refused(occupied(there), place);
  const made = makeBuilding(row, at.point, { ...patch, aliases: others }, context, books);
  return { as: 'imported', result: made.result, warnings: [...at.warnings, ...made.warnings] };
};

/** The middle of a building's outline. */
const centreOf = (building: Building): [number, number] => {
  const ring = building.footprint[0] ?? [];
  const sum = ring.reduce<[number, number]>(([x, y], [lng, lat]) => [x + lng, y + lat], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
};

export const planFacility: RecordPlanner = (row, context, books) => {
  const place = placeOf(row, context);
  const at = books.pointOf(row);
  if (at !== null && 'reason' in at) return refused(at.reason, place);
  const building =
    context.directory.building(buildingIdOf(place) ?? '') ??
    (at && buildingAt(at.point, context.directory.buildings, 0)) ??
    undefined;
  const name = textOf(row, 'name') ?? '';
  const before = books.facilities.all().findLast((f) => f.name === name);
  const point = at?.point ?? (building ? centreOf(building) : null);
  const patch = patchOf(context.kind, row);
  const warnings = at?.warnings ?? [];
  if (before)
    return {
      ...updated(
        amend(
          'facilities',
          before,
          {
            ...patch,
            ...(at ? { point: at.point } : {}),
            ...(building ? { buildingId: building.id } : {}),
          },
          context.stamp,
        ),
      ),
      warnings,
    };
  if (point === null) return refused(lostPlace(row, place), place);
  const result = registerFacility.run(
    {},
    { ...patch, name, point, buildingId: building?.id ?? null } as Parameters<typeof registerFacility.run>[1],
    context.stamp,
  );
  return { as: 'imported', result, warnings };
};
