/** What a table says once, in its title, for all its rows. */
import type { ImportKind } from '../fields/field.ts';

type Rule = readonly [pattern: RegExp, value: string];

const MODES: readonly Rule[] = [
  [/在职党员|双报到|共管/, 'shared'],
  [/退休|联管/, 'joint'],
  [/流动党员|协管/, 'assisted'],
  [/无职|接管/, 'adopted'],
  [/居民党员|直管/, 'direct'],
];
const CARE: readonly Rule[] = [
  [/残疾/, 'disabled'],
  [/独居|孤寡/, 'livingAlone'],
  [/空巢/, 'emptyNest'],
  [/失能/, 'dependent'],
  [/特困|五保/, 'destitute'],
  [/优抚|退役军人/, 'veteranCare'],
  [/失独/, 'lostOnlyChild'],
  [/留守/, 'leftBehindChild'],
  [/高龄|80|八十/, 'aged80'],
];
const DIRECTIONS: readonly Rule[] = [
  [/流出/, 'out'],
  [/./, 'in'],
];
const ASSISTANCE: readonly Rule[] = [
  [/临时/, 'temporary'],
  [/医疗/, 'medical'],
  [/./, 'lowIncome'],
];
const ROLES: readonly Rule[] = [
  [/网格长/, 'gridLeader'],
  [/信息员/, 'informationOfficer'],
  [/./, 'gridWorker'],
];
const LEVELS: readonly Rule[] = [[/./, 'branch']];
const ANY_MODE: readonly Rule[] = [...MODES, [/./, 'direct']];

/** By kind: the field, and which words of the title give which value. `/./` is what holds when nothing is said. */
const RULES: Readonly<Partial<Record<ImportKind, Readonly<Record<string, readonly Rule[]>>>>> = {
  memberships: {
    mode: ANY_MODE,
    kind: [
      [/预备/, 'probationary'],
      [/./, 'full'],
    ],
  },
  careNeeds: { careKind: CARE },
  floating: { direction: DIRECTIONS },
  assistances: { assistanceKind: ASSISTANCE },
  gridWorkers: { workerRole: ROLES },
  partyBodies: { level: LEVELS },
  matters: {
    matterKind: [[/./, 'timed']],
    channel: [
      [/热线|12345/, 'hotline'],
      [/信箱/, 'mailbox'],
      [/./, 'officer'],
    ],
  },
  visits: {
    visitKind: [
      [/回访/, 'revisit'],
      [/流动人口/, 'floating'],
      [/./, 'care'],
    ],
    result: [[/./, 'well']],
  },
  duties: {
    dutyKind: [
      [/报到/, 'checkIn'],
      [/实事|微心愿/, 'deed'],
      [/组织生活|会议|党课/, 'meeting'],
      [/评议|考评|考核/, 'appraisal'],
      [/./, 'activity'],
    ],
  },
  services: { matterKind: [[/./, 'timed']] },
  organisations: {
    orgKind: [
      [/个体|商户|门店/, 'soleTrader'],
      [/机关/, 'government'],
      [/事业/, 'institution'],
      [/两新/, 'newEconomic'],
      [/./, 'company'],
    ],
  },
};

/** Values for fields that no column gives. */
export const constantsOf = (
  kind: ImportKind,
  title: string,
  used: ReadonlySet<string>,
): Readonly<Record<string, string>> => {
  const constants: Record<string, string> = {};
  for (const [field, rules] of Object.entries(RULES[kind] ?? {})) {
    if (used.has(field)) continue;
    const value = rules.find(([pattern]) => pattern.test(title === '' ? ' ' : title))?.[1];
    if (value !== undefined) constants[field] = value;
  }
  // A register of disabled people has a column for the kind of disability.
  if (kind === 'careNeeds' && used.has('disability') && !used.has('careKind'))
    constants['careKind'] = 'disabled';
  return constants;
};
