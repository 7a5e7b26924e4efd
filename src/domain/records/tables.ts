/** Every kind of record under the name of its table. */
import type * as z from 'zod';
import {
  assistanceSchema,
  careNeedSchema,
  floatingRegistrationSchema,
  householdSchema,
  residentSchema,
} from './people.ts';
import { buildingHeadSchema, dutySchema, membershipSchema, partyBodySchema } from './party.ts';
import {
  buildingSchema,
  communitySchema,
  dwellingSchema,
  gridSchema,
  gridWorkerSchema,
  landscapeSchema,
} from './place.ts';
import { gridPlanSchema } from './plan.ts';
import { addressAliasSchema, sourceLinkSchema, sourceSchema } from './source.ts';
import {
  disclosureSchema,
  facilitySchema,
  matterSchema,
  organisationSchema,
  serviceSchema,
  visitSchema,
} from './service.ts';

/** In the order in which they can be written: what is pointed at comes first. */
export const SCHEMAS = {
  communities: communitySchema,
  landscapes: landscapeSchema,
  organisations: organisationSchema,
  partyBodies: partyBodySchema,
  grids: gridSchema,
  gridWorkers: gridWorkerSchema,
  buildings: buildingSchema,
  dwellings: dwellingSchema,
  sources: sourceSchema,
  sourceLinks: sourceLinkSchema,
  addressAliases: addressAliasSchema,
  households: householdSchema,
  residents: residentSchema,
  memberships: membershipSchema,
  buildingHeads: buildingHeadSchema,
  duties: dutySchema,
  floatingRegistrations: floatingRegistrationSchema,
  assistances: assistanceSchema,
  careNeeds: careNeedSchema,
  facilities: facilitySchema,
  services: serviceSchema,
  matters: matterSchema,
  visits: visitSchema,
  disclosures: disclosureSchema,
  gridPlans: gridPlanSchema,
} as const;

export type TableName = keyof typeof SCHEMAS;
export const TABLE_NAMES = Object.keys(SCHEMAS) as TableName[];
export type RecordOf<T extends TableName> = z.infer<(typeof SCHEMAS)[T]>;
export type AnyRecord = { [T in TableName]: RecordOf<T> }[TableName];
