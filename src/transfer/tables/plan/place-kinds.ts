/** Rows about homes, buildings and facilities: which it is, and what becomes of it. */
import { parseAddress } from '../../../domain/address.ts';
import { addDwelling, registerFacility, setOccupancy } from '../../../domain/operations/index.ts';
import { reasonOf } from '../../../domain/reasons.ts';
import type { Building } from '../../../domain/records/index.ts';
import { composedAddress } from '../places/columns.ts';
import { addressOf, homeUnread, writtenAddress } from './context.ts';
import { amend, patchOf } from './patch.ts';
import {
  buildingIdOf,
  lostPlace,
  placeOf,
  pointed,
  type RecordPlanner,
  refused,
  updated,
} from './record-books.ts';
import { listOf, numberOf, textOf } from './row-reader.ts';

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

export const planBuilding: RecordPlanner = (row, context, books) => {
  const place = placeOf(row, context);
  const known = context.directory.building(buildingIdOf(place) ?? '');
  const before = known && (books.buildings.get(known.id) ?? known);
  if (!before)
    return refused(
      reasonOf(
        'building.noFootprint',
        `地图上没有楼栋“${writtenAddress(row)}”。表格只能补充已有楼栋的资料；新楼栋请先从地图数据导入轮廓。`,
        `There is no building “${writtenAddress(row)}” on the map. A table adds to buildings that exist; import the outline of a new one first.`,
        'building',
      ),
      place,
    );
  const grid = pointed(row, 'grid', books.grids, ['网格', 'grid']);
  if ('reason' in grid) return refused(grid.reason);
  const branch = pointed(row, 'branch', books.partyBodies, ['党组织', 'Party body']);
  if ('reason' in branch) return refused(branch.reason);
  const aliases = [...new Set([...before.aliases, ...listOf(row, 'aliases')])];
  return updated(
    amend(
      'buildings',
      before,
      {
        ...patchOf(context.kind, row),
        ...(grid.id === null ? {} : { gridId: grid.id }),
        ...(branch.id === null ? {} : { branchId: branch.id }),
        ...(aliases.length > before.aliases.length ? { aliases } : {}),
      },
      context.stamp,
    ),
  );
};

/** The middle of a building's outline. */
const centreOf = (building: Building): [number, number] => {
  const ring = building.footprint[0] ?? [];
  const sum = ring.reduce<[number, number]>(([x, y], [lng, lat]) => [x + lng, y + lat], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
};

export const planFacility: RecordPlanner = (row, context, books) => {
  const place = placeOf(row, context);
  const building = context.directory.building(buildingIdOf(place) ?? '');
  const [lng, lat] = [numberOf(row, 'longitude'), numberOf(row, 'latitude')];
  const name = textOf(row, 'name') ?? '';
  const before = books.facilities.all().findLast((f) => f.name === name);
  const point: [number, number] | null =
    lng !== undefined && lat !== undefined ? [lng, lat] : building ? centreOf(building) : null;
  const patch = patchOf(context.kind, row);
  if (before)
    return updated(
      amend(
        'facilities',
        before,
        {
          ...patch,
          ...(lng !== undefined && point ? { point } : {}),
          ...(building ? { buildingId: building.id } : {}),
        },
        context.stamp,
      ),
    );
  if (point === null) return refused(lostPlace(row, place), place);
  const result = registerFacility.run(
    {},
    { ...patch, name, point, buildingId: building?.id ?? null } as Parameters<typeof registerFacility.run>[1],
    context.stamp,
  );
  return { as: 'imported', result };
};
