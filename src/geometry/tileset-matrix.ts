/**
 * From the coordinates of a tileset to local metres (x east, y north, z up about the community's anchor), as sixteen numbers, column by
 * column. A tileset that stands on earth is earth-centred; one that does not is a model in its own metres, stood by hand.
 */
import type { LngLat } from '../domain/records/base.ts';
import type { Placement } from '../domain/records/source.ts';
import { geodeticToEcef, localAxesAt } from './ecef.ts';
import { createFrame } from './frame.ts';

export type Matrix = readonly number[];

/** Where the community's zero lies. */
export interface Zero {
  readonly anchor: LngLat;
  /** Height above sea level of z = 0, metres. */
  readonly elevationMetres: number;
}

/** Mean radius of the earth, metres. */
const RADIUS = 6_371_000;

/**
 * The true east-north plane at the anchor. The frame counts its metres on the ellipsoid; 1,400 m higher a degree is 0.2 ‰ longer, so
 * everything is made smaller by as much, and tiles lie over footprints to 6 cm at half a kilometre. Heights above the ellipsoid are
 * taken for heights above the sea: `raisedMetres` makes up for what lies between them.
 */
export const earthToLocal = ({ anchor, elevationMetres }: Zero, raisedMetres: number): Matrix => {
  const [lng, lat] = anchor;
  const heightMetres = elevationMetres - raisedMetres;
  const shrink = RADIUS / (RADIUS + heightMetres);
  const [x, y, z] = geodeticToEcef({ lng, lat, heightMetres });
  const { east, north, up } = localAxesAt(lng, lat);
  const rows = [east, north, up].map((axis) => axis.map((part) => part * shrink)) as [
    number,
    number,
    number,
  ][];
  const column = (k: 0 | 1 | 2): number[] => [...rows.map((row) => row[k]), 0];
  return [
    ...column(0),
    ...column(1),
    ...column(2),
    ...rows.map((row) => -(row[0] * x + row[1] * y + row[2] * z)),
    1,
  ];
};

/**
 *      model            mirrored?          turned clockwise        on the ground, about the anchor
 *      (x, y) − pivot → (±x, y) · scale →  east  =  x cos + y sin
 *                                          north = −x sin + y cos
 */
export const placedToLocal = (placement: Placement, zero: Zero, raisedMetres: number): Matrix => {
  const { pivot, rotationDegrees, scale, mirrored, groundMetres } = placement;
  const [x0, y0] = createFrame(zero.anchor).toLocal(placement.anchor);
  const angle = (rotationDegrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  const side = mirrored ? -1 : 1;
  const z0 = groundMetres - zero.elevationMetres + raisedMetres;
  return [
    ...[side * cos, -side * sin, 0, 0],
    ...[sin, cos, 0, 0],
    ...[0, 0, scale, 0],
    ...[x0 - pivot[0] * side * cos - pivot[1] * sin, y0 + pivot[0] * side * sin - pivot[1] * cos, z0, 1],
  ];
};
