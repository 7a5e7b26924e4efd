/**
 * Textures as colours of triangles: what a scene of one material for all houses can show of them. A model whose texture is a palette
 * (each triangle in one field of it) comes out exactly; of a photograph each triangle keeps its mean.
 */
import { Problems } from '../problem.ts';
import type { DecodePicture, Pixels } from './picture-decoder.ts';
import type { PlaceSet, SourceBuilding, SourceMesh } from './place-set.ts';

/** Where in the triangle its colour is looked up: its centre, and half-way from there to each corner. */
const SAMPLES = [
  [1 / 3, 1 / 3, 1 / 3],
  [2 / 3, 1 / 6, 1 / 6],
  [1 / 6, 2 / 3, 1 / 6],
  [1 / 6, 1 / 6, 2 / 3],
] as const;
/** Of a triangle without texture among textured ones. */
const PLAIN = 230;

const wrapped = (value: number, size: number): number => {
  const within = value - Math.floor(value);
  return Math.min(size - 1, Math.max(0, Math.floor(within * size)));
};

/** Mean of the samples, by how much they cover; null where all are see-through or nowhere. */
const sample = (
  { width, height, rgba }: Pixels,
  uvs: Float32Array,
  corners: readonly [number, number, number],
): readonly [number, number, number] | null => {
  const sums = [0, 0, 0];
  let weight = 0;
  for (const shares of SAMPLES) {
    let [u, v] = [0, 0];
    for (let k = 0; k < 3; k++) {
      u += (shares[k] as number) * (uvs[2 * (corners[k] as number)] as number);
      v += (shares[k] as number) * (uvs[2 * (corners[k] as number) + 1] as number);
    }
    if (!Number.isFinite(u) || !Number.isFinite(v)) continue;
    const at = 4 * (wrapped(v, height) * width + wrapped(u, width));
    const alpha = rgba[at + 3] as number;
    weight += alpha;
    for (let k = 0; k < 3; k++) sums[k] = (sums[k] as number) + alpha * (rgba[at + k] as number);
  }
  return weight === 0
    ? null
    : [(sums[0] as number) / weight, (sums[1] as number) / weight, (sums[2] as number) / weight];
};

/** Colour of the material at a triangle: that of its first corner. */
const materialOf = ({ colours }: SourceMesh, corner: number): readonly [number, number, number] =>
  colours
    ? [colours[4 * corner] as number, colours[4 * corner + 1] as number, colours[4 * corner + 2] as number]
    : [255, 255, 255];

/** As the mesh is without its textures. */
const unpainted = (mesh: SourceMesh): Uint8Array => {
  const out = new Uint8Array(mesh.indices.length).fill(PLAIN);
  if (mesh.colours)
    for (let t = 0; t < mesh.indices.length; t += 3) out.set(materialOf(mesh, mesh.indices[t] as number), t);
  return out;
};

/** Paints the triangles that have the texture. */
const paint = (mesh: SourceMesh, texture: number, pixels: Pixels, into: Uint8Array): void => {
  const { indices, textured } = mesh;
  if (!textured) return;
  for (let t = 0; t < textured.textures.length; t++) {
    if (textured.textures[t] !== texture) continue;
    const corners = [
      indices[3 * t] as number,
      indices[3 * t + 1] as number,
      indices[3 * t + 2] as number,
    ] as const;
    const seen = sample(pixels, textured.uvs, corners);
    if (!seen) continue;
    const material = materialOf(mesh, corners[0]);
    for (let k = 0; k < 3; k++)
      into[3 * t + k] = Math.round(((seen[k] as number) * (material[k] as number)) / 255);
  }
};

/** The set with colours for the triangles of its textured meshes. One picture is unpacked at a time. */
export const paintTextures = async (
  set: PlaceSet,
  decode: DecodePicture,
  signal?: AbortSignal,
): Promise<PlaceSet> => {
  const painted = new Map<SourceBuilding, Uint8Array>();
  for (const building of set.buildings)
    if (building.mesh?.textured) painted.set(building, unpainted(building.mesh));
  if (painted.size === 0) return set;
  const problems = new Problems();
  const done = new Set<SourceBuilding>();
  for (const [slot, { name, mime, bytes }] of set.textures.entries()) {
    signal?.throwIfAborted();
    const pixels = await decode(bytes, mime).catch(() => null);
    if (!pixels) {
      problems.add('places.texture', 'note', name, () => [
        `贴图“${name}”（${mime}）无法解码，使用材质的颜色。`,
        `The texture “${name}” (${mime}) cannot be decoded; the colour of its material is used.`,
      ]);
      continue;
    }
    for (const [building, colours] of painted) {
      const { mesh } = building;
      if (!mesh?.textured?.textures.includes(slot)) continue;
      paint(mesh, slot, pixels, colours);
      done.add(building);
    }
  }
  return {
    ...set,
    buildings: set.buildings.map((building) => {
      const colours = painted.get(building);
      return building.mesh && colours && done.has(building)
        ? { ...building, mesh: { ...building.mesh, painted: colours } }
        : building;
    }),
    problems: [...set.problems, ...problems.all()],
  };
};
