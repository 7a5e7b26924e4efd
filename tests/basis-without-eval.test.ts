/** KTX2 textures are unpacked under a policy that lets no text become code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { withoutEval } from '../scripts/lib/basis-without-eval.mjs';
import { greenKtx2 } from './e2e/green-ktx2.ts';

const folder = join(import.meta.dirname, '../node_modules/three/examples/jsm/libs/basis');
const code = readFileSync(join(folder, 'basis_transcoder.js'), 'utf8');
const wasm = readFileSync(join(folder, 'basis_transcoder.wasm'));

type Ktx2File = Readonly<Record<string, (() => unknown) | undefined>> & {
  close(): void;
  delete(): void;
};
interface Basis {
  initializeBasis(): void;
  KTX2File: new (bytes: Uint8Array) => Ktx2File;
}

/** As a worker of the page runs it: WebAssembly yes, text as code no; or, for a second opinion, with both. */
const start = async (script: string, strings = false): Promise<Basis> => {
  const context = createContext(
    { WebAssembly, TextDecoder, Uint8Array, console, setTimeout, performance, URL },
    { codeGeneration: { strings, wasm: true } },
  );
  runInContext(`${script};globalThis.BASIS_FACTORY = BASIS;`, context);
  const factory = (context as { BASIS_FACTORY: (options: object) => Promise<Basis> }).BASIS_FACTORY;
  const basis = await factory({ wasmBinary: wasm });
  basis.initializeBasis();
  return basis;
};

/** The head of a KTX2 file: 8 × 4 pixels, one level, Zstandard-packed UASTC of 16 bytes that are none. */
const headed = (): Uint8Array => {
  const bytes = new Uint8Array(300);
  bytes.set([0xab, 0x4b, 0x54, 0x58, 0x20, 0x32, 0x30, 0xbb, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(bytes.buffer);
  // Type size, width, height, depth, layers, faces, levels, supercompression; then the description of the data.
  [1, 8, 4, 0, 0, 1, 1, 0, 104, 44].forEach((value, k) => view.setUint32(16 + 4 * k, value, true));
  view.setUint32(80, 148, true);
  view.setUint32(88, 32, true);
  view.setUint32(96, 32, true);
  [44, 0, 2 | (40 << 16), 166 | (1 << 8) | (2 << 16), 3 | (3 << 8)].forEach((value, k) =>
    view.setUint32(104 + 4 * k, value, true),
  );
  return bytes;
};

const ANSWERS = [
  'isValid',
  'getWidth',
  'getHeight',
  'getFaces',
  'getLayers',
  'getLevels',
  'isUASTC',
  'isETC1S',
  'getHasAlpha',
  'getDFDSize',
  'getDFDColorModel',
  'startTranscoding',
] as const;
const answersOf = (basis: Basis, bytes: Uint8Array): unknown[] => {
  const file = new basis.KTX2File(bytes);
  const answers = ANSWERS.map((name) => file[name]?.());
  file.close();
  file.delete();
  return answers;
};

describe('the unpacker of KTX2', () => {
  it('as it comes cannot start where text must not become code: the test below can fail', async () => {
    await expect(start(code)).rejects.toThrow(/Code generation from strings/);
  });
  it('answers without as it does with', async () => {
    const [own, original] = [await start(withoutEval(code)), await start(code, true)];
    for (const bytes of [headed(), new Uint8Array(300), headed().subarray(0, 90), new Uint8Array()])
      expect(answersOf(own, bytes)).toEqual(answersOf(original, bytes));
    expect(answersOf(own, headed()).slice(0, 3)).toEqual([true, 8, 4]);
  });
  it('is looked at again when it changes', () => {
    expect(() => withoutEval(code.replace('newFunc(Function,args)', 'other(args)'))).toThrow(/has changed/);
  });
});

describe('a whole picture', () => {
  it('is unpacked without text becoming code: one green block of UASTC', async () => {
    const basis = await start(withoutEval(code));
    const file = new basis.KTX2File(greenKtx2()) as unknown as {
      isValid(): boolean;
      isUASTC(): boolean;
      startTranscoding(): boolean;
      getImageTranscodedSizeInBytes(level: number, layer: number, face: number, format: number): number;
      transcodeImage(
        into: Uint8Array,
        level: number,
        layer: number,
        face: number,
        format: number,
        flags: number,
        channel0: number,
        channel1: number,
      ): boolean;
      close(): void;
    };
    /** 13 is RGBA, eight bits a channel. */
    const RGBA = 13;
    expect([file.isValid(), file.isUASTC(), Boolean(file.startTranscoding())]).toEqual([true, true, true]);
    const bytes = new Uint8Array(file.getImageTranscodedSizeInBytes(0, 0, 0, RGBA));
    expect(Boolean(file.transcodeImage(bytes, 0, 0, 0, RGBA, 0, -1, -1))).toBe(true);
    expect(bytes).toHaveLength(64);
    for (let at = 0; at < 64; at += 4) expect([...bytes.subarray(at, at + 4)]).toEqual([0, 255, 0, 255]);
    file.close();
  });
});
