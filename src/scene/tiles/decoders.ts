/**
 * What tiles may be packed with, unpacked by code of this server. Draco and Basis come from three's own folder: its loaders name their
 * files relative to themselves, and the build copies what is named so.
 */
import type { WebGLRenderer } from 'three';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import { DRACO_GLTF_CONFIG, DRACOLoader } from 'three/addons/loaders/DRACOLoader.js';
import { KTX2Loader } from 'three/addons/loaders/KTX2Loader.js';

export interface Decoders {
  readonly dracoLoader: DRACOLoader;
  readonly ktxLoader: KTX2Loader;
  readonly meshoptDecoder: typeof MeshoptDecoder;
  dispose(): void;
}

export const createDecoders = (gl: WebGLRenderer): Decoders => {
  const dracoLoader = new DRACOLoader().setDecoderPath(DRACO_GLTF_CONFIG);
  const ktxLoader = new KTX2Loader().detectSupport(gl);
  return {
    dracoLoader,
    ktxLoader,
    meshoptDecoder: MeshoptDecoder,
    dispose: () => {
      dracoLoader.dispose();
      ktxLoader.dispose();
    },
  };
};
