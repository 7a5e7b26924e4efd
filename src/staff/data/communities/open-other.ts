/** Opens another community: the page starts anew with it, so that nothing of the first is left in memory. */
import { chooseCommunity } from '../../../storage/index.ts';

export const openOther = async (communityId: string): Promise<void> => {
  await chooseCommunity(communityId);
  window.location.hash = '#/staff';
  window.location.reload();
};
