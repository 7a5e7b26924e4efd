/**
 * Opens a GeoTIFF by ranges of its file, checks what its header claims before anything is unpacked, and reads its place.
 *
 * geotiff.js unpacks here, on the reader's own thread: no pool, no worker of its own.
 */
import { GeoTIFF, type GeoTIFFImage } from 'geotiff';
import type { DeclaredCrs } from '../places/place-set.ts';
import { Refused } from '../problem.ts';
import type { SourceFile } from '../source-file.ts';
import type { Affine } from '../imagery/affine.ts';
import { isUsable } from '../imagery/affine.ts';

/** A strip or tile of more bytes is not unpacked. */
const LARGEST_BLOCK_BYTES = 400_000_000;
/** No compression packs rasters of heights tighter; blocks that are absent are empty ground, in files made by GDAL. */
const TIGHTEST = 5000;
/** Overviews that are looked at. */
const MOST_IMAGES = 12;

export const damaged = (name: string, error: unknown): Refused => {
  const detail = error instanceof Error ? error.message : String(error);
  return new Refused(
    'geotiff.damaged',
    name,
    `“${name}”无法读取（${detail}），文件可能损坏，或使用了不支持的压缩方式。`,
    `“${name}” cannot be read (${detail}): it is damaged, or packed in a way that is not supported.`,
  );
};

/** The file as geotiff.js asks for it: buffers of their own, shorter where the file ends. */
const sourceOf = (file: SourceFile) => {
  const slice = async ({ offset, length }: { offset: number; length: number }): Promise<ArrayBuffer> => {
    if (!(offset >= 0) || !(length >= 0) || offset > file.size) throw new Error('offset beyond the file');
    const bytes = await file.read(offset, Math.min(offset + length, file.size));
    return bytes.slice().buffer;
  };
  return {
    fetch: (slices: { offset: number; length: number }[]) => Promise.all(slices.map(slice)),
    fetchSlice: async (at: { offset: number; length: number }) => ({ ...at, data: await slice(at) }),
    fileSize: file.size,
    close: async () => undefined,
  };
};

/** Bytes and reading of a whole number by its TIFF type: SHORT, LONG, IFD, LONG8. */
const WHOLE: Readonly<
  Record<number, readonly [bytes: number, read: (view: DataView, at: number, little: boolean) => number]>
> = {
  3: [2, (view, at, little) => view.getUint16(at, little)],
  4: [4, (view, at, little) => view.getUint32(at, little)],
  13: [4, (view, at, little) => view.getUint32(at, little)],
  16: [8, (view, at, little) => Number(view.getBigUint64(at, little))],
};

/**
 * Reads the tables of where strips and tiles lie, which geotiff.js 3.0.5 would read when it needs them, as little-endian whatever
 * the file is (its issue 535): files of big-endian machines in more than two strips could not be read.
 */
const settleTables = async (
  { fileDirectory, littleEndian }: GeoTIFFImage,
  file: SourceFile,
): Promise<void> => {
  const { deferredArrays, actualizedFields } = fileDirectory;
  for (const tag of [273, 279, 324, 325]) {
    const table = deferredArrays.get(tag);
    const whole = WHOLE[Number(table?.fieldType)];
    if (table === undefined || whole === undefined) continue;
    const [width, read] = whole;
    const bytes = await file.read(
      table.arrayOffset,
      Math.min(table.arrayOffset + table.length * width, file.size),
    );
    if (bytes.length < table.length * width) throw new Error('offsets');
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    actualizedFields.set(
      tag,
      Array.from({ length: table.length }, (_, i) => read(view, i * width, littleEndian)),
    );
    deferredArrays.delete(tag);
  }
};

/** Refuses what claims more than such a file can hold. */
const checkClaims = (image: GeoTIFFImage, file: SourceFile): void => {
  const [width, height, samples] = [image.getWidth(), image.getHeight(), image.getSamplesPerPixel()];
  const [blockWidth, blockHeight] = [image.getTileWidth(), image.getTileHeight()];
  const whole = [width, height, samples, blockWidth, blockHeight];
  if (!whole.every((value) => Number.isSafeInteger(value) && value > 0)) throw new Error('width, height');
  const bytes = image.getBytesPerPixel();
  if (!(bytes > 0) || blockWidth * Math.min(blockHeight, height) * bytes > LARGEST_BLOCK_BYTES)
    throw new Error(`${blockWidth} × ${blockHeight}`);
  if (width * height * bytes > file.size * TIGHTEST + 1_000_000) throw new Error(`${width} × ${height}`);
};

export interface OpenTiff {
  readonly image: GeoTIFFImage;
  /** Smaller copies of the image within the file, the largest first. */
  readonly overviews: readonly GeoTIFFImage[];
}

