/**
 * Undoes the predictor of big-endian files. geotiff.js 3.0.5 does it as if every file were little-endian: heights of 16 bits carry
 * into the wrong byte and floats come out reversed, without an error. Little-endian files keep the library's own way.
 */
import { getDecoder, type GeoTIFFImage } from 'geotiff';

type Window = [number, number, number, number];

interface Parameters {
  readonly tileWidth: number;
  readonly predictor: number;
  readonly bitsPerSample: ArrayLike<number> | number;
  readonly planarConfiguration: number;
}

type Read = (view: DataView, at: number) => number;
type Write = (view: DataView, at: number, value: number) => void;
const ACCESS: Readonly<Record<number, readonly [Read, Write]>> = {
  1: [(view, at) => view.getUint8(at), (view, at, value) => view.setUint8(at, value)],
  2: [(view, at) => view.getUint16(at), (view, at, value) => view.setUint16(at, value)],
  4: [(view, at) => view.getUint32(at), (view, at, value) => view.setUint32(at, value)],
};

/** Differences of neighbours → values, in whole numbers of the file's byte order. */
const addUp = (block: ArrayBuffer, rowBytes: number, stride: number, size: number): void => {
  const view = new DataView(block);
  const access = ACCESS[size];
  if (access === undefined) throw new Error(`predictor 2, ${size}`);
  const [read, write] = access;
  for (let row = 0; row + rowBytes <= block.byteLength; row += rowBytes)
    for (let at = row + stride * size; at + size <= row + rowBytes; at += size)
      write(view, at, read(view, at) + read(view, at - stride * size));
};

/** Differences of bytes, each row sorted by significance → floats, the most significant byte first. */
const gather = (block: ArrayBuffer, rowBytes: number, stride: number, size: number): void => {
  const bytes = new Uint8Array(block);
  const count = rowBytes / size;
  for (let row = 0; row + rowBytes <= bytes.length; row += rowBytes) {
    for (let i = stride; i < rowBytes; i++)
      bytes[row + i] = (bytes[row + i] as number) + (bytes[row + i - stride] as number);
    const sorted = bytes.slice(row, row + rowBytes);
    for (let i = 0; i < count; i++)
      for (let b = 0; b < size; b++) bytes[row + i * size + b] = sorted[b * count + i] as number;
  }
};

const undo = (
  block: ArrayBuffer,
  { tileWidth, predictor, bitsPerSample, planarConfiguration }: Parameters,
): ArrayBuffer => {
  const bits = typeof bitsPerSample === 'number' ? [bitsPerSample] : Array.from(bitsPerSample);
  const size = (bits[0] ?? 0) / 8;
  if (!Number.isInteger(size) || size < 1 || bits.some((other) => other !== bits[0]))
    throw new Error('predictor');
  const stride = planarConfiguration === 2 ? 1 : bits.length;
  const rowBytes = tileWidth * stride * size;
  if (predictor === 2) addUp(block, rowBytes, stride, size);
  else if (predictor === 3) gather(block, rowBytes, stride, size);
  else throw new Error(`predictor ${predictor}`);
  return block;
};

/** Looks like a pool of workers to geotiff.js, which asks it for a decoder; it decodes right here. */
const bigEndian = {
  bindParameters: (compression: number, parameters: Parameters) => ({
    decode: async (packed: ArrayBuffer): Promise<ArrayBuffer> => {
      const plain = await getDecoder(compression, { ...parameters, predictor: 1 } as never);
      const block = (await plain.decode(packed)) as ArrayBuffer;
      // What is not compressed comes as the very bytes of the file.
      return undo(block.slice(0), parameters);
    },
  }),
};

/** `window` and, for `readRasters` and `readRGB`, the decoder that this image needs. */
export const windowOf = async (
  image: GeoTIFFImage,
  window: Window,
): Promise<{ window: Window; pool?: never }> => {
  const predictor = image.littleEndian ? 1 : Number((await image.fileDirectory.loadValue('Predictor')) ?? 1);
  return predictor === 1 ? { window } : { window, pool: bigEndian as never };
};
