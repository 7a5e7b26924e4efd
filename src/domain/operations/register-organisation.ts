/** Organisations move into rooms and out again; a vacant room becomes a business, and vacant again when the last one has left. */
import type { Dwelling, Household, Organisation, Resident } from '../records/index.ts';
import { reasonOf, refuse } from '../reasons.ts';
import { createDraft, type Fields } from './draft.ts';
import { endedAlready } from './end-record.ts';
import type { Operation } from './operation.ts';
import { checkEventDate } from './rehome.ts';

/** A room with who else uses it; a storage `DwellingCard` is one. */
export interface RoomContext {
  readonly dwelling: Dwelling;
  readonly households: readonly Household[];
  readonly residents: readonly Resident[];
  readonly organisations: readonly Organisation[];
}

export type RegisterOrganisationInput = Pick<Fields<'organisations'>, 'kind' | 'name'> &
  Partial<Omit<Fields<'organisations'>, 'buildingId' | 'dwellingIds' | 'until'>>;

export interface OrganisationContext {
  /** Where it is; null when only its name is known. */
  readonly buildingId: string | null;
  /** The rooms it will use, of that building. */
  readonly rooms: readonly RoomContext[];
}

export const registerOrganisation: Operation<OrganisationContext, RegisterOrganisationInput> = {
  key: 'registerOrganisation',
  title: { zh: '登记单位', en: 'Register an organisation' },
  available: () => true,
  run: ({ buildingId, rooms }, input, stamp) => {
    const foreign = rooms.find(({ dwelling }) => dwelling.buildingId !== buildingId);
    if (foreign)
      return refuse(
        reasonOf(
          'organisation.room',
          `${foreign.dwelling.room} 室不在所选楼栋，请重新选择。`,
          `Room ${foreign.dwelling.room} is not in the building chosen; choose again.`,
          'dwellingIds',
        ),
      );
    const draft = createDraft(stamp);
    draft.create('organisations', {
      buildingId,
      dwellingIds: rooms.map(({ dwelling }) => dwelling.id),
      kind: input.kind,
      name: input.name,
      creditCode: input.creditCode ?? null,
      industry: input.industry ?? '',
      staffCount: input.staffCount ?? null,
      partyBodyId: input.partyBodyId ?? null,
      since: input.since ?? null,
      until: null,
      personal: input.personal ?? {},
    });
    for (const { dwelling } of rooms)
      if (dwelling.occupancy === 'vacant') draft.update('dwellings', dwelling, { occupancy: 'business' });
    return draft.finish('registerOrganisation', { name: input.name });
  },
};

const isUsed = ({ residents, organisations }: RoomContext, leavingId: string): boolean =>
  residents.some((r) => r.status === 'present') ||
  organisations.some((o) => o.id !== leavingId && o.until === null);

export const closeOrganisation: Operation<
  { readonly organisation: Organisation; readonly rooms: readonly RoomContext[] },
  { readonly until: string }
> = {
  key: 'closeOrganisation',
  title: { zh: '注销单位', en: 'Close an organisation' },
  available: ({ organisation }) => (organisation.until === null ? true : endedAlready),
  run: ({ organisation, rooms }, { until }, stamp) => {
    if (organisation.until !== null) return refuse(endedAlready);
    const draft = createDraft(stamp);
    const reasons = checkEventDate(until, [], draft.today, 'until');
    if (reasons.length > 0) return refuse(...reasons);
    draft.update('organisations', organisation, { until });
    for (const room of rooms)
      if (room.dwelling.occupancy === 'business' && !isUsed(room, organisation.id))
        draft.update('dwellings', room.dwelling, { occupancy: 'vacant' });
    return draft.finish('closeOrganisation', { name: organisation.name });
  },
};
