/** The two ways in which a file's coordinates come to the ground: through a coordinate system, or by the placement of a model. */
import type { LngLat } from '../../domain/records/base.ts';
import { createFrame } from '../../geometry/frame.ts';
import type { Crs, Located } from './crs.ts';
import type { Placement } from './located-set.ts';

export interface Ground {
  /** The file's x, y, z in degrees and metres of height. Not finite where it has no place. */
  toWgs84(x: number, y: number, z: number): Located;
  /** The file's x, y of a place; null where one cannot be told without its height. */
  readonly fromWgs84: ((lng: number, lat: number) => readonly [x: number, y: number]) | null;
  /** Left and right are exchanged on the way, so that triangles must be turned to keep their outside. */
  readonly mirrors: boolean;
  /** x and y mean nothing without z: then polygons of the file have no place. */
  readonly needsHeight: boolean;
  /** Metres in one unit of the file's heights. */
  readonly heightScale: number;
  /** A height of the file in metres, for files whose heights do not depend on the place. */
  heightOf(z: number): number;
}

export const groundOfCrs = (crs: Crs): Ground => ({
  toWgs84: crs.toWgs84,
  fromWgs84:
    crs.kind === 'geocentric'
      ? null
      : (lng, lat) => {
          const [x, y] = crs.fromWgs84(lng, lat, 0);
          return [x, y];
        },
  mirrors: crs.axes === 'yx',
  needsHeight: crs.kind === 'geocentric',
  heightScale: 1,
  heightOf: (z) => z,
});

/**
 *      model            mirrored?          turned clockwise        on the ground, about the anchor
 *      (x, y) − pivot → (±x, y) · scale →  east  =  x cos + y sin
 *                                          north = −x sin + y cos
 */
export const groundOfPlacement = ({
  anchor,
  pivot,
  groundMetres,
  rotationDegrees,
  scale,
  mirrored,
}: Placement): Ground => {
  const frame = createFrame(anchor);
  const angle = (rotationDegrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const side = mirrored ? -1 : 1;
  return {
    toWgs84: (x, y, z) => {
      const mx = (x - pivot[0]) * scale * side;
      const my = (y - pivot[1]) * scale;
      const [lng, lat]: LngLat = frame.toLngLat([mx * cos + my * sin, my * cos - mx * sin]);
      return [lng, lat, groundMetres + z * scale];
    },
    fromWgs84: (lng, lat) => {
      const [east, north] = frame.toLocal([lng, lat]);
      const mx = east * cos - north * sin;
      const my = east * sin + north * cos;
      return [(mx * side) / scale + pivot[0], my / scale + pivot[1]];
    },
    mirrors: mirrored,
    needsHeight: false,
    heightScale: scale,
    heightOf: (z) => groundMetres + z * scale,
  };
};
