/** From a shot to the orbit that shows it in the part of the canvas that no panel covers. */
import { type FramedBox, frameBox, frameClear, type Lens } from '../../geometry/framing.ts';
import { boundsOf } from '../../geometry/polygon.ts';
import type { FreeArea, WallShot } from '../../state/wall-view.ts';
import type { Stage } from '../actors/stage.ts';
import { type Orbit, orbitOf } from './orbit.ts';

const TOWERS_METRES = 34;
/** The corners of the bounds are mostly empty: a margin below 1 lets them leave the free part. */
const OVERVIEW = { azimuth: 214, elevation: 29, margin: 0.84 };
const ABOVE = { azimuth: 196, elevation: 50, margin: 0.86 };
const GRID = { elevation: 38, margin: 1.08 };
const FACILITIES = { elevation: 36, halfMetres: 120, margin: 1.1 };

/** The camera looks with the whole canvas; what is framed must fit the free part of it. */
const freeLens = ({ fovYDegrees, aspect }: Lens, free: FreeArea): Lens => {
  const high = Math.max(0.2, free.bottom - free.top);
  const wide = Math.max(0.2, free.right - free.left);
  // A lower part of the picture sees a smaller angle.
  const fov = (2 * Math.atan(Math.tan((fovYDegrees * Math.PI) / 360) * high) * 180) / Math.PI;
  return { fovYDegrees: fov, aspect: (aspect * wide) / high };
};

const boxOf = (points: Iterable<readonly [number, number]>, z: number, halfAtLeast = 0): FramedBox => {
  const [west, south, east, north] = boundsOf(points);
  return {
    centre: [(west + east) / 2, (south + north) / 2, z + TOWERS_METRES / 3],
    half: [
      Math.max(halfAtLeast, (east - west) / 2),
      Math.max(halfAtLeast, (north - south) / 2),
      TOWERS_METRES / 2,
    ],
  };
};

const wholeBox = (stage: Stage): FramedBox => {
  const [west, south, east, north] = stage.bounds;
  const x = (west + east) / 2;
  const y = (south + north) / 2;
  return {
    centre: [x, y, stage.terrain.heightAt(x, y)],
    half: [(east - west) / 2, (north - south) / 2, TOWERS_METRES],
  };
};

/** `azimuth` is where the camera stands now: shots of a grid turn no further than they must. */
export const orbitFor = (
  shot: WallShot,
  stage: Stage,
  lens: Lens,
  free: FreeArea,
  azimuth: number,
): Orbit => {
  const seen = freeLens(lens, free);
  const blocks = (from: readonly [number, number, number], to: readonly [number, number, number]): boolean =>
    stage.picker.blocks(...from, ...to);
  if (shot.kind === 'grid') {
    const grid = stage.grids.find(({ record }) => record.id === shot.id);
    if (grid) {
      const z = stage.terrain.heightAt(...grid.centre.point);
      const box = boxOf(
        grid.polygons.flatMap((rings) => rings[0] ?? []),
        z,
      );
      return orbitOf(frameBox(box, azimuth + 24, GRID.elevation, seen, GRID.margin));
    }
  }
  if (shot.kind === 'facilities') {
    const feet = stage.facilities.filter(({ record }) => record.kind === shot.facility);
    const [first] = feet;
    if (first) {
      const box = boxOf(
        feet.map(({ foot }) => [foot[0], foot[1]] as const),
        first.foot[2],
        FACILITIES.halfMetres,
      );
      return orbitOf(frameClear(box, azimuth + 16, FACILITIES.elevation, seen, blocks, FACILITIES.margin));
    }
  }
  const { azimuth: from, elevation, margin } = shot.kind === 'above' ? ABOVE : OVERVIEW;
  return orbitOf(frameBox(wholeBox(stage), from, elevation, seen, margin));
};
