/** What is laid out on the land as one draped mesh: areas in their order, then roads. */
import { type CoordinatesAt, type GroundMesh, GroundWriter, PAVING, type Paving } from './ground-writer.ts';
import { longAxes, ROUND_CORNERS } from './long-axes.ts';
import { centroidOf, type Point } from './polygon.ts';
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

/** Metres along and across from the middle of a ring, and its half sizes. */
const coordinatesOf = (ring: readonly Point[]): CoordinatesAt => {
  const { centre, direction, half } = longAxes(ring);
  return ([x, y]) => {
    const [dx, dy] = [x - centre[0], y - centre[1]];
    return [dx * direction[0] + dy * direction[1], dy * direction[0] - dx * direction[1], half[0], half[1]];
  };
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
      coordinatesOf(outside),
      Math.floor(hash01(x * 10, y * 10) * 255),
    );
  }
  writeRoads(writer, roads);
  return writer.finish();
};
