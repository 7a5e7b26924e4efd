/**
 * The footprint of an object whose geometry is faces in space, by the best that there is: its ground surfaces; its outline of level 0; its
 * lowest floor; the outline of all that is seen from above; the hull.
 */
import { checkFootprint } from '../../geometry/footprints/check-footprint.ts';
import { unionOf } from '../../geometry/footprints/clip.ts';
import {
  type CheckedFootprint,
  type FaultCode,
  type FootprintFault,
  LARGEST_BUILDING_SQUARE_METRES,
  type MetresPerUnit,
} from '../../geometry/footprints/footprint.ts';
import { hullOf } from '../../geometry/footprints/hull.ts';
import { SURFACE, type SourceMesh, type SourcePoint, type SourcePolygon } from '../places/place-set.ts';
import type { FlatFace } from './mesh-writer.ts';

/** Faces within this of the lowest are one floor, which may have a step. */
const FLOOR_METRES = 0.5;
const DOWNWARD = -0.9;
/** A union of more faces may take seconds; then what is simpler must do. */
const MOST_FACES = 5_000;
/** So many are united at a time, then the results: what lies together in the mesh mostly lies together on the ground. */
const FACES_AT_A_TIME = 400;

const uniteMany = (
  polygons: readonly SourcePolygon[],
  metresPerUnit: MetresPerUnit,
): readonly SourcePolygon[] => {
  if (polygons.length <= FACES_AT_A_TIME) return unionOf(polygons, metresPerUnit);
  const half = polygons.length >> 1;
  const first = uniteMany(polygons.slice(0, half), metresPerUnit);
  const second = uniteMany(polygons.slice(half), metresPerUnit);
  return unionOf([...first, ...second], metresPerUnit);
};

export type FootprintSource = 'ground' | 'outline' | 'floor' | 'shadow' | 'hull' | 'none';

/** What a mesh covers, seen from above. */
const shadowsOf = (mesh: SourceMesh, metresPerUnit: MetresPerUnit): SourcePolygon[] => {
  const { positions, indices } = mesh;
  const at = (k: number): SourcePoint => {
    const i = (indices[k] as number) * 3;
    return [positions[i] as number, positions[i + 1] as number];
  };
  const shadows: SourcePolygon[] = [];
  const [mx, my] = metresPerUnit;
  for (let k = 0; k < indices.length; k += 3) {
    const [a, b, c] = [at(k), at(k + 1), at(k + 2)];
    const twice = ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) * mx * my;
    // Walls are lines from above.
    if (Math.abs(twice) > 1e-3) shadows.push([[a, b, c]]);
  }
  return shadows;
};

const hullOfMesh = (mesh: SourceMesh): SourcePolygon[] => {
  const points: SourcePoint[] = [];
  for (let i = 0; i < mesh.positions.length; i += 3)
    points.push([mesh.positions[i] as number, mesh.positions[i + 1] as number]);
  const hull = hullOf(points);
  return hull.length < 3 ? [] : [[hull]];
};

const OF_THE_WHOLE: ReadonlySet<FaultCode> = new Set(['tooTangled', 'tinyArea', 'tooLarge']);

/** One polygon for each of several faces, made one where they meet. Ground faces look down: how they wind is no fault. */
export const joinFaces = (
  polygons: readonly SourcePolygon[],
  metresPerUnit: MetresPerUnit,
): CheckedFootprint => {
  const rules = { metresPerUnit, closed: false, largestSquareMetres: LARGEST_BUILDING_SQUARE_METRES };
  const joined = polygons.length <= 1 ? polygons : uniteMany(polygons, metresPerUnit);
  const checked = checkFootprint(joined, rules);
  // Slivers between faces are the union's, not the file's.
  const isTold = ({ code }: FootprintFault): boolean =>
    polygons.length > 1 ? OF_THE_WHOLE.has(code) : code !== 'winding';
  return { polygons: checked.polygons, faults: checked.faults.filter(isTold) };
};

export interface FoundFootprint extends CheckedFootprint {
  readonly source: FootprintSource;
}

export const footprintOf = (
  faces: readonly FlatFace[],
  outlines: readonly FlatFace[],
  mesh: SourceMesh | null,
  lowestZ: number,
  metresPerUnit: MetresPerUnit,
): FoundFootprint => {
  const downward = faces.filter((face) => face.normalZ < DOWNWARD);
  const lowest = downward.reduce((low, face) => Math.min(low, face.lowestZ), Infinity);
  const isFloor = lowest <= lowestZ + FLOOR_METRES;
  const candidates: readonly [FootprintSource, () => readonly SourcePolygon[]][] = [
    ['ground', () => faces.filter((face) => face.kind === SURFACE.ground).map((face) => face.rings)],
    ['outline', () => outlines.map((face) => face.rings)],
    [
      'floor',
      () =>
        (isFloor ? downward.filter((face) => face.lowestZ <= lowest + FLOOR_METRES) : []).map(
          (face) => face.rings,
        ),
    ],
    ['shadow', () => (mesh === null ? [] : shadowsOf(mesh, metresPerUnit))],
    ['hull', () => (mesh === null ? [] : hullOfMesh(mesh))],
  ];
  for (const [source, polygons] of candidates) {
    const found = polygons();
    if (found.length === 0 || found.length > MOST_FACES) continue;
    const checked = joinFaces(found, metresPerUnit);
    if (checked.polygons.length > 0) return { ...checked, source };
  }
  return { polygons: [], faults: [], source: 'none' };
};
