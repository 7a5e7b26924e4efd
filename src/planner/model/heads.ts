/** Who may become head of a building, and the appointment: an edit of its own, in force at once. */
import { appointBuildingHead } from '../../domain/operations/index.ts';
import type { Reason } from '../../domain/reasons.ts';
import type { Building, Membership } from '../../domain/records/index.ts';
import { editStamp, save } from '../../state/save.ts';
import { interiorOf, listPage } from '../../storage/index.ts';

export interface Candidate {
  readonly membership: Membership;
  readonly name: string;
}

/** Active members who live in these buildings. Cost: the homes of each. */
export const candidatesFor = async (buildingIds: ReadonlySet<string>): Promise<Candidate[]> => {
  const interiors = await Promise.all([...buildingIds].map((id) => interiorOf(id)));
  return interiors.flatMap(({ memberships, residents }) => {
    const names = new Map(residents.map(({ id, personal }) => [id, personal.name]));
    return memberships
      .filter(({ state }) => state === 'active')
      .map((membership) => ({ membership, name: names.get(membership.residentId) ?? '—' }));
  });
};

/** Reasons against it; none when it is done. */
export const appointHead = async (
  building: Building,
  membership: Membership,
  from: string,
): Promise<readonly Reason[]> => {
  const { records } = await listPage('buildingHeads', { offset: 0, limit: Number.MAX_SAFE_INTEGER });
  const heads = records.filter(({ buildingId }) => buildingId === building.id);
  const edit = appointBuildingHead.run({ building, heads }, { membership, from }, editStamp());
  const result = edit.ok ? await save(edit.value) : edit;
  return result.ok ? [] : result.reasons;
};
