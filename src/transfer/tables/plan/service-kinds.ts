/** Rows about organisations, services and matters: which it is, and what becomes of it. */
import { addService, nextMatterNumber, registerOrganisation } from '../../../domain/operations/index.ts';
import { type Reason, reasonOf } from '../../../domain/reasons.ts';
import type { Matter } from '../../../domain/records/index.ts';
import { buildingAt } from './coordinates.ts';
import { amend, createRecord, type Patch, patchOf } from './patch.ts';
import {
  buildingIdOf,
  lostPlace,
  matterKey,
  placeOf,
  pointed,
  type RecordPlanner,
  refused,
  serviceKey,
  updated,
} from './record-books.ts';
import { numberOf, textOf } from './row-reader.ts';

/** A point on the street before a shop means the shop's building. */
const NEAR_METRES = 15;
const beside = reasonOf(
  'organisation.beside',
  '坐标处和附近没有楼栋，单位没有关联到楼栋，请在单位资料中选择。',
  'There is no building at or near the coordinates, so the organisation is linked to none; choose it in its record.',
  'longitude',
);

export const planOrganisation: RecordPlanner = (row, context, books) => {
  const place = placeOf(row, context);
  const at = books.pointOf(row);
  if (at !== null && 'reason' in at) return refused(at.reason, place);
  const on = at && buildingAt(at.point, context.directory.buildings, NEAR_METRES);
  if (place !== null && buildingIdOf(place) === null && !on) return refused(lostPlace(row, place), place);
  const buildingId = buildingIdOf(place) ?? on?.id ?? null;
  const warnings: readonly Reason[] = [
    ...(at?.warnings ?? []),
    ...(at && buildingId === null ? [beside] : []),
  ];
  const body = pointed(row, 'partyBody', books.partyBodies, ['党组织', 'Party body']);
  if ('reason' in body) return refused(body.reason);
  const patch: Patch = {
    ...patchOf(context.kind, row),
    ...(body.id === null ? {} : { partyBodyId: body.id }),
  };
  const code = textOf(row, 'creditCode');
  const name = textOf(row, 'name') ?? '';
  const before =
    (code === undefined ? undefined : books.organisations.all().findLast((o) => o.creditCode === code)) ??
    books.organisations
      .all()
      .findLast((o) => o.name === name && (code === undefined || o.creditCode === null));
  if (before) {
    const { kind, ...told } = patch;
    const where = buildingId !== null && before.buildingId === null ? { buildingId } : {};
    const all = { ...told, ...where, ...(context.has('orgKind') ? { kind } : {}) };
    return { ...updated(amend('organisations', before, all, context.stamp)), warnings };
  }
  const home = place?.found === 'dwelling' ? context.working.home(place.dwellingId) : undefined;
  const rooms = home
    ? [{ dwelling: home.dwelling, households: home.households, residents: home.residents, organisations: [] }]
    : [];
  const result = registerOrganisation.run(
    { buildingId, rooms },
    { kind: 'company', ...patch, name } as Parameters<typeof registerOrganisation.run>[1],
    context.stamp,
  );
  return { as: 'imported', result, warnings };
};

export const planService: RecordPlanner = (row, context, books) => {
  const facility = books.facilities.find(textOf(row, 'facility') ?? '');
  if (!facility)
    return refused(
      books.facilities.unknown(textOf(row, 'facility') ?? '', ['服务设施', 'facility'], 'facility'),
    );
  const patch = patchOf(context.kind, row);
  const name = textOf(row, 'name') ?? '';
  const before = books.services.get(serviceKey(facility.id, name));
  if (before) {
    const { matterKind, ...told } = patch;
    const all = context.has('matterKind') ? { ...told, matterKind } : told;
    return updated(amend('services', before, all, context.stamp));
  }
  const input = { matterKind: 'timed', ...patch, name } as Parameters<typeof addService.run>[1];
  return { as: 'imported', result: addService.run({ facility }, input, context.stamp) };
};

export const planMatter: RecordPlanner = (row, context, books) => {
  const place = placeOf(row, context);
  if (place !== null && buildingIdOf(place) === null) return refused(lostPlace(row, place), place);
  const description = textOf(row, 'description');
  const title = textOf(row, 'matterTitle') ?? (description ?? '').slice(0, 40);
  const openedAt = numberOf(row, 'openedAt') ?? context.stamp.at;
  const number = textOf(row, 'number');
  const patch = patchOf(context.kind, row);
  const personal = { ...patch.personal, title } as Matter['personal'];
  const before =
    number === undefined
      ? books.matters.get(matterKey({ number: '', openedAt, personal }))
      : books.matters.get(`no/${number}`);
  const stage = (patch['stage'] ??
    before?.stage ??
    (patch['finishedAt'] === undefined ? 'accept' : 'archived')) as Matter['stage'];
  const open = stage !== 'archived' && stage !== 'declined';
  if (before) {
    const { kind, channel, ...told } = patch;
    const assumed = {
      ...(context.has('matterKind') ? { kind } : {}),
      ...(context.has('channel') ? { channel } : {}),
    };
    return updated(amend('matters', before, { ...told, ...assumed, stage, open, personal }, context.stamp));
  }
  const buildingId = buildingIdOf(place);
  const year = new Date(openedAt + 8 * 3_600_000).toISOString().slice(0, 4);
  const given = number ?? nextMatterNumber(books.lastMatterNumber, year);
  if (number === undefined) books.lastMatterNumber = given;
  const result = createRecord(
    'matters',
    {
      kind: 'timed',
      channel: 'officer',
      gridId: context.directory.building(buildingId ?? '')?.gridId ?? null,
      buildingId,
      dwellingId: place?.found === 'dwelling' ? place.dwellingId : null,
      residentId: null,
      serviceId: null,
      dueAt: null,
      finishedAt: null,
      satisfaction: null,
      publicSummary: null,
      ...patch,
      number: given,
      stage,
      open,
      openedAt,
      personal,
    },
    context.stamp,
  );
  return { as: 'imported', result };
};
