/** Which code list a field's value is of, so that a list that leaves the application has words in it and not codes. */
import * as codes from '../../domain/codes.ts';
import type { TableName } from '../../domain/records/index.ts';

/** Small lists that live in the schemas alone. */
const HOUSEHOLD_KIND: codes.CodeList = {
  family: { zh: '家庭户', en: 'Family' },
  collective: { zh: '集体户', en: 'Collective' },
};
const SATISFACTION: codes.CodeList = {
  satisfied: { zh: '满意', en: 'Satisfied' },
  fair: { zh: '基本满意', en: 'Fair' },
  dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
};

export const CODE_LISTS: Readonly<Partial<Record<TableName, Readonly<Record<string, codes.CodeList>>>>> = {
  organisations: { kind: codes.ORGANISATION_KIND },
  partyBodies: { level: codes.PARTY_LEVEL, role: codes.PARTY_ROLE },
  grids: { kind: codes.GRID_KIND },
  gridWorkers: { role: codes.WORKER_ROLE },
  buildings: { use: codes.BUILDING_USE, roof: codes.ROOF },
  dwellings: { use: codes.DWELLING_USE, occupancy: codes.OCCUPANCY },
  households: { kind: HOUSEHOLD_KIND, state: codes.RECORD_STATE },
  residents: {
    relation: codes.RELATION,
    sex: codes.SEX,
    status: codes.RESIDENT_STATUS,
    registration: codes.REGISTRATION,
    'personal.marital': codes.MARITAL,
    'personal.education': codes.EDUCATION,
  },
  memberships: {
    mode: codes.MEMBER_MODE,
    kind: codes.MEMBER_KIND,
    standing: codes.MEMBER_STANDING,
    posts: codes.POST,
    state: codes.RECORD_STATE,
  },
  duties: { kind: codes.DUTY_KIND },
  floatingRegistrations: {
    direction: codes.FLOATING_DIRECTION,
    reason: codes.FLOATING_REASON,
    permit: codes.PERMIT,
    state: codes.RECORD_STATE,
  },
  assistances: {
    kind: codes.ASSISTANCE_KIND,
    category: codes.ASSISTANCE_CATEGORY,
    state: codes.RECORD_STATE,
  },
  careNeeds: {
    kind: codes.CARE_KIND,
    level: codes.CARE_LEVEL,
    disability: codes.DISABILITY,
    state: codes.RECORD_STATE,
  },
  facilities: { kind: codes.FACILITY_KIND },
  services: { matterKind: codes.MATTER_KIND },
  matters: {
    kind: codes.MATTER_KIND,
    channel: codes.MATTER_CHANNEL,
    stage: codes.MATTER_STAGE,
    satisfaction: SATISFACTION,
  },
  sources: { kind: codes.SOURCE_KIND },
  sourceLinks: { by: codes.LINK_BY },
  disclosures: { kind: codes.DISCLOSURE_KIND },
  gridPlans: { state: codes.PLAN_STATE },
  visits: { kind: codes.VISIT_KIND, result: codes.VISIT_RESULT },
};
