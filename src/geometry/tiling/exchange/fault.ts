/** What can be wrong with polygons from outside: each fault has a place, a size, sentences, and repairs to choose from. */
import { squareMetresText, metresText } from '../model/in-words.ts';
import type { FaceId, MmPoint } from '../model/rows.ts';

export const FAULT_KINDS = {
  notNumber: { level: 'error', repairs: ['leaveOut'] },
  tooFewPoints: { level: 'error', repairs: ['leaveOut'] },
  repeatedPoint: { level: 'note', repairs: ['drop'] },
  winding: { level: 'note', repairs: ['turn'] },
  spike: { level: 'warning', repairs: ['cut'] },
  selfCrossing: { level: 'error', repairs: ['nonZero', 'evenOdd', 'leaveOut'] },
  holeOutside: { level: 'error', repairs: ['drop', 'asPart'] },
  duplicate: { level: 'error', repairs: ['leaveOut', 'keepThis', 'asOverlap'] },
  sameId: { level: 'warning', repairs: ['join', 'leaveOut'] },
  apart: { level: 'warning', repairs: ['declare', 'largest'] },
  nearMiss: { level: 'warning', repairs: ['snap'] },
  tJunction: { level: 'warning', repairs: ['insert'] },
  gap: { level: 'error', repairs: ['longest', 'leave', 'give:', 'new:'] },
  missing: { level: 'error', repairs: ['leave', 'longest', 'give:', 'new:'] },
  overlap: { level: 'error', repairs: ['longest', 'first', 'give:'] },
  beyondOutline: { level: 'error', repairs: ['cut', 'keep'] },
  vanished: { level: 'error', repairs: ['leaveOut'] },
} as const satisfies Record<string, { level: 'error' | 'warning' | 'note'; repairs: readonly string[] }>;

export type FaultKind = keyof typeof FAULT_KINDS;

/** One of the kind's repairs; `give:<grid>` and `new:<id>` name a grid. The first is taken where nothing is chosen. */
export type Repair = string;

export interface Fault {
  /** Stable for the same input: kind and number. */
  readonly id: string;
  readonly kind: FaultKind;
  readonly level: 'error' | 'warning' | 'note';
  readonly faceIds: readonly FaceId[];
  readonly at: MmPoint;
  /** A distance or a mean width, millimetres; null where there is none. */
  readonly sizeMm: number | null;
  readonly areaMm2: number | null;
  /** The ground itself, of a gap or an overlap: to be drawn as a layer. Empty where a fault is a place only. */
  readonly parts: readonly (readonly (readonly MmPoint[])[])[];
  readonly zh: string;
  readonly en: string;
  readonly repairs: readonly Repair[];
}

type Fact = Pick<Fault, 'faceIds' | 'sizeMm' | 'areaMm2'>;

