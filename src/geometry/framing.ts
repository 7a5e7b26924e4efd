/**
 * Where a camera stands to show a box: as near as the box fits the picture, from the direction nearest to the wanted one in which
 * little stands in the way. Local metres, z up; azimuth is where the camera stands as seen from the target, degrees from north,
 * clockwise; elevation is degrees above the horizon.
 */

export type Vec3 = readonly [x: number, y: number, z: number];

export interface Lens {
  readonly fovYDegrees: number;
  /** Width through height. */
  readonly aspect: number;
}
export interface FramedBox {
  readonly centre: Vec3;
  readonly half: Vec3;
}
export interface Pose {
  readonly position: Vec3;
  readonly target: Vec3;
}

const RADIAN = Math.PI / 180;

/** Unit vector from the target to the camera. */
export const directionTo = (azimuthDegrees: number, elevationDegrees: number): Vec3 => {
  const flat = Math.cos(elevationDegrees * RADIAN);
  return [
    Math.sin(azimuthDegrees * RADIAN) * flat,
    Math.cos(azimuthDegrees * RADIAN) * flat,
    Math.sin(elevationDegrees * RADIAN),
  ];
};

/** Azimuth and elevation, in degrees, of the camera of a pose. */
export const anglesOf = ({ position, target }: Pose): { azimuth: number; elevation: number } => {
  const dx = position[0] - target[0];
  const dy = position[1] - target[1];
  return {
    azimuth: Math.atan2(dx, dy) / RADIAN,
    elevation: Math.atan2(position[2] - target[2], Math.hypot(dx, dy)) / RADIAN,
  };
};

/** The box seen from a direction: all eight corners inside the picture, `margin` (1 = none) kept free around. */
export const frameBox = (
  { centre, half }: FramedBox,
  azimuthDegrees: number,
  elevationDegrees: number,
  lens: Lens,
  margin = 1.15,
): Pose => {
  const n = directionTo(azimuthDegrees, elevationDegrees);
  const flat = Math.hypot(n[0], n[1]);
  const right: Vec3 = flat > 1e-6 ? [-n[1] / flat, n[0] / flat, 0] : [1, 0, 0];
  const up: Vec3 = [
    n[1] * right[2] - n[2] * right[1],
    n[2] * right[0] - n[0] * right[2],
    n[0] * right[1] - n[1] * right[0],
  ];
  const tanY = Math.tan((lens.fovYDegrees * RADIAN) / 2) / margin;
  const tanX = tanY * lens.aspect;
  let distance = 1;
  for (let k = 0; k < 8; k++) {
    const c: Vec3 = [half[0] * (k & 1 ? 1 : -1), half[1] * (k & 2 ? 1 : -1), half[2] * (k & 4 ? 1 : -1)];
    const dot = (v: Vec3): number => v[0] * c[0] + v[1] * c[1] + v[2] * c[2];
    const near = dot(n);
    distance = Math.max(distance, Math.abs(dot(right)) / tanX + near, Math.abs(dot(up)) / tanY + near);
  }
  return {
    target: centre,
    position: [centre[0] + n[0] * distance, centre[1] + n[1] * distance, centre[2] + n[2] * distance],
  };
};

/** Whether something stands between two points. */
export type Blocks = (from: Vec3, to: Vec3) => boolean;

const TURNS = [0, 18, -18, 38, -38, 62, -62, 90, -90, 125, -125, 180];
const RAISES = [0, 9, 18, 28];
/** What a turn by 180° and a raise by 30° are worth against a wholly hidden box. */
const TURN_COST = 0.8;
const RAISE_COST = 0.35;

/** Points on the box's upper half, where one looks for it. */
const samplesOf = ({ centre, half }: FramedBox): Vec3[] => {
  const out: Vec3[] = [[centre[0], centre[1], centre[2] + half[2]]];
  for (const z of [-0.3, 0.4])
    for (const [x, y] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const)
      out.push([centre[0] + half[0] * 0.8 * x, centre[1] + half[1] * 0.8 * y, centre[2] + half[2] * z]);
  return out;
};

/** Of the poses about the wanted direction, the one that costs least: hidden share, turn and raise together. */
export const frameClear = (
  box: FramedBox,
  azimuthDegrees: number,
  elevationDegrees: number,
  lens: Lens,
  blocks: Blocks,
  margin = 1.15,
): Pose => {
  const samples = samplesOf(box);
  let best: Pose | null = null;
  let bestCost = Infinity;
  for (const raise of RAISES) {
    for (const turn of TURNS) {
      const cost = (Math.abs(turn) / 180) * TURN_COST + (raise / 30) * RAISE_COST;
      if (cost >= bestCost) continue;
      const pose = frameBox(box, azimuthDegrees + turn, Math.min(85, elevationDegrees + raise), lens, margin);
      const hidden = samples.filter((p) => blocks(pose.position, p)).length / samples.length;
      if (cost + hidden < bestCost) {
        bestCost = cost + hidden;
        best = pose;
      }
    }
  }
  return best ?? frameBox(box, azimuthDegrees, elevationDegrees, lens, margin);
};
