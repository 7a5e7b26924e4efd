/** A tileset of one green block, made for the test: earth-centred, packed with Draco, its texture within the file, lit by itself. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, NodeIO } from '@gltf-transform/core';
import { KHRDracoMeshCompression, KHRMaterialsUnlit } from '@gltf-transform/extensions';
import draco3d from 'draco3dgltf';
import { encode } from 'fast-png';
import type { LngLat } from '../../src/domain/records/base.ts';
import { geodeticToEcef, localAxesAt } from '../../src/geometry/ecef.ts';

const HALF_METRES = 140;
const HIGH_METRES = 90;

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
  const green = encode({
    width: 2,
    height: 2,
    channels: 3,
    depth: 8,
    data: Uint8Array.from({ length: 12 }, (_, at) => (at % 3 === 1 ? 255 : 0)),
  });
  const material = document
    .createMaterial()
    .setBaseColorTexture(document.createTexture('green').setImage(green).setMimeType('image/png'))
    .setExtension('KHR_materials_unlit', document.createExtension(KHRMaterialsUnlit).createUnlit());
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', accessor('VEC3', Float32Array.from(corners)))
    .setAttribute('TEXCOORD_0', accessor('VEC2', new Float32Array(16).fill(0.5)))
    .setIndices(accessor('SCALAR', Uint16Array.from(indices)))
    .setMaterial(material);
  document
    .createScene()
    .addChild(document.createNode().setMesh(document.createMesh().addPrimitive(primitive)));
  document.createExtension(KHRDracoMeshCompression).setRequired(true);
  const io = new NodeIO()
    .registerExtensions([KHRDracoMeshCompression, KHRMaterialsUnlit])
    .registerDependencies({ 'draco3d.encoder': await draco3d.createEncoderModule() });
  return io.writeBinary(document);
};

/** Writes the tileset into the folder, standing on earth at a place. */
export const writeOwnTileset = async (
  folder: string,
  [lng, lat]: LngLat,
  heightMetres: number,
): Promise<void> => {
  const { east, north, up } = localAxesAt(lng, lat);
  const centre = geodeticToEcef({ lng, lat, heightMetres });
  const half = HIGH_METRES / 2;
  const box = [0, 0, half, HALF_METRES, 0, 0, 0, HALF_METRES, 0, 0, 0, half];
  mkdirSync(join(folder, 'Data'), { recursive: true });
  writeFileSync(join(folder, 'Data', '绿.glb'), await glb());
  writeFileSync(
    join(folder, 'tileset.json'),
    JSON.stringify({
      asset: { version: '1.1' },
      geometricError: 500,
      root: {
        transform: [...east, 0, ...north, 0, ...up, 0, ...centre, 1],
        boundingVolume: { box },
        geometricError: 0,
        refine: 'ADD',
        content: { uri: 'Data/绿.glb' },
      },
    }),
  );
};
