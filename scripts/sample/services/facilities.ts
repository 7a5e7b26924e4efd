/** 四站三室两厅一中心: the facilities with their symbols' points, and what each one does for whom. */
import type { Facility, Service } from '../../../src/domain/records/index.ts';
import type { Identities } from '../people/identities.ts';
import type { Point } from '../place/plane.ts';
import { toLngLat } from '../place/town-frame.ts';
import type { BuildingSite } from '../records/places.ts';
import type { Stamp } from '../stamp.ts';
import { SERVICES } from './service-list.ts';

type Kind = Facility['kind'];
interface Spec {
  kind: Kind;
  name: string;
  /** The building's tag, or estate and number; null in the open. */
  where: string | [estate: string, number: string] | null;
  /** Metres from the middle of the building's front (or the town's own point), so that symbols stand apart. */
  offset: Point;
  floor: number | null;
  reach: number;
  hours: string;
}

const OFFICE_HOURS = '周一至周五 8:30–12:00、14:30–18:00';
const SPECS: Spec[] = [
  {
    kind: 'serviceHall',
    name: '云和社区便民服务大厅',
    where: 'serviceCentre',
    offset: [0, 0],
    floor: 1,
    reach: 600,
    hours: '周一至周六 8:30–12:00、14:30–18:00',
  },
  {
    kind: 'memberStation',
    name: '云和社区党员服务站',
    where: 'serviceCentre',
    offset: [-19, 0],
    floor: 1,
    reach: 500,
    hours: OFFICE_HOURS,
  },
  {
    kind: 'labourStation',
    name: '云和社区劳动保障事务站',
    where: 'serviceCentre',
    offset: [19, 0],
    floor: 2,
    reach: 600,
    hours: OFFICE_HOURS,
  },
  {
    kind: 'familyHall',
    name: '云和社区计生服务大厅',
    where: 'serviceCentre',
    offset: [-11, 14],
    floor: 2,
    reach: 600,
    hours: OFFICE_HOURS,
  },
  {
    kind: 'learningStation',
    name: '云和社区党员现代远程教育接收站',
    where: 'serviceCentre',
    offset: [11, 14],
    floor: 4,
    reach: 600,
    hours: '每周五 15:00–17:30，主题党日全天',
  },
  {
    kind: 'readingRoom',
    name: '云和社区阅览室',
    where: 'cultureCentre',
    offset: [-14, 0],
    floor: 2,
    reach: 400,
    hours: '每日 9:00–20:30',
  },
  {
    kind: 'cultureCentre',
    name: '云和文化活动中心',
    where: 'cultureCentre',
    offset: [6, 0],
    floor: 1,
    reach: 600,
    hours: '每日 8:30–21:00',
  },
  {
    kind: 'clinic',
    name: '云和社区卫生服务站',
    where: 'clinic',
    offset: [0, 0],
    floor: 1,
    reach: 500,
    hours: '每日 8:00–20:00，急诊电话全天',
  },
  {
    kind: 'policeRoom',
    name: '云和社区警务室',
    where: 'market',
    offset: [0, 0],
    floor: 1,
    reach: 500,
    hours: '全天',
  },
  {
    kind: 'gym',
    name: '云和新城健身室',
    where: 'clubhouse',
    offset: [0, 0],
    floor: 2,
    reach: 350,
    hours: '每日 7:00–21:30',
  },
  {
    kind: 'memberStation',
    name: '惠民党员服务站',
    where: ['惠民小区', '4'],
    offset: [0, -6],
    floor: 1,
    reach: 350,
    hours: OFFICE_HOURS,
  },
  {
    kind: 'readingRoom',
    name: '书香苑阅览室',
    where: ['书香苑', '1'],
    offset: [0, 0],
    floor: 2,
    reach: 300,
    hours: '每日 9:00–20:30',
  },
  {
    kind: 'clinic',
    name: '南塬卫生服务点',
    where: 'southShops',
    offset: [0, 0],
    floor: 1,
    reach: 400,
    hours: '每日 8:00–18:00',
  },
  {
    kind: 'policeRoom',
    name: '老庄警务室',
    where: ['云和老庄', '4'],
    offset: [0, -4],
    floor: 1,
    reach: 350,
    hours: '每日 8:00–22:00',
  },
  {
    kind: 'gym',
    name: '塬畔健身场',
    where: null,
    offset: [340, 162],
    floor: null,
    reach: 400,
    hours: '全天开放',
  },
];

/** The middle of a footprint's south side, town metres. */
const frontOf = (site: BuildingSite): Point => {
  const ring = site.plan.rings[0] ?? [];
  const us = ring.map((p) => p[0]);
  const vs = ring.map((p) => p[1]);
  return [(Math.min(...us) + Math.max(...us)) / 2, Math.min(...vs) + 2.5];
};

export const makeFacilities = (
  sites: readonly BuildingSite[],
  { stamp, identities }: { stamp: Stamp; identities: Identities },
): { facilities: Facility[]; services: Service[] } => {
  const facilities: Facility[] = [];
  const services: Service[] = [];
  for (const { kind, name, where, offset, floor, reach, hours } of SPECS) {
    const site =
      where === null
        ? null
        : sites.find(({ plan, record }) =>
            typeof where === 'string'
              ? plan.tag === where
              : record.estate === where[0] && record.number === where[1],
          );
    if (site === undefined) throw new RangeError(`${name} has no building`);
    const front: Point = site ? frontOf(site) : [0, 0];
    const phone = identities.landLine();
    const facility: Facility = {
      ...stamp.base(),
      kind,
      name,
      buildingId: site?.record.id ?? null,
      point: toLngLat([front[0] + offset[0], front[1] + offset[1]]),
      floor,
      reachMetres: reach,
      openHours: hours,
      phone,
    };
    facilities.push(facility);
    for (const [title, description, material, matterKind] of SERVICES[kind]) {
      services.push({
        ...stamp.base(),
        facilityId: facility.id,
        name: title,
        description,
        material,
        hours,
        phone,
        matterKind,
      });
    }
  }
  return { facilities, services };
};
