/** Organisations, facilities with their services, matters and visits. */
import * as z from 'zod';
import {
  codesOf,
  DISCLOSURE_KIND,
  FACILITY_KIND,
  MATTER_CHANNEL,
  MATTER_KIND,
  MATTER_STAGE,
  ORGANISATION_KIND,
  VISIT_KIND,
  VISIT_RESULT,
} from '../codes.ts';
import { baseShape, dateSchema, idSchema, instantSchema, lngLatSchema, name, text } from './base.ts';
import { certificateSchema } from './certificate.ts';

export const organisationSchema = z.object({
  ...baseShape,
  buildingId: idSchema.nullable(),
  /** The rooms it uses. */
  dwellingIds: z.array(idSchema),
  kind: z.enum(codesOf(ORGANISATION_KIND)),
  name,
  /** 统一社会信用代码. */
  creditCode: text(18).nullable(),
  industry: text(60),
  staffCount: z.int().nonnegative().nullable(),
  partyBodyId: idSchema.nullable(),
  since: dateSchema.nullable(),
  until: dateSchema.nullable(),
  personal: z.object({
    representative: text(60).optional(),
    contactName: text(60).optional(),
    contactPhone: text(20).optional(),
    notes: text(500).optional(),
  }),
});

export const facilitySchema = z.object({
  ...baseShape,
  kind: z.enum(codesOf(FACILITY_KIND)),
  name,
  buildingId: idSchema.nullable(),
  point: lngLatSchema,
  floor: z.int().nullable(),
  /** How far people walk to it, metres. */
  reachMetres: z.number().positive(),
  openHours: text(100),
  /** The counter's number; public. */
  phone: text(20),
});

export const serviceSchema = z.object({
  ...baseShape,
  facilityId: idSchema,
  name,
  description: text(500),
  /** What to bring. */
  material: z.array(text(100)),
  hours: text(100),
  phone: text(20),
  /** The kind of matter opened from it. */
  matterKind: z.enum(codesOf(MATTER_KIND)),
});

export const matterSchema = z.object({
  ...baseShape,
  /** Running number of the community, "2026-0412". */
  number: text(20),
  kind: z.enum(codesOf(MATTER_KIND)),
  channel: z.enum(codesOf(MATTER_CHANNEL)),
  stage: z.enum(codesOf(MATTER_STAGE)),
  /** Neither archived nor declined. */
  open: z.boolean(),
  gridId: idSchema.nullable(),
  buildingId: idSchema.nullable(),
  dwellingId: idSchema.nullable(),
  residentId: idSchema.nullable(),
  serviceId: idSchema.nullable(),
  openedAt: instantSchema,
  dueAt: instantSchema.nullable(),
  finishedAt: instantSchema.nullable(),
  satisfaction: z.enum(['satisfied', 'fair', 'dissatisfied']).nullable(),
  /** The anonymised outcome that may be published. */
  publicSummary: text(300).nullable(),
  personal: z.object({
    title: text(100),
    description: text(2000).optional(),
    reporterName: text(60).optional(),
    reporterPhone: text(20).optional(),
    handlerName: text(60).optional(),
    outcome: text(1000).optional(),
  }),
});

export const visitSchema = z.object({
  ...baseShape,
  kind: z.enum(codesOf(VISIT_KIND)),
  householdId: idSchema.nullable(),
  residentId: idSchema.nullable(),
  matterId: idSchema.nullable(),
  buildingId: idSchema,
  dwellingId: idSchema.nullable(),
  on: dateSchema,
  result: z.enum(codesOf(VISIT_RESULT)),
  nextOn: dateSchema.nullable(),
  personal: z.object({ visitor: text(60).optional(), notes: text(1000).optional() }),
});

/**
 * What somebody took out of the application: personal values, on paper or in a file, with how many and why; and certificates of “no blank
 * spot”, which hold none. Who and when stand in its history.
 */
export const disclosureSchema = z.object({
  ...baseShape,
  kind: z.enum(codesOf(DISCLOSURE_KIND)),
  /** Which list or card, in words: "居民名册". */
  what: z.string().min(1).max(60),
  rows: z.int().nonnegative(),
  /** Whether names and numbers were in the clear. */
  clear: z.boolean(),
  reason: text(200),
  on: dateSchema,
  /** Of a certificate of “no blank spot”: as it was issued. */
  certificate: certificateSchema.optional(),
});

export type Organisation = z.infer<typeof organisationSchema>;
export type Facility = z.infer<typeof facilitySchema>;
export type Service = z.infer<typeof serviceSchema>;
export type Matter = z.infer<typeof matterSchema>;
export type Visit = z.infer<typeof visitSchema>;
export type Disclosure = z.infer<typeof disclosureSchema>;
