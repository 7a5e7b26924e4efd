/** What is laid out on the land as one draped mesh: areas in their order, then roads. */
import { GroundWriter, type GroundMesh, PAVING, type Paving } from './ground-writer.ts';
import { boundsOf, centroidOf, type Point } from './polygon.ts';
import { hash01 } from './random.ts';
import type { RoadInput } from './road-network.ts';
import { writeRoads } from './road-surfaces.ts';
import type { Terrain } from './terrain.ts';

export type AreaKind =
  | 'courtyard'
  | 'plaza'
  | 'park'
  | 'grass'
  | 'field'
  | 'orchard'
  | 'sports'
  | 'water'
  | 'parking'
  | 'bare';

export interface AreaInput {
  readonly kind: AreaKind;
  /** Local metres. */
  readonly rings: readonly (readonly Point[])[];
}

/** Fields, orchards and bare land are tones of the land itself (`land-map.ts`), not laid on it. */
const PAVING_OF: Partial<Record<AreaKind, Paving>> = {
  courtyard: PAVING.courtyard,
  plaza: PAVING.plaza,
  park: PAVING.park,
  grass: PAVING.grass,
  sports: PAVING.court,
  water: PAVING.water,
  parking: PAVING.parking,
};

/** A pitch with more corners than this is round: a running track. */
const ROUND_CORNERS = 8;

/** Axes of a ring along its longest edge: metres from its middle, and its half sizes. */
const axesOf = (ring: readonly Point[]) => {
  let direction: Point = [1, 0];
  let longest = 0;
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i] as Point;
    const b = ring[(i + 1) % ring.length] as Point;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length > longest) {
      longest = length;
      direction = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    }
  }
  const turn = ([dx, dy]: Point) => {
    const turned = ring.map(([x, y]): Point => [x * dx + y * dy, y * dx - x * dy]);
    return boundsOf(turned);
  };
  let [u0, v0, u1, v1] = turn(direction);
  // Round shapes have no telling edge: take the axis of the greatest extent.
  if (ring.length > ROUND_CORNERS)
    for (let k = 0; k < 36; k++) {
      const phi = (k * Math.PI) / 36;
      const candidate: Point = [Math.cos(phi), Math.sin(phi)];
      const box = turn(candidate);
      if (box[2] - box[0] > u1 - u0) {
        [u0, v0, u1, v1] = box;
        direction = candidate;
      }
    }
  if (v1 - v0 > u1 - u0) {
    direction = [-direction[1], direction[0]];
    [u0, v0, u1, v1] = turn(direction);
  }
  const [dx, dy] = direction;
  const middle: Point = [(u0 + u1) / 2, (v0 + v1) / 2];
  const half: Point = [(u1 - u0) / 2, (v1 - v0) / 2];
  return (p: Point): [number, number, number, number] => [
    p[0] * dx + p[1] * dy - middle[0],
    p[1] * dx - p[0] * dy - middle[1],
    half[0],
    half[1],
  ];
};

export const groundMesh = (
  terrain: Terrain,
  areas: readonly AreaInput[],
  roads: readonly RoadInput[],
): GroundMesh => {
  const writer = new GroundWriter(terrain);
  for (const { kind, rings } of areas) {
    const outside = rings[0];
    const paving = PAVING_OF[kind];
    if (paving === undefined || !outside || outside.length < 3) continue;
    const round = kind === 'sports' && outside.length > ROUND_CORNERS;
    const [x, y] = centroidOf(outside);
    writer.polygon(
      rings,
      round ? PAVING.track : paving,
      axesOf(outside),
      Math.floor(hash01(x * 10, y * 10) * 255),
    );
  }
  writeRoads(writer, roads);
  return writer.finish();
};
