/**
 * Models are to be in metres, and often are not. A building higher than any that stands, or lower than a step, was made in another
 * unit; which, is guessed by what would make it a building.
 */
import type { SourceBuilding } from '../places/place-set.ts';
import type { Problems } from '../problem.ts';

/** The highest building stands 828 m; toys and samples of a unit or two are left alone. */
const TOO_HIGH_METRES = 1000;
const TOO_LOW_METRES = 0.3;
const LIKELY: readonly [low: number, high: number] = [2.5, 500];

interface Unit {
  readonly perMetre: number;
  readonly zh: string;
  readonly en: string;
}
const UNITS: readonly Unit[] = [
  { perMetre: 1000, zh: '毫米', en: 'millimetres' },
  { perMetre: 39.37, zh: '英寸', en: 'inches' },
  { perMetre: 100, zh: '厘米', en: 'centimetres' },
  { perMetre: 10, zh: '分米', en: 'decimetres' },
];

/** Tells what the highest building of a model without a place on earth makes of its unit. */
export const tellUnit = (buildings: readonly SourceBuilding[], problems: Problems): void => {
  const highest = buildings.reduce<SourceBuilding | null>(
    (best, building) => ((building.heightMetres ?? 0) > (best?.heightMetres ?? 0) ? building : best),
    null,
  );
  const height = highest?.heightMetres ?? 0;
  if (highest === null || height <= 0 || (height >= TOO_LOW_METRES && height <= TOO_HIGH_METRES)) return;
  const tooHigh = height > TOO_HIGH_METRES;
  const metres = ({ perMetre }: Unit): number => (tooHigh ? height / perMetre : height * perMetre);
  const likely = UNITS.filter((unit) => metres(unit) >= LIKELY[0] && metres(unit) <= LIKELY[1]);
  const list = (name: 'zh' | 'en', zh: boolean): string =>
    likely
      .map((unit) => `${unit[name]}${zh ? '（' : ' ('}${metres(unit).toPrecision(3)} m${zh ? '）' : ')'}`)
      .join(zh ? '、' : ', ');
  const size = `${Number(height.toPrecision(3))} m`;
  problems.add('gltf.unit', 'warning', highest.where, () => {
    if (likely.length === 0)
      return [
        `“${highest.name}”高 ${size}，不像建筑物，请检查模型的单位和比例。`,
        `“${highest.name}” is ${size} high, which is no building: check the model's unit and scale.`,
      ];
    return tooHigh
      ? [
          `“${highest.name}”高 ${size}，单位可能不是米，而是${list('zh', true)}。请在放置时设置比例。`,
          `“${highest.name}” is ${size} high: its unit may be not metres but ${list('en', false)}. Set the scale when placing it.`,
        ]
      : [
          `“${highest.name}”只有 ${size} 高，可能被多除了一次：${list('zh', true)}。请在放置时设置比例。`,
          `“${highest.name}” is only ${size} high: it may have been scaled down once too often, from ${list('en', false)}. Set the scale when placing it.`,
        ];
  });
};
