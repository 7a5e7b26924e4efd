/** A tileset of one block standing on earth, made for the test; how its mesh and its picture are packed is the caller's. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Document, type GLTF } from '@gltf-transform/core';
import { KHRMaterialsUnlit } from '@gltf-transform/extensions';
import type { LngLat } from '../../src/domain/records/base.ts';
import { geodeticToEcef, localAxesAt } from '../../src/geometry/ecef.ts';

export interface Block {
  readonly halfMetres: number;
  readonly highMetres: number;
}

/** Lit by itself, in the colour in the middle of its picture. */
export const blockDocument = (
  { halfMetres: h, highMetres: top }: Block,
  picture: { readonly bytes: Uint8Array; readonly mimeType: string },
  batch: number | null = null,
): Document => {
  const document = new Document();
  const buffer = document.createBuffer();
  const accessor = (type: GLTF.AccessorType, array: Float32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>) =>
    document.createAccessor().setType(type).setArray(array).setBuffer(buffer);
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
  const texture = document.createTexture('picture').setImage(picture.bytes).setMimeType(picture.mimeType);
  const material = document
    .createMaterial()
    .setBaseColorTexture(texture)
    .setExtension('KHR_materials_unlit', document.createExtension(KHRMaterialsUnlit).createUnlit());
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', accessor('VEC3', Float32Array.from(corners)))
    .setAttribute('TEXCOORD_0', accessor('VEC2', new Float32Array(16).fill(0.5)))
    .setIndices(accessor('SCALAR', Uint16Array.from(indices)))
    .setMaterial(material);
  if (batch !== null) primitive.setAttribute('_BATCHID', accessor('SCALAR', new Float32Array(8).fill(batch)));
  document
    .createScene()
    .addChild(document.createNode().setMesh(document.createMesh().addPrimitive(primitive)));
  return document;
};

/** Writes `tileset.json` and its one file into the folder. */
export const writeBlockTileset = (
  folder: string,
  [lng, lat]: LngLat,
  heightMetres: number,
  { halfMetres, highMetres }: Block,
  { version, uri, bytes }: { readonly version: string; readonly uri: string; readonly bytes: Uint8Array },
): void => {
  const { east, north, up } = localAxesAt(lng, lat);
  const centre = geodeticToEcef({ lng, lat, heightMetres });
  const half = highMetres / 2;
  mkdirSync(dirname(join(folder, uri)), { recursive: true });
  writeFileSync(join(folder, uri), bytes);
  writeFileSync(
    join(folder, 'tileset.json'),
    JSON.stringify({
      asset: { version },
      geometricError: 500,
      root: {
        transform: [...east, 0, ...north, 0, ...up, 0, ...centre, 1],
        boundingVolume: { box: [0, 0, half, halfMetres, 0, 0, 0, halfMetres, 0, 0, 0, half] },
        geometricError: 0,
        refine: 'ADD',
        content: { uri },
      },
    }),
  );
};
