/** The JSON and the binary chunk of a glTF 2.0 file: `.glb`, `.gltf`, or a `.b3dm` tile around a GLB. */
import { type Problems, Refused } from '../problem.ts';
import type { SourceFile } from '../source-file.ts';
import { type BatchTable, isB3dm, readB3dm } from '../tiles/b3dm.ts';
import { type JsonRecord, parseJsonObject, recordOf, textOf } from './json-value.ts';

export interface GltfContainer {
  readonly format: 'glb' | 'gltf';
  readonly version: string;
  readonly json: JsonRecord;
  /** The first BIN chunk; null where there is none. */
  readonly binary: Uint8Array | null;
  /** Of a b3dm tile. */
  readonly batchTable: BatchTable | null;
  readonly rtcCentre: readonly [number, number, number] | null;
}

const MAGIC_GLTF = 0x46546c67;
const CHUNK_JSON = 0x4e4f534a;
const CHUNK_BIN = 0x004e4942;

const refuseVersion = (name: string, version: string): never => {
  throw new Refused(
    'gltf.version',
    name,
    `这是 glTF ${version} 文件，只支持 2.0。请用建模软件重新导出为 glTF 2.0（.glb）。`,
    `This is glTF ${version}; only 2.0 can be read. Export it again as glTF 2.0 (.glb).`,
  );
};

const damaged = (name: string, zh: string, en: string): Refused =>
  new Refused('gltf.container', name, `${zh}文件可能没有传完整。`, `${en} The file may be incomplete.`);

interface Chunks {
  readonly json: Uint8Array;
  readonly binary: Uint8Array | null;
}

const readChunks = (bytes: Uint8Array, name: string, problems: Problems): Chunks => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 20) throw damaged(name, 'GLB 文件头不完整。', 'The header of the GLB is cut off.');
  const version = view.getUint32(4, true);
  if (version !== 2) refuseVersion(name, `${version}`);
  const declared = view.getUint32(8, true);
  if (declared !== bytes.length)
    problems.add('gltf.length', 'warning', name, () => [
      `文件头说有 ${declared} 字节，实际 ${bytes.length} 字节。`,
      `The header declares ${declared} bytes; the file has ${bytes.length}.`,
    ]);
  let json: Uint8Array | null = null;
  let binary: Uint8Array | null = null;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at, true);
    const kind = view.getUint32(at + 4, true);
    const chunk = bytes.subarray(at + 8, at + 8 + length);
    if (kind === CHUNK_JSON && json === null) {
      if (chunk.length < length)
        throw damaged(name, 'GLB 的 JSON 段不完整。', 'The JSON chunk of the GLB is cut off.');
      json = chunk;
    } else if (kind === CHUNK_BIN && binary === null) {
      if (chunk.length < length)
        problems.add('gltf.binary.cutOff', 'warning', name, () => [
          `二进制段应有 ${length} 字节，只有 ${chunk.length} 字节：文件没有传完整，缺少的部分略去。`,
          `The binary chunk should have ${length} bytes but has ${chunk.length}: the file is incomplete, what is missing is left out.`,
        ]);
      binary = chunk;
    }
    at += 8 + length;
  }
  if (json === null) throw damaged(name, 'GLB 里没有 JSON 段。', 'The GLB has no JSON chunk.');
  return { json, binary };
};

const checkVersion = (json: JsonRecord, name: string): string => {
  const asset = recordOf(json['asset']);
  const version = textOf(asset?.['version']);
  // glTF 1.0 may lack `asset.version`, but keeps its lists as objects by name.
  if (version === null && recordOf(json['meshes']) !== null) refuseVersion(name, '1.0');
  if (version === null)
    throw new Refused(
      'gltf.asset',
      'asset.version',
      '文件没有写明 glTF 版本（asset.version），不是 glTF 2.0 模型。',
      'The file names no glTF version (asset.version): it is no glTF 2.0 model.',
    );
  if (!/^2\.\d/.test(version)) refuseVersion(name, version);
  return version;
};

const magicOf = (bytes: Uint8Array): number =>
  bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);

export const openContainer = (bytes: Uint8Array, file: SourceFile, problems: Problems): GltfContainer => {
  const { name } = file;
  if (isB3dm(bytes)) {
    const { glb, batchTable, rtcCentre } = readB3dm(bytes, name);
    return { ...openContainer(glb, file, problems), batchTable, rtcCentre };
  }
  if (magicOf(bytes) === MAGIC_GLTF) {
    const chunks = readChunks(bytes, name, problems);
    const json = parseJsonObject(chunks.json, 'gltf.json', name);
    const version = checkVersion(json, name);
    return { format: 'glb', version, json, binary: chunks.binary, batchTable: null, rtcCentre: null };
  }
  const first = bytes.find((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
  if (first !== 0x7b)
    throw new Refused(
      'gltf.unknown',
      name,
      `“${name}”不是 glTF 模型：既不是 GLB，也不是 JSON。支持 .glb 和 .gltf（2.0）。`,
      `“${name}” is no glTF model: neither GLB nor JSON. Readable are .glb and .gltf (2.0).`,
    );
  const json = parseJsonObject(bytes, 'gltf.json', name);
  return {
    format: 'gltf',
    version: checkVersion(json, name),
    json,
    binary: null,
    batchTable: null,
    rtcCentre: null,
  };
};
