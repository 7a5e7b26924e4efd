/**
 * Writes the model of a building in place of what its footprint would give. Walls get windows as the others do: triangles of one plane
 * are one wall, and bays are counted along it. Faces that have a colour of their own keep it.
 */
import { type BuildingWriter, PART, type Point3 } from './building-writer.ts';

/** Triangles in local metres (x east, y north); z above the ground floor. See `PackedMesh` for surfaces and colours. */
export interface ModelMesh {
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
  readonly surfaces: Uint8Array;
  readonly colours: Uint8Array | null;
}

const GROUND = 3;
const WALL = 1;
const ROOF = 2;
/** Below this a face is a wall where its format does not say so: sine of its slope against the vertical. */
const UPRIGHT = 0.35;

const cornerOf = (mesh: ModelMesh, vertex: number): Point3 => [
  mesh.positions[vertex * 3] ?? 0,
  mesh.positions[vertex * 3 + 1] ?? 0,
  mesh.positions[vertex * 3 + 2] ?? 0,
];
const triangleOf = (mesh: ModelMesh, triangle: number): [Point3, Point3, Point3] => [
  cornerOf(mesh, mesh.indices[triangle * 3] ?? 0),
  cornerOf(mesh, mesh.indices[triangle * 3 + 1] ?? 0),
  cornerOf(mesh, mesh.indices[triangle * 3 + 2] ?? 0),
];

/** Six times the volume that the triangles enclose: negative where they look inwards. */
const signedVolume = (mesh: ModelMesh): number => {
  let sum = 0;
  for (let t = 0; t < mesh.surfaces.length; t++) {
    const [a, b, c] = triangleOf(mesh, t);
    sum +=
      a[0] * (b[1] * c[2] - b[2] * c[1]) -
      a[1] * (b[0] * c[2] - b[2] * c[0]) +
      a[2] * (b[0] * c[1] - b[1] * c[0]);
  }
  return sum;
};

const normalOf = (a: Point3, b: Point3, c: Point3): Point3 => {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  const n: Point3 = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  const length = Math.hypot(...n);
  return length > 0 ? [n[0] / length, n[1] / length, n[2] / length] : [0, 0, 0];
};

interface Wall {
  from: number;
  to: number;
}
/** Walls are told apart by direction (to 3°) and by distance from the origin (to 0.3 m). */
const wallKey = (azimuth: number, distance: number): string =>
  `${Math.round((azimuth / Math.PI) * 60)},${Math.round(distance / 0.3)}`;

interface WallFace {
  readonly key: string;
  /** Along the wall, metres, of each corner: to the right seen from outside. */
  readonly along: readonly [number, number, number];
}
const wallFaceOf = (corners: readonly [Point3, Point3, Point3], [nx, ny]: Point3): WallFace => {
  const length = Math.hypot(nx, ny) || 1;
  const [dx, dy] = [-ny / length, nx / length];
  const along = corners.map(([x, y]) => x * dx + y * dy) as [number, number, number];
  const [x, y] = corners[0];
  return { key: wallKey(Math.atan2(ny, nx), (x * nx + y * ny) / length), along };
};

/** Writes all triangles but those on the ground. `baseZ`: height of the ground floor, metres. */
export const writeModel = (writer: BuildingWriter, mesh: ModelMesh, baseZ: number): void => {
  const inwards = signedVolume(mesh) < 0;
  const walls = new Map<string, Wall>();
  const faces: {
    corners: [Point3, Point3, Point3];
    normal: Point3;
    wall: WallFace | null;
    triangle: number;
  }[] = [];
  for (let triangle = 0; triangle < mesh.surfaces.length; triangle++) {
    const surface = mesh.surfaces[triangle] ?? 0;
    if (surface === GROUND) continue;
    const [a, b, c] = triangleOf(mesh, triangle);
    const corners: [Point3, Point3, Point3] = inwards ? [a, c, b] : [a, b, c];
    const normal = normalOf(...corners);
    if (normal[0] === 0 && normal[1] === 0 && normal[2] === 0) continue;
    const upright = surface === WALL || (surface !== ROOF && Math.abs(normal[2]) < UPRIGHT);
    const wall = upright && mesh.colours === null ? wallFaceOf(corners, normal) : null;
    faces.push({ corners, normal, wall, triangle });
    if (!wall) continue;
    const known = walls.get(wall.key) ?? { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
    known.from = Math.min(known.from, ...wall.along);
    known.to = Math.max(known.to, ...wall.along);
    walls.set(wall.key, known);
  }
  for (const { corners, normal, wall, triangle } of faces) {
    const lifted = corners.map(([x, y, z]) => [x, y, z + baseZ]) as unknown as typeof corners;
    if (mesh.colours) {
      const at = triangle * 3;
      writer.coloured(lifted, normal, [
        mesh.colours[at] ?? 255,
        mesh.colours[at + 1] ?? 255,
        mesh.colours[at + 2] ?? 255,
      ]);
    } else if (wall) {
      const { from, to } = walls.get(wall.key) as Wall;
      writer.wallTriangle(
        lifted,
        normal,
        wall.along.map((u) => u - from) as [number, number, number],
        to - from,
      );
    } else
      writer.wallTriangle(lifted, normal, [0, 0, 0], 0, Math.abs(normal[2]) > 0.98 ? PART.roof : PART.tiles);
  }
};
