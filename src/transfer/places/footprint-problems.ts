/** Sentences for what the check of a footprint found; what nobody needs to look at is counted and told once for a file. */
import type { FaultCode, FootprintFault } from '../../geometry/footprints/footprint.ts';
import type { Problems, Severity } from '../problem.ts';

type Sentence = (fault: FootprintFault) => readonly [zh: string, en: string];

const at = (fault: FootprintFault): string =>
  fault.at === null ? '' : ` (${Number(fault.at[0].toFixed(7))}, ${Number(fault.at[1].toFixed(7))})`;
const ring = (fault: FootprintFault): readonly [zh: string, en: string] =>
  fault.ring === 0 ? ['外环', 'the outside'] : [`第 ${fault.ring} 个内环`, `hole ${fault.ring}`];
const areaText = (fault: FootprintFault): string => Number(fault.amount.toPrecision(4)).toString();
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const TOLD: Readonly<Partial<Record<FaultCode, readonly [Severity, Sentence]>>> = {
  notFinite: [
    'error',
    (fault) => [
      `${ring(fault)[0]}含有无效的坐标，没有读入。`,
      `${capital(ring(fault)[1])} has coordinates that are no numbers of this earth: left out.`,
    ],
  ],
  tooFewPoints: [
    'error',
    (fault) => [
      `${ring(fault)[0]}只有 ${fault.amount} 个不同的点，围不成面，没有读入。`,
      `${capital(ring(fault)[1])} has only ${fault.amount} different points: left out.`,
    ],
  ],
  noArea: [
    'error',
    (fault) => [`${ring(fault)[0]}没有面积，没有读入。`, `${capital(ring(fault)[1])} has no area: left out.`],
  ],
  tooTangled: [
    'error',
    (fault) => [
      `轮廓自相交过多${at(fault)}，无法修复，没有读入。`,
      `The outline crosses itself too often to be mended${at(fault)}: left out.`,
    ],
  ],
  spike: [
    'note',
    (fault) => [
      `${ring(fault)[0]}有 ${fault.amount} 个尖刺${at(fault)}，已去除。`,
      `${capital(ring(fault)[1])} is freed of spikes${at(fault)}: ${fault.amount}.`,
    ],
  ],
  selfCrossing: [
    'warning',
    (fault) => [
      `${ring(fault)[0]}自相交${at(fault)}，已拆成不相交的面。`,
      `${capital(ring(fault)[1])} crosses itself${at(fault)}: taken apart where it does.`,
    ],
  ],
  holeCrosses: [
    'warning',
    (fault) => [
      `内环与其他环相交${at(fault)}，已按“挖去”处理。`,
      `A hole crosses or touches another ring${at(fault)}: it was cut out.`,
    ],
  ],
  holeOutside: [
    'warning',
    (fault) => [
      `第 ${fault.ring} 个内环不在外环之内，或在另一内环之内，已去除。`,
      `Hole ${fault.ring} lies outside of its outline, or in another hole: left out.`,
    ],
  ],
  partsOverlap: [
    'warning',
    (fault) => [
      `几个面互相重叠或共边${at(fault)}，已合并。`,
      `Its polygons overlap or share a border${at(fault)}: joined.`,
    ],
  ],
  tinyArea: [
    'warning',
    (fault) => [
      `面积只有 ${areaText(fault)} 平方米，请核对。`,
      `Its area is only ${areaText(fault)} m²: please check.`,
    ],
  ],
  tooLarge: [
    'warning',
    (fault) => [
      `面积达 ${areaText(fault)} 平方米，作为一栋建筑过大，请核对坐标系。`,
      `Its area is ${areaText(fault)} m², too much for a building: please check the coordinate system.`,
    ],
  ],
};

const COUNTED: Readonly<Partial<Record<FaultCode, (count: number) => readonly [zh: string, en: string]>>> = {
  open: (count) => [`${count} 个环没有闭合，已闭合。`, `Rings that were not closed, and are now: ${count}.`],
  repeatedPoints: (count) => [
    `${count} 个环有重复的点，已去除。`,
    `Rings freed of repeated points: ${count}.`,
  ],
  tinyArea: (count) => [`${count} 个部件的面积不足 1 平方米。`, `Parts smaller than 1 m²: ${count}.`],
  winding: (count) => [
    `${count} 个环的方向不符合标准，已调整。`,
    `Rings wound against the standard, turned: ${count}.`,
  ],
};

export interface FaultTeller {
  /** Parts of buildings may be tiny: a chimney, a mast. */
  tell(faults: readonly FootprintFault[], where: string, isPart?: boolean): void;
  /** The counted ones: once, at the end. */
  finish(): void;
}

/** `prefix` begins the codes: `geojson`. */
export const createFaultTeller = (problems: Problems, prefix: string): FaultTeller => {
  const counts = new Map<FaultCode, number>();
  return {
    tell: (faults, where, isPart = false) => {
      for (const fault of faults) {
        const told = isPart && fault.code === 'tinyArea' ? undefined : TOLD[fault.code];
        if (told === undefined) counts.set(fault.code, (counts.get(fault.code) ?? 0) + 1);
        else problems.add(`${prefix}.footprint.${fault.code}`, told[0], where, () => told[1](fault));
      }
    },
    finish: () => {
      for (const [code, count] of counts) {
        const sentence = COUNTED[code];
        if (sentence !== undefined)
          problems.add(`${prefix}.footprint.${code}`, 'note', '', () => sentence(count));
      }
    },
  };
};
