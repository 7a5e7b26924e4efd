/** Floating population: registration of inflow or outflow, its end, and residence permits with their yearly endorsement. */
import type { FloatingRegistration, Resident } from '../records/index.ts';
import { reasonOf, refuse } from '../reasons.ts';
import { createDraft, type Fields } from './draft.ts';
import { endedAlready, endOperation } from './end-record.ts';
import { notPresent } from './move-resident.ts';
import type { Operation } from './operation.ts';

export interface FloatingContext {
  readonly resident: Resident;
  /** All of this person. */
  readonly floating: readonly FloatingRegistration[];
}

export type RegisterFloatingInput = Pick<Fields<'floatingRegistrations'>, 'direction' | 'reason' | 'from'> &
  Partial<
    Pick<Fields<'floatingRegistrations'>, 'until' | 'permit' | 'permitFrom' | 'endorsedOn' | 'personal'>
  >;

const already = reasonOf(
  'floating.already',
  '此人已有有效的流动登记，请更正原有登记，或先终止。',
  'This person already has an active floating registration; correct it or end it first.',
);

export const registerFloating: Operation<FloatingContext, RegisterFloatingInput> = {
  key: 'registerFloating',
  title: { zh: '登记流动人口', en: 'Register as floating population' },
  available: ({ resident, floating }) => {
    if (resident.status !== 'present') return notPresent;
    return floating.some((f) => f.state === 'active') ? already : true;
  },
  run: (context, input, stamp) => {
    const available = registerFloating.available(context);
    if (available !== true) return refuse(available);
    const { resident } = context;
    const draft = createDraft(stamp);
    draft.create('floatingRegistrations', {
      residentId: resident.id,
      householdId: resident.householdId,
      buildingId: resident.buildingId,
      dwellingId: resident.dwellingId,
      direction: input.direction,
      reason: input.reason,
      from: input.from,
      until: input.until ?? null,
      permit: input.permit ?? 'none',
      permitFrom: input.permitFrom ?? null,
      endorsedOn: input.endorsedOn ?? null,
      state: 'active',
      personal: input.personal ?? {},
    });
    return draft.finish('registerFloating', { direction: input.direction });
  },
};

export const endFloating = endOperation('floatingRegistrations', 'endFloating', {
  zh: '终止流动登记',
  en: 'End a floating registration',
});

export interface RenewPermitInput {
  readonly permit: 'registration' | 'residencePermit';
  /** The day of issue, or of the yearly endorsement of a residence permit that exists. */
  readonly on: string;
  readonly permitNo?: string | undefined;
}

const outflow = reasonOf(
  'floating.outflow',
  '流出人员不在本地办理居住证件。',
  'A person who left takes no permit here.',
);

/** Issues a permit, turns a registration into a permit after half a year, or endorses a permit for another year. */
export const renewPermit: Operation<{ readonly record: FloatingRegistration }, RenewPermitInput> = {
  key: 'renewPermit',
  title: { zh: '办理或签注居住证件', en: 'Issue or endorse a permit' },
  available: ({ record }) =>
    record.state === 'ended' ? endedAlready : record.direction === 'out' ? outflow : true,
  run: (context, input, stamp) => {
    const available = renewPermit.available(context);
    if (available !== true) return refuse(available);
    const { record } = context;
    const endorses = input.permit === 'residencePermit' && record.permit === 'residencePermit';
    const permitNo = input.permitNo?.trim();
    const draft = createDraft(stamp);
    draft.update('floatingRegistrations', record, {
      permit: input.permit,
      ...(endorses ? { endorsedOn: input.on } : { permitFrom: input.on, endorsedOn: null }),
      ...(permitNo ? { personal: { ...record.personal, permitNo } } : {}),
    });
    return draft.finish(endorses ? 'endorsePermit' : 'renewPermit', { permit: input.permit });
  },
};
