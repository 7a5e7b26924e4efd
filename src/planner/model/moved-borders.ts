/** Of the borders that two plans do not share, those that really run elsewhere: not the same line with another grid beside it, or a point more. */
import type { PlanDifference } from '../../geometry/tiling/index.ts';

type Border = PlanDifference['bordersNew'][number];

/** Millimetres: a point that is put on a border is rounded. */
const SAME_LINE_MM = 2;

const isOn = (x: number, y: number, [ax, ay, bx, by]: Border): boolean => {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const t = length2 > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2)) : 0;
  return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2 <= SAME_LINE_MM ** 2;
};

/** Those of `borders` that no line of `others` covers from end to end. */
const elsewhere = (borders: readonly Border[], others: readonly Border[]): Border[] =>
  borders.filter((border) => {
    const [ax, ay, bx, by] = border;
    return ![0, 0.25, 0.5, 0.75, 1].every((share) => {
      const [x, y] = [ax + (bx - ax) * share, ay + (by - ay) * share];
      return others.some((other) => isOn(x, y, other));
    });
  });

export const movedBorders = ({
  bordersGone,
  bordersNew,
}: Pick<PlanDifference, 'bordersGone' | 'bordersNew'>): Pick<
  PlanDifference,
  'bordersGone' | 'bordersNew'
> => ({ bordersGone: elsewhere(bordersGone, bordersNew), bordersNew: elsewhere(bordersNew, bordersGone) });
