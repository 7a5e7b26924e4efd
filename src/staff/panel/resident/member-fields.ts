/** Which personal fields each way of managing members must keep; a field of another way is shown only where it was filled in. */
import type { Membership } from '../../../domain/records/index.ts';

export type MemberField = Exclude<keyof Membership['personal'], 'partyPost' | 'stateOfMind'>;

const ASKED: Readonly<Record<Membership['mode'], readonly MemberField[]>> = {
  direct: ['personInCharge'],
  shared: ['unitName', 'unitContact'],
  joint: ['unitName', 'unitContact', 'contributions'],
  adopted: ['personInCharge'],
  assisted: ['flowTo', 'occupation', 'activityCertificateNo', 'homeBranchContact'],
};
const ALL: readonly MemberField[] = [
  'personInCharge',
  'unitName',
  'unitContact',
  'flowTo',
  'occupation',
  'activityCertificateNo',
  'homeBranchContact',
  'contributions',
  'notes',
];

export const memberFieldsOf = ({ mode, personal }: Pick<Membership, 'mode' | 'personal'>): MemberField[] =>
  ALL.filter((field) => ASKED[mode].includes(field) || Boolean(personal[field]));
