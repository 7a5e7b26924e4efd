/** Pieces of a model become the contract's buildings: unique keys, outline, height. */
import { type Ecef, ecefToGeodetic, isOnEarth, localAxesAt } from '../../geometry/ecef.ts';
import { outlineOfMesh } from '../../geometry/outline.ts';
import type { Pace } from '../pace.ts';
import type { SourceBuilding, SourceMesh } from '../places/place-set.ts';
import type { Problems } from '../problem.ts';
import type { Offset } from './georeference.ts';
import type { Piece } from './pieces.ts';

/** `Group#12`, and `Group#12 (2)` for the next of that name. */
const uniqueKeys = (problems: Problems): ((label: string, where: string) => string) => {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (label, where) => {
    if (!taken.has(label)) {
      taken.add(label);
      return label;
    }
    let number = next.get(label) ?? 2;
    while (taken.has(`${label} (${number})`)) number++;
    next.set(label, number + 1);
    const key = `${label} (${number})`;
    taken.add(key);
    problems.add('gltf.name.twice', 'note', where, () => [
      `名称“${label}”重复，改称“${key}”。`,
      `The name “${label}” occurs twice; this one is called “${key}”.`,
    ]);
    return key;
  };
};

const pointAt = ({ positions }: SourceMesh, i: number): Ecef => [
  positions[i] as number,
  positions[i + 1] as number,
  positions[i + 2] as number,
];

/** Do the coordinates lie on the earth's surface, seen from its centre? */
const isEarthCentred = (meshes: readonly SourceMesh[]): boolean =>
  meshes.length > 0 && meshes.every((mesh) => isOnEarth(pointAt(mesh, 0)));

/** Lowest point above the ellipsoid and height of what stands on the earth, along its own vertical. */
const uprightExtent = (mesh: SourceMesh): { low: number; height: number } => {
  const foot = pointAt(mesh, 0);
  const place = ecefToGeodetic(foot);
  const { up } = localAxesAt(place.lng, place.lat);
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < mesh.positions.length; i += 3) {
    const [x, y, z] = pointAt(mesh, i);
    const above = (x - foot[0]) * up[0] + (y - foot[1]) * up[1] + (z - foot[2]) * up[2];
    low = Math.min(low, above);
    high = Math.max(high, above);
  }
  return { low: place.heightMetres + low, height: high - low };
};

export interface Built {
  readonly buildings: readonly SourceBuilding[];
  /** Positions are earth-centred (EPSG:4978): z is no height there, and no building has an outline. */
  readonly earthCentred: boolean;
}

export const buildingsOf = async (
  pieces: readonly Piece[],
  offset: Offset,
  pace: Pace,
  problems: Problems,
): Promise<Built> => {
  const keyOf = uniqueKeys(problems);
  const meshes = pieces.map(({ builder }) => builder.build(offset));
  const earthCentred = isEarthCentred(meshes);
  const buildings: SourceBuilding[] = [];
  for (const [i, piece] of pieces.entries()) {
    await pace(0);
    const mesh = meshes[i] as SourceMesh;
    const { label, name, where, attributes } = piece;
    const outline = earthCentred ? null : outlineOfMesh(mesh);
    const { low, height } =
      outline === null ? uprightExtent(mesh) : { low: outline.low, height: outline.high - outline.low };
    if (outline?.polygons.length === 0)
      problems.add('gltf.flat', 'warning', where, () => [
        `“${name}”从上方看没有面积，没有底面轮廓。`,
        `“${name}” has no area when seen from above and gets no outline.`,
      ]);
    buildings.push({
      key: keyOf(label, where),
      where,
      name,
      attributes,
      footprint: outline?.polygons ?? [],
      groundMetres: low,
      heightMetres: height,
      minHeightMetres: 0,
      storeys: null,
      partOf: null,
      mesh,
    });
  }
  return { buildings, earthCentred };
};
