/**
 * Draco and meshopt, started when the first compressed mesh asks for them. Both are WebAssembly: `'wasm-unsafe-eval'` is all they
 * need, no `eval`, no worker of their own, nothing from outside.
 *
 * meshopt carries its WebAssembly within its script. Draco's is a file (190 KB): the page hands it over (`draco-wasm.ts` gives it
 * from the built application), in Node the package finds it beside its own script.
 */
import type { DracoModule } from 'draco3dgltf/draco_decoder_gltf_nodejs.js';
import type { MeshoptDecoder } from 'meshoptimizer/decoder';
import { Unusable } from './unusable.ts';

/** Gives the bytes of `draco_decoder_gltf.wasm`. */
export type LoadDracoWasm = () => Promise<Uint8Array>;

export interface Decoders {
  draco(): Promise<DracoModule>;
  meshopt(): Promise<typeof MeshoptDecoder>;
  /** After a decoder has broken off in the middle, its memory is in disorder: the next one starts anew. */
  forgetDraco(): void;
}

const unavailable = (name: string, error: unknown): Unusable => {
  const detail = error instanceof Error ? error.message : String(error);
  return new Unusable(
    'gltf.decoder',
    `无法启动 ${name} 解码器（${detail}），压缩的网格略去。请导出为未压缩的 glTF。`,
    `The ${name} decoder does not start (${detail}), compressed meshes are left out. Export without compression.`,
  );
};

export const createDecoders = (dracoWasm?: LoadDracoWasm): Decoders => {
  let draco: Promise<DracoModule> | null = null;
  let meshopt: Promise<typeof MeshoptDecoder> | null = null;
  const startDraco = async (): Promise<DracoModule> => {
    try {
      const { default: create } = await import('draco3dgltf/draco_decoder_gltf_nodejs.js');
      const wasm = await dracoWasm?.();
      return await create(wasm === undefined ? {} : { wasmBinary: wasm });
    } catch (error) {
      throw unavailable('Draco', error);
    }
  };
  const startMeshopt = async (): Promise<typeof MeshoptDecoder> => {
    try {
      const { MeshoptDecoder: decoder } = await import('meshoptimizer/decoder');
      await decoder.ready;
      return decoder;
    } catch (error) {
      throw unavailable('meshopt', error);
    }
  };
  return {
    draco: () => {
      draco ??= startDraco();
      return draco;
    },
    meshopt: () => {
      meshopt ??= startMeshopt();
      return meshopt;
    },
    forgetDraco: () => {
      draco = null;
    },
  };
};
