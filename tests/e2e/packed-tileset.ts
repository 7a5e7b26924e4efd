/**
 * A tileset of one green tower as photogrammetry programs pack them: a batched model of 3D Tiles 1.0 whose mesh is packed with meshopt,
 * whose picture is a KTX2 of Basis Universal (UASTC), and whose batch table names the building.
 */
import { NodeIO } from '@gltf-transform/core';
import { EXTMeshoptCompression, KHRMaterialsUnlit, KHRTextureBasisu } from '@gltf-transform/extensions';
import { MeshoptEncoder } from 'meshoptimizer';
import type { LngLat } from '../../src/domain/records/base.ts';
import { b3dmOf } from '../../src/transfer/tiles/fixtures/small-tiles.ts';
import { type Block, blockDocument, writeBlockTileset } from './block-tileset.ts';
import { greenKtx2 } from './green-ktx2.ts';

const BLOCK: Block = { halfMetres: 60, highMetres: 160 };

const glb = async (): Promise<Uint8Array> => {
  const document = blockDocument(BLOCK, { bytes: greenKtx2(), mimeType: 'image/ktx2' }, 1);
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
  place: LngLat,
  heightMetres: number,
  name: string,
): Promise<void> =>
  writeBlockTileset(folder, place, heightMetres, BLOCK, {
    version: '1.0',
    uri: 'tower.b3dm',
    bytes: b3dmOf(await glb(), { BATCH_LENGTH: 2 }, { name: ['nobody', name], height: [1, 2] }),
  });