const SENTENCES: Record<FaultKind, (fact: Fact) => readonly [zh: string, en: string]> = {
  notNumber: () => [
    '坐标中有不是数值的内容，这一圈没有采用。',
    'A coordinate is not a number; the ring was left out.',
  ],
  tooFewPoints: () => [
    '这一圈不足三个不同的点，没有采用。',
    'The ring has fewer than three different points; it was left out.',
  ],
  repeatedPoint: () => ['相邻的点重复，已去掉。', 'The same point comes twice in a row; once is enough.'],
  winding: () => ['环的方向不合规范，已反转。', 'The ring runs the wrong way round; it was turned.'],
  spike: ({ sizeMm }) => [
    `边界有一根长 ${metresText(sizeMm ?? 0)} 米的尖刺，将切除。`,
    `The border has a spike ${metresText(sizeMm ?? 0)} m long; it is cut off.`,
  ],
  selfCrossing: () => ['边界与自身相交。', 'The border crosses itself.'],
  holeOutside: ({ areaMm2 }) => [
    `一个内环（${squareMetresText(areaMm2 ?? 0)} 平方米）不在外环之内。`,
    `A hole (${squareMetresText(areaMm2 ?? 0)} m²) lies outside of its polygon.`,
  ],
  duplicate: ({ faceIds }) => [
    `“${faceIds[1]}”与“${faceIds[0]}”完全相同。`,
    `“${faceIds[1]}” is the same polygon as “${faceIds[0]}”.`,
  ],
  sameId: ({ faceIds }) => [`编号“${faceIds[0]}”出现多次。`, `The id “${faceIds[0]}” occurs more than once.`],
  apart: ({ faceIds, areaMm2 }) => [
    `“${faceIds[0]}”由互不相连的几块组成，最小的一块 ${squareMetresText(areaMm2 ?? 0)} 平方米。`,
    `“${faceIds[0]}” consists of parts that do not touch; the smallest has ${squareMetresText(areaMm2 ?? 0)} m².`,
  ],
  nearMiss: ({ sizeMm }) => [
    `两个顶点相距 ${(sizeMm ?? 0).toFixed(0)} 毫米，本应重合。`,
    `Two points lie ${(sizeMm ?? 0).toFixed(0)} mm apart and should be one.`,
  ],
  tJunction: ({ sizeMm }) => [
    `顶点落在邻居的边上（相距 ${(sizeMm ?? 0).toFixed(0)} 毫米），邻居在此没有顶点。`,
    `A point lies on a neighbour's edge (${(sizeMm ?? 0).toFixed(0)} mm off) where the neighbour has none.`,
  ],
  gap: ({ areaMm2, sizeMm }) => [
    `缝隙：${squareMetresText(areaMm2 ?? 0)} 平方米，平均宽 ${metresText(sizeMm ?? 0)} 米，不属于任何网格。`,
    `A gap of ${squareMetresText(areaMm2 ?? 0)} m², ${metresText(sizeMm ?? 0)} m wide on average, belongs to no grid.`,
  ],
  missing: ({ areaMm2 }) => [
    `空白：${squareMetresText(areaMm2 ?? 0)} 平方米的地面没有网格，可能缺了一个。`,
    `A blank spot: ${squareMetresText(areaMm2 ?? 0)} m² without a grid; one may be missing.`,
  ],
  overlap: ({ areaMm2, sizeMm, faceIds }) => [
    `“${faceIds.join('”“')}”重叠 ${squareMetresText(areaMm2 ?? 0)} 平方米，平均宽 ${metresText(sizeMm ?? 0)} 米。`,
    `“${faceIds.join('”, “')}” overlap by ${squareMetresText(areaMm2 ?? 0)} m², ${metresText(sizeMm ?? 0)} m wide on average.`,
  ],
  beyondOutline: ({ areaMm2, faceIds }) => [
    `“${faceIds.join('”“')}”超出社区外界 ${squareMetresText(areaMm2 ?? 0)} 平方米。`,
    `“${faceIds.join('”, “')}” reach beyond the outline by ${squareMetresText(areaMm2 ?? 0)} m².`,
  ],
  vanished: ({ faceIds }) => [
    `修复之后“${faceIds[0]}”没有剩下地面。`,
    `Nothing is left of “${faceIds[0]}” after the repairs.`,
  ],
};

/** Collects faults and gives them their ids. */
export class Faults {
  readonly list: Fault[] = [];
  private readonly counts = new Map<FaultKind, number>();

  add(
    kind: FaultKind,
    at: MmPoint,
    faceIds: readonly FaceId[],
    size: {
      readonly sizeMm?: number;
      readonly areaMm2?: number;
      readonly parts?: Fault['parts'];
    } = {},
  ): Fault {
    const number = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, number);
    const fact = { faceIds, sizeMm: size.sizeMm ?? null, areaMm2: size.areaMm2 ?? null };
    const [zh, en] = SENTENCES[kind](fact);
    const { level, repairs } = FAULT_KINDS[kind];
    const fault = {
      id: `${kind}:${number}`,
      kind,
      level,
      at: { x: at.x, y: at.y },
      zh,
      en,
      repairs,
      parts: size.parts ?? [],
      ...fact,
    };
    this.list.push(fault);
    return fault;
  }
}
