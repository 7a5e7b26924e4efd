/**
 * Do two borders run along the same line? A split next door puts a point on a grid's border, rounded to the millimetre: the border
 * has other points then and is still where it was.
 */
export type Ring = readonly (readonly [x: number, y: number])[];

const squaredDistance = (
  [x, y]: readonly [number, number],
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const t = length2 > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2)) : 0;
  return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2;
};

const liesOn = (rings: readonly Ring[], others: readonly Ring[], tolerance: number): boolean =>
  rings.every((ring) =>
    ring.every((point) =>
      others.some((other) =>
        other.some((a, i) => {
          const b = other[(i + 1) % other.length] ?? a;
          return squaredDistance(point, a, b) <= tolerance * tolerance;
        }),
      ),
    ),
  );

/** In the unit of the coordinates. Every point of each lies on the other. */
export const sameLine = (one: readonly Ring[], other: readonly Ring[], tolerance: number): boolean =>
  one.length === other.length && liesOn(one, other, tolerance) && liesOn(other, one, tolerance);
