/**
 * Draco's WebAssembly as a file of the built application, for `GltfOptions.dracoWasm`: `readGltf(file, { dracoWasm })` in the page
 * or in a worker. Not for Node, which needs none (see `decoders.ts`).
 */
import url from 'draco3dgltf/draco_decoder_gltf.wasm?url';

export const dracoWasm = async (): Promise<Uint8Array> => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  return new Uint8Array(await answer.arrayBuffer());
};
