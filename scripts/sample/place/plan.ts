/** The drawing board: what the designers of blocks put down, in town metres, before it becomes records. */
import type { Building, Landscape } from '../../../src/domain/records/index.ts';
import { counterClockwise, type Line, type Point } from './plane.ts';

export type BuildingUse = Building['use'];
export type AreaKind = Landscape['areas'][number]['kind'];
export type RoadKind = Landscape['roads'][number]['kind'];

/** Palettes of wall and roof, by the index that a building carries. */
export const FACADE = {
  brickSlab: 0,
  beigeSlab: 1,
  greySlab: 2,
  warmTower: 3,
  coolTower: 4,
  glassOffice: 5,
  school: 6,
  industrial: 7,
  loessHouse: 8,
  civicStone: 9,
} as const;

export interface BuildingPlan {
  name: string;
  estate: string;
  number: string;
  aliases?: string[];
  use: BuildingUse;
  rings: Point[][];
  storeys: number;
  podium?: number;
  heightMetres?: number;
  roof?: Building['roof'];
  facade: number;
  units?: number;
  doors?: number;
  year: number;
  /** What the records of its inside hang on, where there is more than homes. */
  tag?: string;
}

export interface RoadPlan {
  name: string;
  kind: RoadKind;
  width: number;
  line: Point[];
}

export interface AreaPlan {
  kind: AreaKind;
  name: string;
  rings: Point[][];
}

export const TREE = { broadleaf: 0, poplar: 1, conifer: 2, shrub: 3 } as const;
export interface TreePlan {
  at: Point;
  height: number;
  kind: number;
}

export type LandmarkModel = Landscape['landmarks'][number]['model'];
export interface LandmarkPlan {
  model: LandmarkModel;
  at: Point;
  /** Where the front looks, in the town's own compass: 0 along v, 90 along u. */
  heading: number;
}

export interface Plan {
  buildings: BuildingPlan[];
  roads: RoadPlan[];
  areas: AreaPlan[];
  walls: { line: Point[]; height: number }[];
  trees: TreePlan[];
  lamps: Point[];
  landmarks: LandmarkPlan[];
}

export const createPlan = (): Plan => ({
  buildings: [],
  roads: [],
  areas: [],
  walls: [],
  trees: [],
  lamps: [],
  landmarks: [],
});

export const addLandmark = (plan: Plan, model: LandmarkModel, at: Point, heading: number): void => {
  plan.landmarks.push({ model, at, heading });
};

const STOREY_METRES = 2.9;
const PODIUM_STOREY_METRES = 4.2;

export const heightOf = (b: BuildingPlan): number => {
  const podium = b.podium ?? 0;
  return b.heightMetres ?? podium * PODIUM_STOREY_METRES + (b.storeys - podium) * STOREY_METRES + 0.6;
};

export const addBuilding = (plan: Plan, building: BuildingPlan): void => {
  const [outside, ...holes] = building.rings;
  if (!outside) throw new RangeError(`${building.name} has no outside ring`);
  const rings = [counterClockwise(outside), ...holes.map((hole) => counterClockwise(hole).reverse())];
  plan.buildings.push({ ...building, rings });
};

export const addRoad = (plan: Plan, kind: RoadKind, name: string, width: number, line: Line): void => {
  plan.roads.push({ kind, name, width, line: [...line] });
};

export const addArea = (plan: Plan, kind: AreaKind, name: string, ring: Line, ...holes: Line[]): void => {
  plan.areas.push({
    kind,
    name,
    rings: [counterClockwise(ring), ...holes.map((hole) => counterClockwise(hole).reverse())],
  });
};

/** A wall around a ring, with gaps of `width` metres about each gate. */
export const addWall = (plan: Plan, ring: Line, gates: readonly Point[], height = 2.4, width = 9): void => {
  const corners = [...ring, ring[0] as Point];
  let line: Point[] = [corners[0] as Point];
  const finish = (): void => {
    if (line.length > 1) plan.walls.push({ line, height });
  };
  for (let i = 1; i < corners.length; i++) {
    const a = corners[i - 1] as Point;
    const b = corners[i] as Point;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const du = (b[0] - a[0]) / length;
    const dv = (b[1] - a[1]) / length;
    const cuts = gates
      .map((g) => ({
        t: (g[0] - a[0]) * du + (g[1] - a[1]) * dv,
        off: Math.abs((g[0] - a[0]) * dv - (g[1] - a[1]) * du),
      }))
      .filter((g) => g.off < 1 && g.t > width / 2 && g.t < length - width / 2)
      .sort((one, two) => one.t - two.t);
    for (const { t } of cuts) {
      line.push([a[0] + du * (t - width / 2), a[1] + dv * (t - width / 2)]);
      finish();
      line = [[a[0] + du * (t + width / 2), a[1] + dv * (t + width / 2)]];
    }
    line.push(b);
  }
  finish();
};
