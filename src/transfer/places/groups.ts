/**
 * Objects that are one building: an outline with its parts, or a building of several polygons. What one footprint and one height cannot
 * say becomes a mesh, so that a tower on its podium is a tower on a podium.
 */
import type { MultiPolygon, Polygon } from '../../domain/records/base.ts';
import { extrude, type Extruded } from '../../geometry/extrude.ts';
import { createFrame, type Frame, ringsToLocal } from '../../geometry/frame.ts';
import type { PackedMesh } from '../../geometry/mesh-pack.ts';
import { polygonArea } from '../../geometry/polygon.ts';
import type { LocatedBuilding, LocatedMesh } from '../crs/located-set.ts';

export interface Group {
  readonly root: LocatedBuilding;
  /** Root first. */
  readonly members: readonly LocatedBuilding[];
}

/** Parts of parts belong to the building at the top; a part whose building is not there stands for itself. */
export const groupsOf = (buildings: readonly LocatedBuilding[]): Group[] => {
  const byKey = new Map(buildings.map((building) => [building.key, building]));
  const rootOf = (building: LocatedBuilding): LocatedBuilding => {
    const seen = new Set<string>();
    let at = building;
    while (at.partOf !== null && !seen.has(at.key)) {
      seen.add(at.key);
      const next = byKey.get(at.partOf);
      if (!next) break;
      at = next;
    }
    return at;
  };
  const groups = new Map<string, LocatedBuilding[]>();
  for (const building of buildings) {
    const root = rootOf(building);
    const members = groups.get(root.key) ?? [];
    if (building === root) members.unshift(building);
    else members.push(building);
    groups.set(root.key, members);
  }
  return [...groups.values()].map((members) => ({ root: members[0] as LocatedBuilding, members }));
};

const largest = (polygons: MultiPolygon, frame: Frame): Polygon | null => {
  let best: Polygon | null = null;
  let bestArea = 0;
  for (const polygon of polygons) {
    const area = polygonArea(ringsToLocal(frame, polygon));
    if (area > bestArea) [best, bestArea] = [polygon, area];
  }
  return best;
};

/** The footprint that stands for the group on the ground: its own largest polygon, else that of its parts. */
export const footprintOf = ({ root, members }: Group, frame: Frame): Polygon | null =>
  largest(root.footprint, frame) ??
  largest(
    members.flatMap(({ footprint }) => footprint),
    frame,
  );

/** Above this a volume begins in the air. */
const RAISED_METRES = 0.1;

/** Does the group need a mesh, having none of its own? */
const isCompound = ({ members }: Group): boolean => {
  const volumes = members.filter(
    ({ footprint, heightMetres }) => footprint.length > 0 && heightMetres !== null,
  );
  return volumes.length > 1 || volumes.some(({ footprint }) => footprint.length > 1);
};

const extruded = (group: Group, key: string): PackedMesh | null => {
  const origin = group.members.find(({ footprint }) => footprint.length > 0)?.footprint[0]?.[0]?.[0];
  if (!origin) return null;
  const own = createFrame(origin);
  const into: Extruded = { positions: [], indices: [], surfaces: [] };
  // The outline says where the building stands; where parts say how it rises, it would hide them.
  const parts = group.members.filter((member) => member !== group.root && member.heightMetres !== null);
  const outlineHides = parts.some((part) => part.minHeightMetres < RAISED_METRES);
  for (const member of group.members) {
    if (member.heightMetres === null || (member === group.root && outlineHides)) continue;
    for (const polygon of member.footprint)
      extrude(ringsToLocal(own, polygon), member.minHeightMetres, member.heightMetres, into);
  }
  return into.indices.length === 0
    ? null
    : {
        key,
        origin,
        positions: Float32Array.from(into.positions),
        indices: Uint32Array.from(into.indices),
        surfaces: Uint8Array.from(into.surfaces),
        colours: null,
      };
};

/** Colour of a triangle: with its texture where that was looked at, else that of its first corner, or none where the format has none. */
const triangleColours = ({ indices, colours, painted }: LocatedMesh): Uint8Array | null => {
  if (painted) return painted;
  if (!colours) return null;
  const out = new Uint8Array(indices.length);
  for (let t = 0; t < indices.length / 3; t++)
    for (let k = 0; k < 3; k++) out[t * 3 + k] = colours[(indices[t * 3] as number) * 4 + k] ?? 255;
  return out;
};

/** The file's heights become heights above the ground that the object stands on. */
const lowered = (mesh: LocatedMesh, groundMetres: number): Float32Array => {
  const positions = mesh.positions.slice();
  const by = mesh.baseMetres - groundMetres;
  for (let at = 2; at < positions.length; at += 3) positions[at] = (positions[at] as number) + by;
  return positions;
};

const lowest = (mesh: LocatedMesh): number => {
  let low = Number.POSITIVE_INFINITY;
  for (let at = 2; at < mesh.positions.length; at += 3) low = Math.min(low, mesh.positions[at] as number);
  return mesh.baseMetres + (Number.isFinite(low) ? low : 0);
};

/** The group's meshes, each under the key of its object; a compound without any is one mesh under the key of its root. */
export const meshesOf = (group: Group): PackedMesh[] => {
  const own = group.members.filter(({ mesh }) => mesh !== null && mesh.indices.length > 0);
  if (own.length === 0) {
    const mesh = isCompound(group) ? extruded(group, group.root.key) : null;
    return mesh ? [mesh] : [];
  }
  const ground =
    group.root.groundMetres ??
    Math.min(...own.map((member) => member.groundMetres ?? lowest(member.mesh as LocatedMesh)));
  return own.map(({ key, mesh }) => {
    const { origin, indices, surfaces } = mesh as LocatedMesh;
    return {
      key,
      origin,
      positions: lowered(mesh as LocatedMesh, ground),
      indices,
      surfaces,
      colours: triangleColours(mesh as LocatedMesh),
    };
  });
};

/** Height of the highest point above the ground, of a mesh in `meshesOf`'s heights. */
export const topOf = (meshes: readonly PackedMesh[]): number => {
  let top = 0;
  for (const { positions } of meshes)
    for (let at = 2; at < positions.length; at += 3) top = Math.max(top, positions[at] as number);
  return top;
};
