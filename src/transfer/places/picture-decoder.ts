/** Pictures as pixels, to take colours from: by the browser where there is one, else PNG alone. */
import { decode, type DecodedPng } from 'fast-png';
import { readPictureHeader } from '../imagery/picture-header.ts';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha, row by row from the top, 0–255. */
  readonly rgba: Uint8Array | Uint8ClampedArray;
}
/** Null for what it cannot decode; that is no fault of the picture. */
export type DecodePicture = (bytes: Uint8Array, mime: string) => Promise<Pixels | null>;

/** A triangle's colour needs no more pixels than this along a side. */
const LONGEST_SIDE_PX = 2048;
/** More is no texture but a trap. */
const MOST_PIXELS = 70_000_000;

const tooLarge = (bytes: Uint8Array): boolean => {
  const header = readPictureHeader(bytes);
  return (header?.widthPx ?? 0) * (header?.heightPx ?? 0) > MOST_PIXELS;
};

export const decodeOnCanvas: DecodePicture = async (bytes, mime) => {
  if (tooLarge(bytes)) return null;
  const options = { premultiplyAlpha: 'none', colorSpaceConversion: 'none' } as const;
  const bitmap = await createImageBitmap(
    new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mime }),
    options,
  );
  try {
    const factor = Math.min(1, LONGEST_SIDE_PX / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * factor));
    const height = Math.max(1, Math.round(bitmap.height * factor));
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (!context) return null;
    // Fields of one colour beside each other must not run into each other.
    context.imageSmoothingEnabled = false;
    context.drawImage(bitmap, 0, 0, width, height);
    return { width, height, rgba: context.getImageData(0, 0, width, height).data };
  } finally {
    bitmap.close();
  }
};

/** One to four channels of 8 or 16 bits, or a palette. */
const rgbaOf = ({ data, width, height, channels, depth, palette }: DecodedPng): Uint8Array => {
  const out = new Uint8Array(width * height * 4);
  const shift = depth === 16 ? 257 : depth === 8 ? 1 : 1 / Math.floor(255 / (2 ** depth - 1));
  for (let i = 0; i < width * height; i++) {
    const at = i * channels;
    const value = (k: number): number => Math.round((data[at + k] as number) / shift);
    if (palette) {
      const [r = 0, g = 0, b = 0, a = 255] = palette[data[i] as number] ?? [];
      out.set([r, g, b, a], i * 4);
    } else if (channels <= 2) out.set([value(0), value(0), value(0), channels === 2 ? value(1) : 255], i * 4);
    else out.set([value(0), value(1), value(2), channels === 4 ? value(3) : 255], i * 4);
  }
  return out;
};

export const decodePngOnly: DecodePicture = async (bytes, mime) => {
  if (mime !== 'image/png' || tooLarge(bytes)) return null;
  const png = decode(bytes);
  return { width: png.width, height: png.height, rgba: rgbaOf(png) };
};

export const defaultDecoder = (): DecodePicture =>
  typeof OffscreenCanvas === 'function' && typeof createImageBitmap === 'function'
    ? decodeOnCanvas
    : decodePngOnly;
