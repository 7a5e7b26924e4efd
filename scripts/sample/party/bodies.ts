/** 五位一体: the working committee, the general branch, the branches of courtyards and of organisations, and the feature groups. */
import type { PartyBody } from '../../../src/domain/records/index.ts';
import { type Identities, personName } from '../people/identities.ts';
import type { Random } from '../random.ts';
import type { BuildingSite } from '../records/places.ts';
import type { OrganisationSite } from '../services/organisations.ts';
import type { Stamp } from '../stamp.ts';

export interface PartyTree {
  bodies: PartyBody[];
  /** The courtyard branch of a building, by estate. */
  branchOfEstate: Map<string, PartyBody>;
}

/** Estates of each courtyard branch; two small ones share a joint branch. The first estate of a grid heads the grid. */
const BRANCHES: [name: string, estates: string[]][] = [
  ['和顺家园', ['和顺家园']],
  ['杏苑小区', ['杏苑小区']],
  ['云和佳苑', ['云和佳苑']],
  ['云和新城', ['云和新城']],
  ['书香苑', ['书香苑']],
  ['望塬居', ['望塬居']],
  ['惠民小区', ['惠民小区']],
  ['热力家属院', ['热力家属院']],
  ['建安家属院', ['建安家属院']],
  ['南塬新居', ['南塬新居']],
  ['安居苑', ['安居苑']],
  ['老庄北塬', ['云和老庄', '北塬巷']],
];
/** The branch that answers for each grid, by the grid's sequence. */
const GRID_BRANCH = [
  '和顺家园',
  '杏苑小区',
  '云和佳苑',
  '云和新城',
  '书香苑',
  '望塬居',
  '惠民小区',
  '建安家属院',
  '安居苑',
];
const GROUPS = ['夕阳红党小组', '红色物业党小组', '法律明白人党小组', '秦腔文艺党小组', '巾帼志愿党小组'];
/** Organisations with a branch of their own; the others that have members share joint branches. */
const OWN_BRANCH = [
  '云和街道办事处',
  '云和学校',
  '云和社区卫生服务站',
  '云和供热有限公司',
  '云和建筑设计院有限公司',
  '塬北石油技术服务有限公司',
];
const JOINT: [name: string, organisations: string[]][] = [
  [
    '庆云商务大厦联合党支部',
    ['庆云商贸有限公司', '望塬果业有限公司', '塬上云数据科技有限公司', '北塬电子商务有限公司'],
  ],
  ['云和便民市场联合党支部', ['云和便民市场管理有限公司', '老董蔬菜摊', '塬上杂粮铺', '祥和便利店']],
  ['云和社会组织联合党支部', ['云和社会工作服务中心', '塬上夕阳红养老服务中心', '云和社区志愿者协会']],
];

export const makePartyTree = (
  sites: readonly BuildingSite[],
  organisations: readonly OrganisationSite[],
  { random, stamp, identities }: { random: Random; stamp: Stamp; identities: Identities },
): PartyTree => {
  const bodies: PartyBody[] = [];
  const add = (fields: Pick<PartyBody, 'level' | 'role' | 'name'> & Partial<PartyBody>): PartyBody => {
    const body: PartyBody = {
      ...stamp.base(),
      parentId: null,
      organisationId: null,
      joint: false,
      foundedOn: `${random.whole(1998, 2019)}-0${random.whole(1, 9)}-01`,
      personal: {
        secretaryName: personName(random, random.chance(0.62) ? '1' : '2', random.whole(1966, 1990)),
        secretaryPhone: identities.phone(),
      },
      ...fields,
    };
    bodies.push(body);
    return body;
  };
  const committee = add({ level: 'workingCommittee', role: 'core', name: '云和街道党工委' });
  const general = add({
    level: 'generalBranch',
    role: 'main',
    name: '云和社区党总支',
    parentId: committee.id,
  });
  const branchOfEstate = new Map<string, PartyBody>();
  for (const [name, estates] of BRANCHES) {
    const body = add({
      level: 'branch',
      role: 'supplement',
      name: `${name}楼院党支部`,
      parentId: general.id,
      joint: estates.length > 1,
    });
    for (const estate of estates) branchOfEstate.set(estate, body);
  }
  const organisationNamed = (name: string): OrganisationSite => {
    const found = organisations.find(({ record }) => record.name === name);
    if (!found) throw new RangeError(`no organisation ${name}`);
    return found;
  };
  for (const name of OWN_BRANCH) {
    const { record } = organisationNamed(name);
    const short = name.replace(/有限公司$/, '');
    const body = add({
      level: 'branch',
      role: 'base',
      name: `${short}党支部`,
      parentId: general.id,
      organisationId: record.id,
    });
    record.partyBodyId = body.id;
  }
  for (const [name, members] of JOINT) {
    const body = add({ level: 'branch', role: 'base', name, parentId: general.id, joint: true });
    for (const member of members) organisationNamed(member).record.partyBodyId = body.id;
  }
  for (const name of GROUPS)
    add({ level: 'group', role: 'extension', name: `云和社区${name}`, parentId: general.id });

  for (const { record, grid } of sites) {
    const branch = branchOfEstate.get(GRID_BRANCH[grid.sequence - 1] as string);
    grid.branchId = branch?.id ?? null;
    record.branchId = branchOfEstate.get(record.estate)?.id ?? grid.branchId;
  }
  return { bodies, branchOfEstate };
};
