/** The name of a Party body by its id; empty until it is read and where there is none. */
import { record } from '../../storage/index.ts';
import { useQuery } from '../../ui/parts/use-query.ts';

export const usePartyBodyName = (id: string | null): string =>
  useQuery(`partyBody/${id}`, async () => (id === null ? null : await record('partyBodies', id))).data
    ?.name ?? '';
