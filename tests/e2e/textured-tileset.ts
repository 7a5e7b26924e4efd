/**
 * A tileset of one green tower whose feature ids lie in a texture (EXT_mesh_features): a picture of two texels, of which the tower shows the
 * second. By vertex it would be another feature, so only the texture leads to the building.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import type { LngLat } from '../../src/domain/records/base.ts';
import { geodeticToEcef, localAxesAt } from '../../src/geometry/ecef.ts';
import {
  BOX_INDICES,
  boxPositions,
  createBin,
  glbOf,
  gltfJson,
} from '../../src/transfer/gltf/fixtures/small-gltf.ts';

const HALF_METRES = 60;
const HIGH_METRES = 160;

const glb = (name: string): Uint8Array => {
  const bin = createBin();
  const h = HALF_METRES;
  const names = ['nobody', name].map((text) => new TextEncoder().encode(text));
  const [first, second] = names.map((text) => text.length) as [number, number];
  const ids = encode({
    width: 2,
    height: 1,
    channels: 3,
    depth: 8,
    data: Uint8Array.from([0, 0, 0, 1, 0, 0]),
  });
  const image = bin.view(ids);
  const values = bin.view(Uint8Array.from(names.flatMap((text) => [...text])));
  const stringOffsets = bin.view(new Uint8Array(Uint32Array.from([0, first, first + second]).buffer));
  const attributes = {
    POSITION: bin.accessor(boxPositions([-h, 0, -h], [2 * h, HIGH_METRES, 2 * h]), 'VEC3'),
    TEXCOORD_0: bin.accessor(
      Float32Array.from({ length: 16 }, (_, i) => (i % 2 === 0 ? 0.75 : 0.5)),
      'VEC2',
    ),
  };
  const texture = { index: 0, texCoord: 0, channels: [0, 1] };
  const EXT_mesh_features = { featureIds: [{ featureCount: 2, propertyTable: 0, texture }] };
  const table = { class: 'building', count: 2, properties: { name: { values, stringOffsets } } };
  const schema = { id: 'tower', classes: { building: { properties: { name: { type: 'STRING' } } } } };
  return glbOf(
    gltfJson(bin, {
      extensionsUsed: ['EXT_mesh_features', 'EXT_structural_metadata', 'KHR_materials_unlit'],
      extensions: { EXT_structural_metadata: { schema, propertyTables: [table] } },
      scenes: [{ nodes: [0] }],
      nodes: [{ mesh: 0 }],
      images: [{ bufferView: image, mimeType: 'image/png' }],
      samplers: [{ magFilter: 9728, minFilter: 9728 }],
      textures: [{ source: 0, sampler: 0 }],
      materials: [
        { pbrMetallicRoughness: { baseColorFactor: [0, 1, 0, 1] }, extensions: { KHR_materials_unlit: {} } },
      ],
      meshes: [
        {
          primitives: [
            {
              attributes,
              indices: bin.accessor(BOX_INDICES, 'SCALAR'),
              material: 0,
              extensions: { EXT_mesh_features },
            },
          ],
        },
      ],
    }),
    bin.bytes(),
  );
};

/** Writes the tileset, standing on earth at a place; the tower's feature is called `name`. */
export const writeTexturedTileset = async (
  folder: string,
  [lng, lat]: LngLat,
  heightMetres: number,
  name: string,
): Promise<void> => {
  const { east, north, up } = localAxesAt(lng, lat);
  const centre = geodeticToEcef({ lng, lat, heightMetres });
  const half = HIGH_METRES / 2;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'tower.glb'), glb(name));
  writeFileSync(
    join(folder, 'tileset.json'),
    JSON.stringify({
      asset: { version: '1.1' },
      geometricError: 500,
      root: {
        transform: [...east, 0, ...north, 0, ...up, 0, ...centre, 1],
        boundingVolume: { box: [0, 0, half, HALF_METRES, 0, 0, 0, HALF_METRES, 0, 0, 0, half] },
        geometricError: 0,
        refine: 'ADD',
        content: { uri: 'tower.glb' },
      },
    }),
  );
};
