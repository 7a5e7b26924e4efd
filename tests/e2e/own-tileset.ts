/** A tileset of one green block, made for the test: earth-centred, packed with Draco, its texture within the file, lit by itself. */
import { NodeIO } from '@gltf-transform/core';
import { KHRDracoMeshCompression, KHRMaterialsUnlit } from '@gltf-transform/extensions';
import draco3d from 'draco3dgltf';
import { encode } from 'fast-png';
import type { LngLat } from '../../src/domain/records/base.ts';
import { type Block, blockDocument, writeBlockTileset } from './block-tileset.ts';

const BLOCK: Block = { halfMetres: 140, highMetres: 90 };

const glb = async (): Promise<Uint8Array> => {
  const green = encode({
    width: 2,
    height: 2,
    channels: 3,
    depth: 8,
    data: Uint8Array.from({ length: 12 }, (_, at) => (at % 3 === 1 ? 255 : 0)),
  });
  const document = blockDocument(BLOCK, { bytes: green, mimeType: 'image/png' });
  document.createExtension(KHRDracoMeshCompression).setRequired(true);
  const io = new NodeIO()
    .registerExtensions([KHRDracoMeshCompression, KHRMaterialsUnlit])
    .registerDependencies({ 'draco3d.encoder': await draco3d.createEncoderModule() });
  return io.writeBinary(document);
};

/** Writes the tileset into the folder, standing on earth at a place. */
export const writeOwnTileset = async (folder: string, place: LngLat, heightMetres: number): Promise<void> =>
  writeBlockTileset(folder, place, heightMetres, BLOCK, {
    version: '1.1',
    uri: 'Data/绿.glb',
    bytes: await glb(),
  });
