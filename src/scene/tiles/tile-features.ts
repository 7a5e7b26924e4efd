/**
 * The features of tiles: what the triangle that a ray meets belongs to, and what its maker says of it. Batches of 3D Tiles 1.0, feature
 * ids of 1.1 (by vertex, or in a texture), and what nodes carry. Tiles without any of that are not looked through, so photogrammetry costs nothing here.
 */
import { type Intersection, Mesh, type Object3D, type Raycaster, type Texture } from 'three';
import { acceleratedRaycast, MeshBVH } from 'three-mesh-bvh';
import type { FeatureProperties } from './feature-buildings.ts';
import { textureIdAt, type TextureInfo } from './texture-id.ts';

interface BatchTable {
  getDataFromId(id: number): Record<string, unknown>;
}
interface FeatureInfo {
  readonly attribute?: number;
  readonly texture?: TextureInfo | null;
  readonly propertyTable?: number | null;
  readonly nullFeatureId?: number | null;
}
interface MeshFeatures {
  getFeatureInfo(): readonly FeatureInfo[];
  getTextures(): readonly (Texture | null)[];
}
interface StructuralMetadata {
  getPropertyTableData(table: number, id: number): Record<string, unknown>;
}

/** Below this a search tree costs more than it saves. */
const FEW_TRIANGLES = 1000;

const batchTableOf = (object: Object3D): BatchTable | null => {
  for (let at: Object3D | null = object; at; at = at.parent) {
    const { batchTable } = at as { batchTable?: BatchTable | null };
    if (batchTable) return batchTable;
  }
  return null;
};

const featuresOf = (mesh: Mesh): MeshFeatures | undefined =>
  mesh.userData['meshFeatures'] as MeshFeatures | undefined;

/** What the file says of a node: its name and extras, ours left out. */
const nodeProperties = (mesh: Object3D): FeatureProperties => {
  const { meshFeatures: _f, structuralMetadata: _s, ...extras } = mesh.userData;
  return { ...extras, ...(mesh.name === '' ? {} : { name: mesh.name }) };
};

const hasFeatures = (mesh: Mesh): boolean =>
  featuresOf(mesh) !== undefined || mesh.geometry.getAttribute('_batchid') !== undefined;

const cornerOf = (mesh: Mesh, { faceIndex, face }: Intersection): number =>
  face?.a ?? mesh.geometry.index?.getX((faceIndex ?? 0) * 3) ?? (faceIndex ?? 0) * 3;

/** The id of one set: in a texture, by vertex, or the vertex itself; null where there is none. */
const idOf = (
  mesh: Mesh,
  hit: Intersection,
  { texture, attribute }: FeatureInfo,
  features: MeshFeatures,
): number | null => {
  if (texture) return textureIdAt(mesh, hit, texture, features.getTextures());
  const corner = cornerOf(mesh, hit);
  if (attribute === undefined) return corner;
  return mesh.geometry.getAttribute(`_feature_id_${attribute}`)?.getX(corner) ?? null;
};

/** What is said of the feature that was met, the most particular first. */
export const propertiesAt = (mesh: Mesh, hit: Intersection): FeatureProperties[] => {
  const corner = cornerOf(mesh, hit);
  const { geometry } = mesh;
  const found: FeatureProperties[] = [];
  const batch = geometry.getAttribute('_batchid');
  if (batch) found.push(batchTableOf(mesh)?.getDataFromId(batch.getX(corner)) ?? {});
  const metadata = mesh.userData['structuralMetadata'] as StructuralMetadata | undefined;
  const features = featuresOf(mesh);
  for (const info of features?.getFeatureInfo() ?? []) {
    const id = features && idOf(mesh, hit, info, features);
    if (id === null || id === undefined || id === info.nullFeatureId) continue;
    if (metadata && typeof info.propertyTable === 'number')
      found.push(metadata.getPropertyTableData(info.propertyTable, id));
  }
  found.push(nodeProperties(mesh));
  return found;
};

const raycast = (mesh: Mesh, raycaster: Raycaster, hits: Intersection[]): void => {
  const { geometry } = mesh;
  const corners = geometry.index?.count ?? geometry.getAttribute('position')?.count ?? 0;
  if (corners > FEW_TRIANGLES * 3) {
    // Indirect: the order of the triangles is the file's, and is drawn as it is.
    geometry.boundsTree ??= new MeshBVH(geometry, { indirect: true });
    acceleratedRaycast.call(mesh, raycaster, hits);
  } else Mesh.prototype.raycast.call(mesh, raycaster, hits);
};

export interface MetFeature {
  readonly properties: readonly FeatureProperties[];
  readonly distance: number;
}

/** The nearest feature that the ray meets, of what is shown. */
export const meetFeature = (root: Object3D, raycaster: Raycaster): MetFeature | null => {
  const hits: Intersection[] = [];
  root.traverseVisible((object) => {
    if (object instanceof Mesh && hasFeatures(object)) raycast(object, raycaster, hits);
  });
  const nearest = hits.reduce<Intersection | null>(
    (best, hit) => (best === null || hit.distance < best.distance ? hit : best),
    null,
  );
  return nearest && { properties: propertiesAt(nearest.object as Mesh, nearest), distance: nearest.distance };
};
