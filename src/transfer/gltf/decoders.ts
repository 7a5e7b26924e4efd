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

/** Starting takes 10 ms: once for all files, as long as nothing breaks off. */
const started = new Map<LoadDracoWasm | undefined, Promise<DracoModule>>();

export const createDecoders = (dracoWasm?: LoadDracoWasm): Decoders => {
  const startDraco = async (): Promise<DracoModule> => {
    try {
      const { default: create } = await import('draco3dgltf/draco_decoder_gltf_nodejs.js');
      const wasm = await dracoWasm?.();
      return await create(wasm === undefined ? {} : { wasmBinary: wasm });
    } catch (error) {
      started.delete(dracoWasm);
      throw unavailable('Draco', error);
    }
  };
  return {
    draco: () => {
      const known = started.get(dracoWasm) ?? startDraco();
      started.set(dracoWasm, known);
      return known;
    },
    meshopt: async () => {
      try {
        const { MeshoptDecoder: decoder } = await import('meshoptimizer/decoder');
        await decoder.ready;
        return decoder;
      } catch (error) {
        throw unavailable('meshopt', error);
      }
    },
    forgetDraco: () => {
      started.delete(dracoWasm);
    },
  };
};
