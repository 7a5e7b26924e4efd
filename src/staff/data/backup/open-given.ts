/**
 * `?open=NAME`: the community that `npm start -- NAME` serves. One that lies open is installed at once, unless it is here already; one that
 * is sealed waits on the backup page for its passphrase.
 */
import { Refused } from '../../../transfer/problem.ts';
import { listCommunities } from '../../../storage/index.ts';
import { told, withBackup } from './backup-client.ts';
import { usePending } from './pending.ts';

export type Given =
  | { readonly kind: 'opened'; readonly communityId: string }
  | { readonly kind: 'sealed' }
  | { readonly kind: 'none' };

export const openGiven = async (
  name: string,
  onProgress: (stage: 'check' | 'write', done: number, total: number) => void,
): Promise<Given> => {
  const answer = await fetch(new URL(`open/${encodeURIComponent(name)}`, document.baseURI));
  if (!answer.ok) return { kind: 'none' };
  const file = new File([await answer.blob()], name);
  return withBackup(async (api): Promise<Given> => {
    const header = await api.header(file, name);
    if (!header.ok)
      throw new Refused(header.problem.code, header.problem.where, header.problem.zh, header.problem.en);
    const { community, encryption } = header.value;
    const known = (await listCommunities()).find(({ id, state }) => id === community.id && state === 'ready');
    if (known) return { kind: 'opened', communityId: known.id };
    if (encryption) {
      usePending.setState({ file });
      return { kind: 'sealed' };
    }
    const restored = await api.restore(file, name, null, told(onProgress));
    if (!restored.ok)
      throw new Refused(
        restored.problem.code,
        restored.problem.where,
        restored.problem.zh,
        restored.problem.en,
      );
    return { kind: 'opened', communityId: restored.value.communityId };
  });
};
