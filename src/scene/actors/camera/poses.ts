/** The pose that a request to the camera asks for. Local metres in, local metres out. */
import {
  anglesOf,
  type FramedBox,
  frameBox,
  frameClear,
  type Lens,
  type Pose,
  type Vec3,
} from '../../../geometry/framing.ts';
import { type Bounds, boundsOf } from '../../../geometry/polygon.ts';
import type { CameraRequest } from '../../../state/view.ts';
import { openedHeight } from '../opened/opening.ts';
import type { Stage, StageBuilding } from '../stage.ts';

/** Home looks from the south-west over the roofs to the rim. */
const HOME = {
  wide: { azimuth: 214, elevation: 25, margin: 0.86 },
  narrow: { azimuth: 204, elevation: 30, margin: 0.9 },
} as const;
const WIDE_ASPECT = 1.25;
const BUILDING = { elevation: 30, margin: 1.14, threeQuarter: 33 };
const GRID = { elevation: 44, margin: 1.02 };
const FACILITY = { half: 42, elevation: 34 };
const POINT_HALF_METRES = 90;
const TOWERS_ABOVE_METRES = 30;

const RADIAN = Math.PI / 180;
const turnBetween = (a: number, b: number): number => Math.abs(((((a - b) % 360) + 540) % 360) - 180);

/** Home over what lies in the bounds, on ground of one height. */
export const homePoseOver = ([west, south, east, north]: Bounds, groundMetres: number, lens: Lens): Pose => {
  // The corners of the bounds are mostly empty: a margin below 1 lets them leave the picture.
  const box: FramedBox = {
    centre: [(west + east) / 2, (south + north) / 2, groundMetres],
    half: [(east - west) / 2, (north - south) / 2, TOWERS_ABOVE_METRES],
  };
  const { azimuth, elevation, margin } = lens.aspect > WIDE_ASPECT ? HOME.wide : HOME.narrow;
  return frameBox(box, azimuth, elevation, lens, margin);
};

export const homePose = ({ bounds, terrain }: Stage, lens: Lens): Pose => {
  const [west, south, east, north] = bounds;
  return homePoseOver(bounds, terrain.heightAt((west + east) / 2, (south + north) / 2), lens);
};

/** Of the four three-quarter views of a house, the one nearest to where the camera stands. */
const threeQuarterView = ({ axis }: StageBuilding, azimuth: number): number => {
  const side = Math.atan2(axis[1], -axis[0]) / RADIAN;
  const views = [0, 180].flatMap((turn) => [-1, 1].map((sign) => side + turn + sign * BUILDING.threeQuarter));
  return views.reduce((best, next) =>
    turnBetween(next, azimuth) < turnBetween(best, azimuth) ? next : best,
  );
};

const boxOver = (points: Iterable<readonly [number, number]>, bottom: number, top: number): FramedBox => {
  const [west, south, east, north] = boundsOf(points);
  return {
    centre: [(west + east) / 2, (south + north) / 2, (bottom + top) / 2],
    half: [(east - west) / 2, (north - south) / 2, (top - bottom) / 2],
  };
};

const buildingPose = (stage: Stage, index: number, now: Pose, lens: Lens): Pose | null => {
  const building = stage.buildings[index];
  if (!building) return null;
  const box = boxOver(
    building.footprint[0] ?? [],
    building.baseZ,
    building.baseZ + openedHeight(building.record),
  );
  const { azimuth } = anglesOf(now);
  return frameClear(
    box,
    threeQuarterView(building, azimuth),
    BUILDING.elevation,
    lens,
    (from, to) => stage.picker.blocks(...from, ...to, index),
    BUILDING.margin,
  );
};

const around = (stage: Stage, point: Vec3, half: number, now: Pose, lens: Lens): Pose =>
  frameClear(
    { centre: point, half: [half, half, half / 3] },
    anglesOf(now).azimuth,
    FACILITY.elevation,
    lens,
    (from, to) => stage.picker.blocks(...from, ...to),
  );

/** Null where the request names nothing that is here, or only turns the camera. */
export const poseFor = (request: CameraRequest, stage: Stage, now: Pose, lens: Lens): Pose | null => {
  if (request.kind === 'home') return homePose(stage, lens);
  if (request.kind === 'view') return request.view;
  if (request.kind !== 'flyTo') return null;
  const { target, id } = request;
  switch (target) {
    case 'building':
    case 'floor':
    case 'dwelling':
      return buildingPose(stage, stage.buildingIndex.get(id ?? '') ?? -1, now, lens);
    case 'grid': {
      const grid = stage.grids.find((g) => g.record.id === id);
      if (!grid) return null;
      const z = stage.terrain.heightAt(...grid.centre.point);
      const box = boxOver(
        grid.polygons.flatMap((p) => p[0] ?? []),
        z,
        z + TOWERS_ABOVE_METRES,
      );
      return frameBox(box, anglesOf(now).azimuth, GRID.elevation, lens, GRID.margin);
    }
    case 'facility': {
      const facility = stage.facilities.find((f) => f.record.id === id);
      return facility ? around(stage, facility.foot, FACILITY.half, now, lens) : null;
    }
    case 'point':
      return request.point ? around(stage, request.point, POINT_HALF_METRES, now, lens) : null;
  }
};
