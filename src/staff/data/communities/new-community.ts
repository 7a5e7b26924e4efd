/** A community of this browser's own: made empty, checked, installed. */
import { checkRecord } from '../../../domain/checks/records.ts';
import type { Community, Landscape } from '../../../domain/records/index.ts';
import { ok, refuse, type Result } from '../../../domain/reasons.ts';
import { installCommunity } from '../../../storage/index.ts';
import { newCommunity, type NewCommunityInput } from '../../../transfer/places/new-community.ts';

interface EmptyCommunity {
  readonly community: Community;
  readonly landscape: Landscape;
}

export const checkedCommunity = (input: NewCommunityInput, now: number): Result<EmptyCommunity> => {
  const tidy = {
    ...input,
    name: input.name.trim(),
    code: input.code.trim(),
    district: input.district.trim(),
  };
  const made = newCommunity(tidy, now);
  const reasons = checkRecord('communities', made.community);
  return reasons.length > 0 ? refuse(...reasons) : ok(made);
};

/** Installs it in this browser; it is opened by `openOther`. */
export const installEmpty = async ({ community, landscape }: EmptyCommunity): Promise<void> => {
  const source = async function* () {
    yield { table: 'communities' as const, records: [community] };
    yield { table: 'landscapes' as const, records: [landscape] };
  };
  await installCommunity(source(), { communityId: community.id, name: community.name, total: 2 });
};
