/**
 * Everything that stands and lies in the scene as typed arrays: half a second of work for the sample, so it is done in a worker and
 * nothing in it knows three.
 */
import type { Building, Landscape } from '../../domain/records/index.ts';
import type { LngLat } from '../../domain/records/base.ts';
import { type BuildingInput, type BuildingMeshes, buildChunks } from '../../geometry/building-chunks.ts';
import type { ModelMesh } from '../../geometry/building-model.ts';
import { createFrame } from '../../geometry/frame.ts';
import { groundMesh } from '../../geometry/ground.ts';
import { type GroundMap, groundMap } from '../../geometry/ground-map.ts';
import type { GroundMesh } from '../../geometry/ground-writer.ts';
import type { LandmarkInput } from '../../geometry/landmarks.ts';
import { type LandMap, landMap } from '../../geometry/land-map.ts';
import { type FurnitureMesh, streetFurniture } from '../../geometry/street-furniture.ts';
import { createTerrain, type TerrainData } from '../../geometry/terrain.ts';
import { type TerrainMesh, terrainMesh } from '../../geometry/terrain-mesh.ts';
import { crownRadius } from '../../geometry/tree-shapes.ts';
import { placeTrees } from '../../geometry/trees-placement.ts';
import type { Extent } from '../context.ts';
import { inputsOf } from './building-inputs.ts';
import { builtBounds, extentOf } from './extent.ts';
import { landscapeInput } from './landscape-inputs.ts';

export interface LayoutInput {
  readonly anchor: LngLat;
  readonly buildings: readonly Building[];
  readonly landscape: Landscape | null;
  /** Meshes that are drawn in place of the footprints of buildings, by id. */
  readonly models?: ReadonlyMap<string, ModelMesh>;
}

export interface Layout {
  /** What the meshes were made of, index for index with the buildings. */
  readonly inputs: readonly BuildingInput[];
  readonly extent: Extent;
  readonly terrain: TerrainData;
  readonly terrainMesh: TerrainMesh;
  readonly buildings: BuildingMeshes;
  readonly furniture: FurnitureMesh;
  readonly landmarks: readonly LandmarkInput[];
  readonly ground: GroundMesh;
  readonly land: LandMap;
  readonly map: GroundMap;
  /** Rows of `placeTrees`, kind by kind. */
  readonly trees: readonly Float32Array[];
}

/** Metres around the extent that the map of sky and lamps reaches. */
const MAP_MARGIN_METRES = 40;

export const layOut = (given: LayoutInput): Layout => {
  const { anchor, landscape } = given;
  const frame = createFrame(anchor);
  const inputs = inputsOf(given);
  const terrain = createTerrain(landscape?.terrain ?? null, builtBounds(inputs));
  const meshes = buildChunks(inputs, terrain);
  const extent = extentOf(inputs, meshes.bases, terrain);
  const input = landscapeInput(landscape, frame);
  const [x, y] = extent.centre;
  const half = extent.radius / Math.SQRT2 + MAP_MARGIN_METRES;
  const { heightAt: _, ...terrainData } = terrain;
  return {
    inputs,
    extent,
    terrain: terrainData,
    terrainMesh: terrainMesh(terrain),
    buildings: meshes,
    furniture: streetFurniture(terrain, input.walls, input.lamps, input.areas),
    landmarks: input.landmarks,
    ground: groundMesh(terrain, input.areas, input.roads),
    land: landMap(terrain.bounds, input.areas),
    map: groundMap({
      bounds: [x - half, y - half, x + half, y + half],
      buildings: inputs,
      walls: input.walls.map((wall) => wall.line),
      trees: input.trees.map(({ at, heightMetres, kind }) => ({
        at,
        radiusMetres: crownRadius(kind, heightMetres),
      })),
      lamps: input.lamps,
    }),
    trees: placeTrees(input.trees, terrain),
  };
};
