/**
 * Households, residents and what is known about them. Every personal value lies in `personal`, so that it can be sealed as a
 * whole; what lies open is what indexes, counts and marks need. `buildingId` and `dwellingId` name the actual home: they are
 * repeated on every record of a person so that one building's people are one index look-up.
 */
import * as z from 'zod';
import {
  ASSISTANCE_CATEGORY,
  ASSISTANCE_KIND,
  CARE_KIND,
  CARE_LEVEL,
  codesOf,
  DISABILITY,
  EDUCATION,
  FLOATING_DIRECTION,
  FLOATING_REASON,
  MARITAL,
  PERMIT,
  RECORD_STATE,
  REGISTRATION,
  RELATION,
  RESIDENT_STATUS,
  SEX,
} from '../codes.ts';
import { baseShape, dateSchema, idSchema, name, text } from './base.ts';

export const householdSchema = z.object({
  ...baseShape,
  buildingId: idSchema,
  dwellingId: idSchema,
  /** family, or a collective household (a dormitory) whose members are not related. */
  kind: z.enum(['family', 'collective']),
  /** The resident with relation 02, else 01. Null only while the household is empty. */
  headId: idSchema.nullable(),
  state: z.enum(codesOf(RECORD_STATE)),
  /** Members present. */
  size: z.int().nonnegative(),
  personal: z.object({
    /** 户号 on the household booklet. */
    bookletNo: text(30).optional(),
    phone: text(20).optional(),
    notes: text(500).optional(),
  }),
});

export const residentSchema = z.object({
  ...baseShape,
  buildingId: idSchema,
  dwellingId: idSchema,
  householdId: idSchema,
  relation: z.enum(codesOf(RELATION)),
  sex: z.enum(codesOf(SEX)),
  birthYear: z.int(),
  status: z.enum(codesOf(RESIDENT_STATUS)),
  registration: z.enum(codesOf(REGISTRATION)),
  /** 户籍地 where it is another home of this community. */
  registeredDwellingId: idSchema.nullable(),
  /** Since when at this home. */
  since: dateSchema.nullable(),
  /** The day of moving away or of death. */
  leftOn: dateSchema.nullable(),
  personal: z.object({
    name,
    formerName: text(60).optional(),
    citizenId: text(18).optional(),
    birthDate: dateSchema.optional(),
    phone: text(20).optional(),
    marital: z.enum(codesOf(MARITAL)).optional(),
    education: z.enum(codesOf(EDUCATION)).optional(),
    occupation: text(60).optional(),
    workplace: text(100).optional(),
    /** 户籍地 in words. */
    registeredAddress: text(200).optional(),
    /** Where the person went, when moved away. */
    destination: text(200).optional(),
    notes: text(1000).optional(),
  }),
});

export const floatingRegistrationSchema = z.object({
  ...baseShape,
  residentId: idSchema,
  householdId: idSchema,
  buildingId: idSchema,
  dwellingId: idSchema,
  direction: z.enum(codesOf(FLOATING_DIRECTION)),
  reason: z.enum(codesOf(FLOATING_REASON)),
  /** Arrived (in) or left (out) on. */
  from: dateSchema,
  until: dateSchema.nullable(),
  permit: z.enum(codesOf(PERMIT)),
  permitFrom: dateSchema.nullable(),
  /** Last yearly endorsement of a residence permit. */
  endorsedOn: dateSchema.nullable(),
  state: z.enum(codesOf(RECORD_STATE)),
  personal: z.object({
    permitNo: text(30).optional(),
    /** 来源地 or 流向, in words. */
    place: text(200).optional(),
    employer: text(100).optional(),
    landlordName: text(60).optional(),
    landlordPhone: text(20).optional(),
    notes: text(500).optional(),
  }),
});

export const assistanceSchema = z.object({
  ...baseShape,
  householdId: idSchema,
  residentId: idSchema.nullable(),
  buildingId: idSchema,
  dwellingId: idSchema,
  kind: z.enum(codesOf(ASSISTANCE_KIND)),
  category: z.enum(codesOf(ASSISTANCE_CATEGORY)),
  approvedOn: dateSchema,
  from: dateSchema,
  until: dateSchema.nullable(),
  personsCovered: z.int().positive(),
  nextReviewOn: dateSchema.nullable(),
  state: z.enum(codesOf(RECORD_STATE)),
  personal: z.object({
    certificateNo: text(40).optional(),
    monthlyYuan: z.number().nonnegative().optional(),
    bankAccount: text(40).optional(),
    reason: text(200).optional(),
    helperName: text(60).optional(),
    helperPhone: text(20).optional(),
    notes: text(500).optional(),
  }),
});

export const careNeedSchema = z.object({
  ...baseShape,
  residentId: idSchema,
  buildingId: idSchema,
  dwellingId: idSchema,
  kind: z.enum(codesOf(CARE_KIND)),
  level: z.enum(codesOf(CARE_LEVEL)),
  /** Of a disability only: its kind and its level 1 (most severe) to 4. */
  disability: z.enum(codesOf(DISABILITY)).nullable(),
  disabilityLevel: z.int().min(1).max(4).nullable(),
  from: dateSchema,
  until: dateSchema.nullable(),
  state: z.enum(codesOf(RECORD_STATE)),
  personal: z.object({
    certificateNo: text(40).optional(),
    contactName: text(60).optional(),
    contactPhone: text(20).optional(),
    helperName: text(60).optional(),
    notes: text(500).optional(),
  }),
});

export type Household = z.infer<typeof householdSchema>;
export type Resident = z.infer<typeof residentSchema>;
export type FloatingRegistration = z.infer<typeof floatingRegistrationSchema>;
export type Assistance = z.infer<typeof assistanceSchema>;
export type CareNeed = z.infer<typeof careNeedSchema>;
