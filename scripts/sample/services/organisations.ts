/** Organisations of the jurisdiction: offices, the school, the market's traders, the new economic and social ones. All invented. */
import { addDays } from '../../../src/domain/dates.ts';
import type { Organisation } from '../../../src/domain/records/index.ts';
import type { Home } from '../people/homes.ts';
import { type Identities, personName } from '../people/identities.ts';
import type { Random } from '../random.ts';
import type { BuildingSite } from '../records/places.ts';
import type { Stamp } from '../stamp.ts';

type Kind = Organisation['kind'];
/** Registrar and kind, the first two signs of the credit code. */
const PREFIX: Record<Kind, string> = {
  government: '11',
  institution: '12',
  company: '91',
  soleTrader: '92',
  newEconomic: '91',
  newSocial: '52',
  society: '51',
};

interface Spec {
  name: string;
  kind: Kind;
  industry: string;
  staff: [number, number];
  /** The building's tag, and how many of its rooms. */
  tag: string;
  rooms: number;
}

const spec = (
  tag: string,
  kind: Kind,
  industry: string,
  staff: [number, number],
  rooms: number,
  ...names: string[]
): Spec[] => names.map((name) => ({ name, kind, industry, staff, tag, rooms }));

const SPECS: Spec[] = [
  ...spec('subdistrict', 'government', '公共管理', [40, 60], 20, '云和街道办事处'),
  ...spec('subdistrict', 'government', '公共管理', [14, 24], 6, '西峰区安塬事务局'),
  ...spec('subdistrict', 'institution', '公共服务', [10, 18], 6, '西峰区云和城建服务中心'),
  ...spec('serviceCentre', 'institution', '社区服务', [18, 26], 10, '云和社区综合服务中心'),
  ...spec('cultureCentre', 'institution', '文化', [6, 12], 8, '云和文化活动中心'),
  ...spec('school', 'institution', '教育', [130, 160], 0, '云和学校'),
  ...spec('kindergarten', 'institution', '教育', [34, 48], 0, '云和幼儿园'),
  ...spec('clinic', 'institution', '卫生', [18, 26], 12, '云和社区卫生服务站'),
  ...spec('heating', 'company', '热力供应', [70, 96], 24, '云和供热有限公司'),
  ...spec('designOffice', 'company', '工程设计', [48, 64], 30, '云和建筑设计院有限公司'),
  ...spec('warehouse', 'company', '物流仓储', [40, 60], 3, '云和物流仓储有限公司'),
  ...spec('market', 'company', '市场管理', [12, 20], 1, '云和便民市场管理有限公司'),
  ...spec(
    'businessTower',
    'company',
    '商贸',
    [24, 48],
    4,
    '庆云商贸有限公司',
    '塬北石油技术服务有限公司',
    '望塬果业有限公司',
    '陇塬通信技术有限公司',
  ),
  ...spec(
    'businessTower',
    'newEconomic',
    '信息服务',
    [8, 26],
    3,
    '塬上云数据科技有限公司',
    '北塬电子商务有限公司',
    '杏林教育咨询有限公司',
    '塬味食品有限公司',
  ),
  ...spec('clubhouse', 'company', '物业管理', [46, 60], 2, '云和新城物业服务有限公司'),
  ...spec('clubhouse', 'newEconomic', '健身', [6, 12], 2, '塬动体育有限公司'),
  ...spec('southShops', 'company', '零售', [22, 34], 6, '惠民连锁超市有限公司'),
  ...spec('southShops', 'newEconomic', '餐饮', [12, 22], 3, '塬上人家餐饮有限公司', '陇香面馆餐饮有限公司'),
  ...spec('southShops', 'company', '住宿', [16, 26], 5, '南环商务酒店有限公司'),
  ...spec('teahouse', 'soleTrader', '餐饮', [4, 8], 4, '望塬茶舍'),
  ...spec(
    'shops',
    'soleTrader',
    '零售',
    [1, 4],
    1,
    '祥和便利店',
    '塬北粮油店',
    '百草药房',
    '小杏文具店',
    '顺达手机维修店',
    '新颜理发店',
    '家和五金店',
    '香飘包子铺',
    '好邻居水果店',
    '东塬打字复印店',
    '巧手裁缝铺',
    '康明眼镜店',
    '净衣干洗店',
    '塬上花坊',
  ),
  ...spec(
    'market',
    'soleTrader',
    '农产品零售',
    [1, 3],
    1,
    '老董蔬菜摊',
    '环乡羊肉铺',
    '宁川豆腐坊',
    '镇塬土鸡店',
    '塬上杂粮铺',
    '塬北牛肉店',
  ),
  ...spec(
    'mixed',
    'soleTrader',
    '居民服务',
    [1, 5],
    1,
    '安和牙科诊所',
    '学苑书屋',
    '七彩美术工作室',
    '杏苑托管服务部',
    '邻家超市',
    '利民废品回收站',
  ),
  ...spec('serviceCentre', 'newSocial', '社会工作', [6, 12], 2, '云和社会工作服务中心'),
  ...spec('serviceCentre', 'newSocial', '养老服务', [8, 16], 2, '塬上夕阳红养老服务中心'),
  ...spec('cultureCentre', 'society', '文化', [3, 8], 1, '云和社区秦腔自乐班协会', '云和社区志愿者协会'),
  ...spec('clubhouse', 'society', '自治', [3, 7], 1, '云和新城业主互助会'),
];

export interface OrganisationSite {
  record: Organisation;
  tag: string;
  site: BuildingSite;
}

export const makeOrganisations = (
  sites: readonly BuildingSite[],
  homes: readonly Home[],
  { random, stamp, identities }: { random: Random; stamp: Stamp; identities: Identities },
): OrganisationSite[] => {
  const free = new Map<string, Home[]>();
  for (const home of homes) {
    if (home.dwelling.use === 'home' || home.dwelling.occupancy !== 'business') continue;
    free.set(home.site.record.id, [...(free.get(home.site.record.id) ?? []), home]);
  }
  const sitesOf = (tag: string): BuildingSite[] =>
    tag === 'mixed'
      ? sites.filter((site) => site.record.use === 'mixed')
      : sites.filter((site) => site.plan.tag === tag);
  return SPECS.map(({ name, kind, industry, staff, tag, rooms }): OrganisationSite => {
    const candidates = sitesOf(tag);
    const roomy = candidates.filter((site) => (free.get(site.record.id)?.length ?? 0) >= rooms);
    const site = random.pick(roomy.length > 0 ? roomy : candidates);
    const used = (free.get(site.record.id) ?? []).splice(0, rooms);
    const representative = personName(random, random.chance(0.66) ? '1' : '2', random.whole(1966, 1995));
    const built = site.record.yearBuilt ?? 2000;
    return {
      tag,
      site,
      record: {
        ...stamp.base(),
        buildingId: site.record.id,
        dwellingIds: used.map((home) => home.dwelling.id),
        kind,
        name,
        creditCode: identities.creditCode(PREFIX[kind]),
        industry,
        staffCount: random.whole(...staff),
        partyBodyId: null,
        since: addDays(`${Math.min(2024, built + random.whole(0, 12))}-03-01`, random.whole(0, 300)),
        until: null,
        personal: {
          representative,
          contactName: personName(random, random.chance(0.5) ? '1' : '2', random.whole(1972, 2000)),
          contactPhone: identities.phone(),
        },
      },
    };
  });
};
