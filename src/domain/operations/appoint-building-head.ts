/** 党员楼长: one active member answers for one building. A new appointment ends the one before on the same day. */
import { checkOrder } from '../checks/dates.ts';
import { fieldName } from '../field-names.ts';
import type { Building, BuildingHead, Membership } from '../records/index.ts';
import { type Reason, reasonOf, refuse } from '../reasons.ts';
import { createDraft } from './draft.ts';
import { endedAlready } from './end-record.ts';
import type { Operation } from './operation.ts';
import { checkEventDate } from './rehome.ts';

export interface BuildingHeadContext {
  readonly building: Building;
  /** All appointments of the building. */
  readonly heads: readonly BuildingHead[];
}

export interface AppointInput {
  readonly membership: Membership;
  readonly from: string;
}

const inOffice = (heads: readonly BuildingHead[]): BuildingHead[] => heads.filter((h) => h.until === null);

const memberReasons = ({ heads }: BuildingHeadContext, membership: Membership): Reason[] => {
  if (membership.state !== 'active')
    return [
      reasonOf(
        'buildingHead.ended',
        '此人的党员登记已终止，不能担任楼长，请另选。',
        'This membership has ended; choose an active member as head.',
        'membership',
      ),
    ];
  return inOffice(heads).some((h) => h.membershipId === membership.id)
    ? [
        reasonOf(
          'buildingHead.already',
          '此人已是本楼楼长，请另选。',
          'This member already is head of this building; choose another.',
          'membership',
        ),
      ]
    : [];
};

export const appointBuildingHead: Operation<BuildingHeadContext, AppointInput> = {
  key: 'appointBuildingHead',
  title: { zh: '任命楼长', en: 'Appoint a building head' },
  available: () => true,
  run: (context, { membership, from }, stamp) => {
    const { building, heads } = context;
    const draft = createDraft(stamp);
    const reasons = [...memberReasons(context, membership), ...checkEventDate(from, [], draft.today, 'from')];
    const name = fieldName('buildingHeads', 'from');
    for (const head of inOffice(heads)) reasons.push(...checkOrder(head.from, name, from, name, 'from'));
    if (reasons.length > 0) return refuse(...reasons);
    for (const head of inOffice(heads)) draft.update('buildingHeads', head, { until: from });
    draft.create('buildingHeads', {
      buildingId: building.id,
      membershipId: membership.id,
      residentId: membership.residentId,
      from,
      until: null,
    });
    return draft.finish('appointBuildingHead', { building: building.name });
  },
};

export const dismissBuildingHead: Operation<
  { readonly building: Building; readonly head: BuildingHead },
  { readonly until: string }
> = {
  key: 'dismissBuildingHead',
  title: { zh: '免去楼长', en: 'Dismiss a building head' },
  available: ({ head }) => (head.until === null ? true : endedAlready),
  run: ({ building, head }, { until }, stamp) => {
    if (head.until !== null) return refuse(endedAlready);
    const draft = createDraft(stamp);
    const reasons = checkEventDate(until, [], draft.today, 'until');
    if (reasons.length > 0) return refuse(...reasons);
    draft.update('buildingHeads', head, { until });
    return draft.finish('dismissBuildingHead', { building: building.name });
  },
};
