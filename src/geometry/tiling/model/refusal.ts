/**
 * What an operation answers: `{ok}` with what it makes, or `{refused}` with a stable code, the sentence in both languages and the
 * place, so that the border can bounce back and the screen can point at it.
 */
import { squareMetresText } from './in-words.ts';
import type { FaceId, MmPoint } from './rows.ts';

/** Every reason, as its sentences. */
const SENTENCES = {
  unknown: (what: string) => [
    `没有 ${what}，可能已被删除。`,
    `There is no ${what}; it may have been deleted.`,
  ],
  notNumber: () => ['坐标不是有效的数值。', 'A coordinate is not a number.'],
  outOfRange: () => [
    '坐标离社区原点太远（超过 1000 公里）。',
    'A coordinate lies more than 1000 km from the community.',
  ],
  crosses: () => ['边界会相交，请绕开。', 'The border would cross another border; go around it.'],
  tooClose: (mm: number) => [
    `离另一条边界只有 ${mm.toFixed(0)} 毫米，请吸附上去或离远些。`,
    `It would lie ${mm.toFixed(0)} mm from another border; snap to it or keep away.`,
  ],
  folds: () => ['边界会折回自身，形成尖刺。', 'The border would fold back on itself and make a spike.'],
  collapses: (name: string) => [
    `网格“${name}”会塌缩或翻转。`,
    `The grid “${name}” would collapse or turn over.`,
  ],
  tooSmall: (name: string, mm2: number, leastMm2: number) => [
    `网格“${name}”会只剩 ${squareMetresText(mm2)} 平方米，至少要 ${squareMetresText(leastMm2)} 平方米。`,
    `The grid “${name}” would be left with ${squareMetresText(mm2)} m²; at least ${squareMetresText(leastMm2)} m² are needed.`,
  ],
  empties: (name: string) => [`网格“${name}”会什么也不剩。`, `Nothing would be left of the grid “${name}”.`],
  disconnects: (name: string, parts: number) => [
    `网格“${name}”会断成 ${parts} 块。`,
    `The grid “${name}” would fall into ${parts} parts.`,
  ],
  engulfs: (name: string) => [
    `网格“${name}”会越过其中或旁边的另一个网格。`,
    `The grid “${name}” would swallow or pass over another grid.`,
  ],
  outline: () => ['社区外界不可改动。', 'The outline of the community must stay as it is.'],
  outside: () => ['这里在社区范围之外。', 'This place lies outside the community.'],
  locked: (name: string) => [
    `网格“${name}”已锁定，边界不可改动。`,
    `The grid “${name}” is locked; its border must stay.`,
  ],
  junction: () => [
    '这里有三条以上边界交汇，不能删除。',
    'Three or more borders meet here; this point cannot be deleted.',
  ],
  triangle: () => ['只剩三个顶点，不能再删除。', 'Only three points are left; none of them can be deleted.'],
  fixedArc: () => [
    '这条边界两端固定、中间没有顶点，请先插入一个顶点。',
    'Both ends of this border are fixed and it has no point between; insert one first.',
  ],
  nothing: () => ['没有变化。', 'Nothing would change.'],
  shortLine: () => [
    '线太短：至少需要两个不同的点。',
    'The line is too short: two different points are needed.',
  ],
  lineCrossesItself: () => ['所画的线与自身相交。', 'The line crosses itself.'],
  notOnBorder: () => [
    '线的这一端不在边界上，请从边界画到边界。',
    'This end of the line is not on a border; draw from border to border.',
  ],
  misses: (name: string) => [
    `这条线没有把网格“${name}”分开。`,
    `The line does not divide the grid “${name}”.`,
  ],
  pieces: (count: number, given: number) => [
    `这条线分出 ${count} 块新网格，只准备了 ${given} 个编号。`,
    `The line makes ${count} new grids; ids were given for ${given}.`,
  ],
  taken: (id: string) => [`编号 ${id} 已经在用。`, `The id ${id} is already in use.`],
  sameFace: () => ['两边是同一个网格。', 'It is the same grid on both sides.'],
  notAdjacent: (a: string, b: string) => [
    `网格“${a}”与“${b}”不相邻。`,
    `The grids “${a}” and “${b}” do not touch.`,
  ],
  notInside: (name: string) => [
    `网格“${name}”没有完全被一个网格包围。`,
    `The grid “${name}” is not surrounded by one other grid.`,
  ],
  tinyHole: (mm2: number, leastMm2: number) => [
    `空洞只有 ${squareMetresText(mm2)} 平方米或过于狭窄，至少要 ${squareMetresText(leastMm2)} 平方米。`,
    `The hole has ${squareMetresText(mm2)} m² or is too narrow; at least ${squareMetresText(leastMm2)} m² are needed.`,
  ],
  noHole: () => ['这里没有空洞。', 'There is no hole here.'],
  unnoded: () => ['线条在这里过密，无法可靠地相接。', 'Lines are too dense here to be joined reliably.'],
  takeToo: (name: string, count: number) => [
    `网格“${name}”会断开，另有 ${count} 栋楼被隔在外面，请一并划入。`,
    `The grid “${name}” would fall apart: ${count} more buildings would be cut off; take these too.`,
  ],
  notNext: (name: string) => [
    `这些楼与网格“${name}”不相连，请先划入中间的楼。`,
    `These buildings are not next to the grid “${name}”; take those between first.`,
  ],
  noGuide: (metres: number) => [
    `${metres} 米之内没有可以沿着走的道路或围墙。`,
    `There is no road or wall within ${metres} m to follow.`,
  ],
  noBuilding: () => ['没有可划入的楼。', 'There is no building to take.'],
} satisfies Record<string, (...values: never[]) => string[]>;

type Sentences = typeof SENTENCES;
export type RefusalCode = keyof Sentences;

export interface Refusal {
  readonly code: RefusalCode;
  readonly zh: string;
  readonly en: string;
  /** Millimetres; null where there is no place to show. */
  readonly at: MmPoint | null;
  /** Grids concerned. */
  readonly faceIds: readonly FaceId[];
  /** Buildings that would have to come along (rows of the building set), where that would help. */
  readonly takeToo?: readonly number[];
}

export type Outcome<T> = { readonly ok: T } | { readonly refused: Refusal };

export const refusal = <C extends RefusalCode>(
  code: C,
  values: Parameters<Sentences[C]>,
  at: MmPoint | null,
  faceIds: readonly (FaceId | null)[] = [],
): Refusal => {
  const [zh, en] = (SENTENCES[code] as (...v: Parameters<Sentences[C]>) => string[])(...values) as [
    string,
    string,
  ];
  const ids = [...new Set(faceIds)].filter((id): id is FaceId => id !== null);
  return { code, zh, en, at: at === null ? null : { x: at.x, y: at.y }, faceIds: ids };
};

export const refuse = <C extends RefusalCode>(
  code: C,
  values: Parameters<Sentences[C]>,
  at: MmPoint | null,
  faceIds: readonly (FaceId | null)[] = [],
): { readonly refused: Refusal } => ({ refused: refusal(code, values, at, faceIds) });
