/**
 * Models in glTF 2.0: `.glb`, `.gltf` with its files beside it, and `.b3dm` tiles, as candidates for buildings (`candidates.ts` says
 * which nodes they are), z up. Draco, meshopt and quantised meshes are unpacked, instances expanded, transforms flattened.
 * Animation, skins, points, lines and lights are left out with a note.
 */
import { createPace } from '../pace.ts';
import type { DeclaredCrs, PlaceSet } from '../places/place-set.ts';
import { Problems, Refused } from '../problem.ts';
import type { ReadOptions, SourceFile } from '../source-file.ts';
import { buildingsOf } from './buildings-of.ts';
import { findCandidates } from './candidates.ts';
import { openContainer } from './container.ts';
import { createDecoders, type LoadDracoWasm } from './decoders.ts';
import { type Georeference, readGeoreference, tellExtensions } from './georeference.ts';
import { extensionOf, type JsonRecord, listOf } from './json-value.ts';
import { type Mesh, readMesh } from './meshes.ts';
import { collectPieces } from './pieces.ts';
import { readPropertyTables } from './property-tables.ts';
import { createResources } from './resources.ts';
import { meshNodesOf, readScene, type Scene } from './scene-graph.ts';
import { createTextures } from './textures.ts';
import { tellUnit } from './unit-guess.ts';
import { Budget } from './unusable.ts';

export interface GltfOptions extends ReadOptions {
  /** Needed for Draco in the page: see `decoders.ts`. */
  readonly dracoWasm?: LoadDracoWasm;
}

/** Above, a model has to be exported as 3D Tiles. */
const LARGEST_BYTES = 1_500_000_000;
/** Coordinates nearer to zero than this are a model's own, whatever system it names. */
const FAR_METRES = 10_000;

const tellLeftOut = (json: JsonRecord, problems: Problems): void => {
  const tell = (key: string, zh: string, en: string): void => {
    const count = listOf(json[key]).length;
    if (count > 0)
      problems.add(`gltf.${key}`, 'note', key, () => [
        `${count} ${zh}不导入。`,
        `${count} ${en} are not taken over.`,
      ]);
  };
  tell('animations', '段动画', 'animations');
  tell('skins', '个骨骼蒙皮（取静止姿态）', 'skins (the pose at rest is)');
};

const readMeshes = async (
  scene: Scene,
  read: (index: number) => Promise<Mesh>,
): Promise<ReadonlyMap<number, Mesh>> => {
  const meshes = new Map<number, Mesh>();
  for (const node of scene.roots.flatMap(meshNodesOf))
    if (node.mesh !== null && !meshes.has(node.mesh)) meshes.set(node.mesh, await read(node.mesh));
  return meshes;
};

/** A file without any triangle is of no use; what went wrong with its meshes says why. */
const refuseEmpty = (name: string, problems: Problems): never => {
  const cause = problems.list.find(({ severity }) => severity === 'error');
  throw new Refused(
    'gltf.noMesh',
    cause?.where ?? name,
    `“${name}”里没有可用的三角网格。${cause?.zh ?? ''}`,
    `“${name}” holds no mesh that can be used. ${cause?.en ?? ''}`.trim(),
  );
};

/** The system that the positions are in, if it is one. */
const declaredCrs = (
  { crs, anchored }: Georeference,
  earthCentred: boolean,
  farthest: number,
  problems: Problems,
): DeclaredCrs | null => {
  if (earthCentred) return { text: 'EPSG:4978', where: 'positions' };
  if (crs === null || anchored || farthest > FAR_METRES) return crs;
  problems.add('gltf.crs.local', 'note', crs.where, () => [
    `写明了坐标系 ${crs.text}，但坐标在原点附近，仍需手工放置。`,
    `The system ${crs.text} is named, but coordinates lie about zero: the model still has to be placed.`,
  ]);
  return null;
};

export const readGltf = async (file: SourceFile, options: GltfOptions = {}): Promise<PlaceSet> => {
  try {
    return await readModel(file, options);
  } catch (error) {
    // What the engine throws when an array cannot be made.
    if (!(error instanceof RangeError)) throw error;
    throw new Refused(
      'gltf.memory',
      file.name,
      `内存不足，无法读取“${file.name}”（${error.message}）。请分块导出。`,
      `There is not enough memory to read “${file.name}” (${error.message}). Export it in pieces.`,
    );
  }
};

const readModel = async (file: SourceFile, options: GltfOptions): Promise<PlaceSet> => {
  if (file.size > LARGEST_BYTES)
    throw new Refused(
      'gltf.fileTooLarge',
      file.name,
      `文件有 ${Math.round(file.size / 1e6)} MB，超过 ${LARGEST_BYTES / 1e6} MB 的上限，请改用 3D Tiles。`,
      `The file has ${Math.round(file.size / 1e6)} MB, more than the limit of ${LARGEST_BYTES / 1e6} MB: use 3D Tiles instead.`,
    );
  const problems = new Problems();
  const pace = createPace(options, file.size);
  await pace(0);
  const container = openContainer(await file.read(0, file.size), file, problems);
  const { json } = container;
  tellExtensions(json, problems);
  tellLeftOut(json, problems);
  const budget = new Budget(file.size);
  const resources = createResources(container, file, createDecoders(options.dracoWasm), budget);
  const scene = readScene(json, problems);
  const meshes = await readMeshes(scene, async (index) => {
    await pace(file.size / 2);
    return readMesh(resources, index, problems);
  });
  const tables = await readPropertyTables(file, resources, problems);
  const textures = createTextures(resources, problems);
  const stem = file.name.replace(/\.[^.]*$/, '') || file.name;
  const candidates = findCandidates(scene.roots, (index) => meshes.get(index), stem, problems);
  const { batchTable } = container;
  const pieces = await collectPieces(
    { resources, meshes, tables, batchTable, textures, problems },
    candidates,
    pace,
  );
  if (pieces.length === 0) refuseEmpty(file.name, problems);
  textures.tellUnused();
  const georeference = readGeoreference(container, scene, problems);
  const { buildings, earthCentred } = await buildingsOf(pieces, georeference.offset, pace, problems);
  const first = buildings[0]?.mesh?.positions ?? [];
  const crs = declaredCrs(georeference, earthCentred, Math.hypot(first[0] ?? 0, first[1] ?? 0), problems);
  if (crs === null) tellUnit(buildings, problems);
  options.report?.(file.size, file.size);
  return {
    format: container.format,
    version: container.version,
    crs,
    unplaced: crs === null,
    buildings,
    areas: [],
    terrain: null,
    imagery: null,
    textures: textures.list,
    counts: {
      nodes: scene.nodeCount,
      meshes: meshes.size,
      triangles: buildings.reduce((sum, { mesh }) => sum + (mesh?.surfaces.length ?? 0), 0),
      buildings: buildings.length,
      textures: textures.list.length,
      instanced: scene.roots
        .flatMap(meshNodesOf)
        .filter((node) => extensionOf(node.json, 'EXT_mesh_gpu_instancing') !== null).length,
    },
    problems: problems.all(),
  };
};
