/** The Party's organisation: bodies of four levels and five roles, members managed in five ways, heads of buildings, duties done. */
import * as z from 'zod';
import {
  codesOf,
  DUTY_KIND,
  MEMBER_KIND,
  MEMBER_MODE,
  MEMBER_STANDING,
  PARTY_LEVEL,
  PARTY_ROLE,
  POST,
} from '../codes.ts';
import { baseShape, dateSchema, idSchema, monthSchema, name, text } from './base.ts';

export const partyBodySchema = z.object({
  ...baseShape,
  level: z.enum(codesOf(PARTY_LEVEL)),
  role: z.enum(codesOf(PARTY_ROLE)),
  name,
  /** The body above; null for the working committee. */
  parentId: idSchema.nullable(),
  organisationId: idSchema.nullable(),
  /** 联合支部, of several units with fewer than three members each. */
  joint: z.boolean(),
  foundedOn: dateSchema.nullable(),
  personal: z.object({
    secretaryName: text(60).optional(),
    secretaryPhone: text(20).optional(),
    notes: text(500).optional(),
  }),
});

export const membershipSchema = z.object({
  ...baseShape,
  residentId: idSchema,
  /** The member's actual home. */
  buildingId: idSchema,
  dwellingId: idSchema,
  mode: z.enum(codesOf(MEMBER_MODE)),
  kind: z.enum(codesOf(MEMBER_KIND)),
  standing: z.enum(codesOf(MEMBER_STANDING)),
  branchId: idSchema.nullable(),
  joinedOn: dateSchema,
  /** 转正日期; null while probationary. */
  fullOn: dateSchema.nullable(),
  /** 失联 since. */
  outOfContactSince: dateSchema.nullable(),
  duesPaidTo: monthSchema.nullable(),
  lastContactOn: dateSchema.nullable(),
  lastAppraisalOn: dateSchema.nullable(),
  posts: z.array(z.enum(codesOf(POST))),
  /** 责任区: buildings a directly managed member answers for. */
  zoneBuildingIds: z.array(idSchema),
  state: z.enum(['active', 'ended']),
  personal: z.object({
    /** Post in the Party, in words: 书记, 组织委员. */
    partyPost: text(60).optional(),
    personInCharge: text(60).optional(),
    /** The unit that the organisational relation belongs to (shared, joint). */
    unitName: text(100).optional(),
    unitContact: text(60).optional(),
    /** 流动党员活动证 and ledger (assisted). */
    activityCertificateNo: text(40).optional(),
    flowTo: text(200).optional(),
    occupation: text(60).optional(),
    /** 思想状况: for the branch secretary only. */
    stateOfMind: text(500).optional(),
    homeBranchContact: text(100).optional(),
    contributions: text(500).optional(),
    notes: text(500).optional(),
  }),
});

export const buildingHeadSchema = z.object({
  ...baseShape,
  buildingId: idSchema,
  membershipId: idSchema,
  residentId: idSchema,
  from: dateSchema,
  until: dateSchema.nullable(),
});

/** Something a member did that the rules ask for: a check-in, an activity, a deed, a meeting, an appraisal. */
export const dutySchema = z.object({
  ...baseShape,
  membershipId: idSchema,
  kind: z.enum(codesOf(DUTY_KIND)),
  on: dateSchema,
  hours: z.number().nonnegative().nullable(),
  personal: z.object({ what: text(200).optional(), notes: text(500).optional() }),
});

export type PartyBody = z.infer<typeof partyBodySchema>;
export type Membership = z.infer<typeof membershipSchema>;
export type BuildingHead = z.infer<typeof buildingHeadSchema>;
export type Duty = z.infer<typeof dutySchema>;
