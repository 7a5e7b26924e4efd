/** Polygons as they come from outside and go out again: millimetres of the frame here, degrees at the rim. */
import type { MultiPolygon } from '../../../domain/records/base.ts';
import type { Frame } from '../../frame.ts';
import type { Face, FaceId, MmPoint } from '../model/rows.ts';
import { type FaceRing, ringIn } from '../model/shape.ts';
import type { Tiling } from '../model/tiling.ts';

/** Points of a ring; closed by a repeated first point or not, in any direction. */
export type MmRing = readonly MmPoint[];
/** The outside, then holes. */
export type MmPolygon = readonly MmRing[];

export interface CoveragePolygon {
  readonly id: FaceId;
  readonly parts: readonly MmPolygon[];
  readonly fields?: Partial<Omit<Face, 'id'>>;
}

/** Degrees → millimetres, not yet rounded. */
export const mmFromLngLat = (frame: Frame, [lng, lat]: readonly [number, number]): MmPoint => {
  const [x, y] = frame.toLocal([lng, lat]);
  return { x: x * 1000, y: y * 1000 };
};

/** 1e-9° is a tenth of a millimetre; 1e-7°, as GeoJSON is often written, 11 mm: too coarse to give a border back. */
const DECIMALS = 1e9;

/** Millimetres → degrees with nine decimals: read again they are the same millimetres. */
export const lngLatFromMm = (frame: Frame, { x, y }: MmPoint): [number, number] => {
  const [lng, lat] = frame.toLngLat([x / 1000, y / 1000]);
  return [Math.round(lng * DECIMALS) / DECIMALS, Math.round(lat * DECIMALS) / DECIMALS];
};

export const partsFromLngLat = (
  frame: Frame,
  polygons: readonly (readonly (readonly (readonly [number, number])[])[])[],
): MmPolygon[] =>
  polygons.map((rings) => rings.map((ring) => ring.map((point) => mmFromLngLat(frame, point))));

const isBefore = (a: MmPoint, b: MmPoint): boolean => a.x < b.x || (a.x === b.x && a.y < b.y);

/** A ring from its westernmost (then southernmost) vertex on: the same ring is always written the same. */
const canonicalRing = (tiling: Tiling, { vertexIds }: FaceRing): number[] => {
  let first = 0;
  for (let i = 1; i < vertexIds.length; i++)
    if (
      isBefore(
        tiling.vertex(vertexIds[i] as number) as MmPoint,
        tiling.vertex(vertexIds[first] as number) as MmPoint,
      )
    )
      first = i;
  return [...vertexIds.slice(first), ...vertexIds.slice(0, first)];
};

/** Vertices of each ring of a face: parts from west to east, outsides counter-clockwise, holes clockwise, not closed. */
export const faceRings = (tiling: Tiling, id: FaceId | null): number[][][] => {
  const order = (a: readonly number[], b: readonly number[]): number =>
    isBefore(tiling.vertex(a[0] as number) as MmPoint, tiling.vertex(b[0] as number) as MmPoint) ? -1 : 1;
  return tiling
    .shape(id)
    .parts.map(([outside, ...holes]) => [
      canonicalRing(tiling, outside as FaceRing),
      ...holes.map((hole) => canonicalRing(tiling, hole)).sort(order),
    ])
    .sort((a, b) => order(a[0] as number[], b[0] as number[]));
};

/** Every face with its fields, in millimetres, by id. */
export const exportCoverage = (tiling: Tiling): (CoveragePolygon & { readonly fields: Face })[] =>
  [...tiling.faces.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((face) => ({
      id: face.id,
      fields: face,
      parts: faceRings(tiling, face.id).map((rings) =>
        rings.map((ids) =>
          ids.map((id) => {
            const { x, y } = tiling.vertex(id) as MmPoint;
            return { x, y };
          }),
        ),
      ),
    }));

/** The boundary of every face in degrees, as records and GeoJSON keep it (rings not closed; one rounding per vertex). */
export const exportLngLat = (tiling: Tiling, frame: Frame): Map<FaceId, MultiPolygon> => {
  const points = new Map<number, [number, number]>();
  const pointOf = (id: number): [number, number] => {
    let point = points.get(id);
    if (point === undefined) {
      point = lngLatFromMm(frame, tiling.vertex(id) as MmPoint);
      points.set(id, point);
    }
    return point;
  };
  const out = new Map<FaceId, MultiPolygon>();
  for (const id of [...tiling.faces.keys()].sort())
    out.set(
      id,
      faceRings(tiling, id).map((rings) => rings.map((ids) => ids.map(pointOf))),
    );
  return out;
};

/** The outline of the community in millimetres, with its holes; parts may lie in holes of others. */
export const outlinePolygons = (tiling: Tiling): MmPoint[][][] => {
  const { loose, parts } = tiling.shape(null);
  const pointsOf = (ring: FaceRing): MmPoint[] =>
    canonicalRing(tiling, ring)
      .map((id) => tiling.vertex(id) as MmPoint)
      .map(({ x, y }) => ({ x, y }));
  // Seen from outside an outline is a hole, and a hole an island: turned about, they are polygons.
  const outlines = loose.map((ring) => ({ ring, points: pointsOf(ring).toReversed() }));
  const polygons = outlines.map(({ points }) => [points]);
  for (const [hole] of parts) {
    if (hole === undefined) continue;
    const inner = pointsOf(hole).toReversed();
    const owner = outlines
      .map(({ ring }, i) => ({ ring, i }))
      .filter(({ ring }) => ringIn(hole, ring))
      .sort((a, b) => Math.abs(a.ring.twiceAreaMm2) - Math.abs(b.ring.twiceAreaMm2))[0];
    if (owner !== undefined) polygons[owner.i]?.push(inner);
  }
  return polygons;
};
