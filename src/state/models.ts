/**
 * The models of the open community: which mesh stands for which building. Read from the assets of the sources that are shown; a mesh is
 * drawn in place of what the building's footprint would give.
 */
import type { Source, SourceLink } from '../domain/records/index.ts';
import type { ModelMesh } from '../geometry/building-model.ts';
import type { Frame } from '../geometry/frame.ts';
import { type PackedMesh, unpackMeshes } from '../geometry/mesh-pack.ts';

export interface Models {
  /** By building id, in local metres of the community. */
  readonly meshOf: ReadonlyMap<string, ModelMesh>;
  /** The same for the same meshes of the same buildings. */
  readonly signature: string;
}
export const NO_MODELS: Models = { meshOf: new Map(), signature: '' };

/** The mesh moved from its own origin to the community's; heights stay above the ground. */
const inFrame = (mesh: PackedMesh, frame: Frame): ModelMesh => {
  const [x, y] = frame.toLocal(mesh.origin);
  const positions = mesh.positions.slice();
  for (let at = 0; at < positions.length; at += 3) {
    positions[at] = (positions[at] as number) + x;
    positions[at + 1] = (positions[at + 1] as number) + y;
  }
  return { positions, indices: mesh.indices, surfaces: mesh.surfaces, colours: mesh.colours };
};

/** Meshes of one building that come from several objects (its parts) are one mesh. */
export const joined = (meshes: readonly ModelMesh[]): ModelMesh => {
  const [only] = meshes;
  if (only && meshes.length === 1) return only;
  const coloured = meshes.every(({ colours }) => colours !== null);
  const size = (of: (mesh: ModelMesh) => number): number => meshes.reduce((sum, mesh) => sum + of(mesh), 0);
  const out = {
    positions: new Float32Array(size(({ positions }) => positions.length)),
    indices: new Uint32Array(size(({ indices }) => indices.length)),
    surfaces: new Uint8Array(size(({ surfaces }) => surfaces.length)),
    colours: coloured ? new Uint8Array(size(({ surfaces }) => surfaces.length * 3)) : null,
  };
  let [vertex, index, triangle] = [0, 0, 0];
  for (const mesh of meshes) {
    out.positions.set(mesh.positions, vertex * 3);
    for (let i = 0; i < mesh.indices.length; i++)
      out.indices[index + i] = (mesh.indices[i] as number) + vertex;
    out.surfaces.set(mesh.surfaces, triangle);
    if (mesh.colours) out.colours?.set(mesh.colours, triangle * 3);
    vertex += mesh.positions.length / 3;
    index += mesh.indices.length;
    triangle += mesh.surfaces.length;
  }
  return out;
};

export interface LinkedMesh {
  readonly buildingId: string;
  readonly mesh: PackedMesh;
}
/** Each building's meshes as one, in local metres of the community. */
export const meshesByBuilding = (
  linked: readonly LinkedMesh[],
  frame: Frame,
): ReadonlyMap<string, ModelMesh> => {
  const parts = new Map<string, ModelMesh[]>();
  for (const { buildingId, mesh } of linked) {
    const list = parts.get(buildingId) ?? [];
    list.push(inFrame(mesh, frame));
    parts.set(buildingId, list);
  }
  return new Map([...parts].map(([id, meshes]) => [id, joined(meshes)]));
};

/** Packs that were read last, by asset: what stays on the screen is not read again. */
let kept = new Map<string, Map<string, PackedMesh>>();

type ReadAsset = (id: string) => Promise<Uint8Array | null>;

const packOf = async (id: string, read: ReadAsset): Promise<Map<string, PackedMesh>> => {
  const known = kept.get(id);
  if (known) return known;
  const bytes = await read(id);
  // A pack that cannot be read leaves its buildings as their footprints give them.
  try {
    return new Map((bytes ? unpackMeshes(bytes) : []).map((mesh) => [mesh.key, mesh]));
  } catch (error) {
    console.error(error);
    return new Map();
  }
};

/** Cost: an asset per source that is shown and not kept from before. */
export const modelsOf = async (
  sources: readonly Source[],
  links: readonly SourceLink[],
  frame: Frame,
  read: ReadAsset,
): Promise<Models> => {
  const shown = new Map<string, string>();
  for (const { id, shown: visible, meshId } of sources) if (visible && meshId !== null) shown.set(id, meshId);
  if (shown.size === 0) return NO_MODELS;
  const packs = new Map<string, Map<string, PackedMesh>>();
  for (const meshId of shown.values()) if (!packs.has(meshId)) packs.set(meshId, await packOf(meshId, read));
  kept = packs;
  const linked: LinkedMesh[] = [];
  const signature: string[] = [];
  for (const { sourceId, key, buildingId } of links) {
    const meshId = shown.get(sourceId);
    const mesh = meshId === undefined ? undefined : packs.get(meshId)?.get(key);
    if (!mesh) continue;
    linked.push({ buildingId, mesh });
    signature.push(`${buildingId} ${meshId} ${key}`);
  }
  return { meshOf: meshesByBuilding(linked, frame), signature: signature.sort().join('\n') };
};
