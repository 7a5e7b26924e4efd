/**
 * A tileset of one green tower as photogrammetry programs pack them: a batched model of 3D Tiles 1.0 whose mesh is packed with meshopt,
 * whose picture is a KTX2 of Basis Universal (UASTC), and whose batch table names the building.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, NodeIO } from '@gltf-transform/core';
import { EXTMeshoptCompression, KHRMaterialsUnlit, KHRTextureBasisu } from '@gltf-transform/extensions';
import { MeshoptEncoder } from 'meshoptimizer';
import type { LngLat } from '../../src/domain/records/base.ts';
import { geodeticToEcef, localAxesAt } from '../../src/geometry/ecef.ts';
import { b3dmOf } from '../../src/transfer/tiles/fixtures/small-tiles.ts';
import { greenKtx2 } from './green-ktx2.ts';

const HALF_METRES = 60;
const HIGH_METRES = 160;

const glb = async (): Promise<Uint8Array> => {
  const document = new Document();
  const buffer = document.createBuffer();
  const [h, top] = [HALF_METRES, HIGH_METRES];
  const corners = [0, top].flatMap((y) => [-h, y, h, h, y, h, h, y, -h, -h, y, -h]);
  const faces = [
    [0, 3, 2, 1],
    [4, 5, 6, 7],
    [0, 1, 5, 4],
    [1, 2, 6, 5],
    [2, 3, 7, 6],
    [3, 0, 4, 7],
  ] as const;
  const indices = faces.flatMap(([a, b, c, d]) => [a, b, c, a, c, d]);
  const accessor = (
    type: 'VEC2' | 'VEC3' | 'SCALAR',
    array: Float32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>,
  ) => document.createAccessor().setType(type).setArray(array).setBuffer(buffer);
  const material = document
    .createMaterial()
    .setBaseColorTexture(document.createTexture('green').setImage(greenKtx2()).setMimeType('image/ktx2'))
    .setExtension('KHR_materials_unlit', document.createExtension(KHRMaterialsUnlit).createUnlit());
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', accessor('VEC3', Float32Array.from(corners)))
    .setAttribute('TEXCOORD_0', accessor('VEC2', new Float32Array(16).fill(0.5)))
    .setAttribute('_BATCHID', accessor('SCALAR', new Float32Array(8).fill(1)))
    .setIndices(accessor('SCALAR', Uint16Array.from(indices)))
    .setMaterial(material);
  document
    .createScene()
    .addChild(document.createNode().setMesh(document.createMesh().addPrimitive(primitive)));
  document.createExtension(EXTMeshoptCompression).setRequired(true);
  document.createExtension(KHRTextureBasisu).setRequired(true);
  await MeshoptEncoder.ready;
  const io = new NodeIO()
    .registerExtensions([EXTMeshoptCompression, KHRTextureBasisu, KHRMaterialsUnlit])
    .registerDependencies({ 'meshopt.encoder': MeshoptEncoder });
  return io.writeBinary(document);
};

/** Writes the tileset, standing on earth at a place; the tower's batch is called `name`. */
export const writePackedTileset = async (
  folder: string,
  [lng, lat]: LngLat,
  heightMetres: number,
  name: string,
): Promise<void> => {
  const { east, north, up } = localAxesAt(lng, lat);
  const centre = geodeticToEcef({ lng, lat, heightMetres });
  const half = HIGH_METRES / 2;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'tower.b3dm'),
    b3dmOf(await glb(), { BATCH_LENGTH: 2 }, { name: ['nobody', name], height: [1, 2] }),
  );
  writeFileSync(
    join(folder, 'tileset.json'),
    JSON.stringify({
      asset: { version: '1.0' },
      geometricError: 500,
      root: {
        transform: [...east, 0, ...north, 0, ...up, 0, ...centre, 1],
        boundingVolume: { box: [0, 0, half, HALF_METRES, 0, 0, 0, HALF_METRES, 0, 0, 0, half] },
        geometricError: 0,
        refine: 'ADD',
        content: { uri: 'tower.b3dm' },
      },
    }),
  );
};