export const openTiff = async (file: SourceFile): Promise<OpenTiff> => {
  try {
    const tiff = await GeoTIFF.fromSource(sourceOf(file));
    const image = await tiff.getImage(0);
    checkClaims(image, file);
    await settleTables(image, file);
    const overviews: GeoTIFFImage[] = [];
    for (let i = 1; i < MOST_IMAGES; i++) {
      // A chain of directories that is broken, or runs in a circle, costs only the overviews.
      const next = await tiff.getImage(i).catch(() => null);
      if (next === null) break;
      const isReduced = ((next.fileDirectory.getValue('NewSubfileType') ?? 0) & 5) === 1;
      const before = overviews.at(-1) ?? image;
      if (
        isReduced &&
        next.getWidth() < before.getWidth() &&
        next.getSamplesPerPixel() === image.getSamplesPerPixel()
      ) {
        checkClaims(next, file);
        await settleTables(next, file);
        overviews.push(next);
      }
    }
    return { image, overviews };
  } catch (error) {
    throw error instanceof Refused ? error : damaged(file.name, error);
  }
};

type Keys = ReturnType<GeoTIFFImage['getGeoKeys']>;

export const geoKeysOf = (image: GeoTIFFImage): NonNullable<Keys> => {
  try {
    return image.getGeoKeys() ?? {};
  } catch {
    return {};
  }
};

const numbersOf = async (
  image: GeoTIFFImage,
  tag: 'ModelTiepoint' | 'ModelPixelScale' | 'ModelTransformation',
) => {
  if (!image.fileDirectory.hasTag(tag)) return null;
  const value: unknown = await image.fileDirectory.loadValue(tag).catch(() => null);
  if (value === null || typeof value !== 'object') return null;
  const numbers = Array.from(value as ArrayLike<unknown>).map(Number);
  return numbers.every(Number.isFinite) ? numbers : null;
};

/** GTRasterTypeGeoKey: 2 says that a height belongs to the point of its tie, not to the cell about it. */
const isPoint = (keys: NonNullable<Keys>): boolean => Number(keys.GTRasterTypeGeoKey) === 2;

/** Where the centres of cells lie; null where the file does not say it. */
export const affineOf = async (image: GeoTIFFImage): Promise<Affine | null> => {
  const shift = isPoint(geoKeysOf(image)) ? 0 : 0.5;
  const matrix = await numbersOf(image, 'ModelTransformation');
  if (matrix !== null && matrix.length >= 8) {
    const [ax, bx, , x, ay, by, , y] = matrix as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const affine = { x0: x + (ax + bx) * shift, y0: y + (ay + by) * shift, ax, ay, bx, by };
    return isUsable(affine) ? affine : null;
  }
  const tie = await numbersOf(image, 'ModelTiepoint');
  const scale = await numbersOf(image, 'ModelPixelScale');
  if (tie === null || scale === null || tie.length < 6) return null;
  const [i, j, , x, y] = tie as [number, number, number, number, number];
  const [ax, down] = scale as [number, number];
  const affine = { x0: x + (shift - i) * ax, y0: y - (shift - j) * down, ax, ay: 0, bx: 0, by: -down };
  return isUsable(affine) ? affine : null;
};

const citationIn = (keys: NonNullable<Keys>): string | null => {
  const texts = [keys.PCSCitationGeoKey, keys.GTCitationGeoKey, keys.GeogCitationGeoKey].filter(
    (text) => typeof text === 'string',
  );
  // Esri's software puts the whole definition there.
  const definition = texts
    .map((text) => /(?:PROJCS|GEOGCS|PROJCRS|GEOGCRS)\[.*\]/s.exec(text)?.[0])
    .find((text) => text !== undefined);
  const plain = texts.map((text) => text.replace(/[|\0].*$/s, '').trim()).find((text) => text !== '');
  return definition ?? plain ?? null;
};

/** `EPSG:32611`; the text of its citation where the system has no number. */
export const crsOf = (image: GeoTIFFImage): DeclaredCrs | null => {
  const keys = geoKeysOf(image);
  const code = (value: unknown): number | null => {
    const number = Number(value);
    return Number.isInteger(number) && number > 0 && number < 32_767 ? number : null;
  };
  const projected = code(keys.ProjectedCSTypeGeoKey);
  if (projected !== null) return { text: `EPSG:${projected}`, where: 'ProjectedCSTypeGeoKey' };
  const citation = citationIn(keys);
  const isProjected = Number(keys.GTModelTypeGeoKey) === 1;
  const geographic = code(keys.GeographicTypeGeoKey);
  if (geographic !== null && !isProjected)
    return { text: `EPSG:${geographic}`, where: 'GeographicTypeGeoKey' };
  return citation === null ? null : { text: citation, where: 'GTCitationGeoKey' };
};
