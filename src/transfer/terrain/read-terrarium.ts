/**
 * Elevation tiles as pictures: Terrarium (R·256 + G + B/256 − 32768 metres) or Mapbox terrain-rgb (−10000 + 0.1·(R·65536 + G·256 + B)).
 * Which one, is guessed where nobody says it: by how many heights are possible on earth, then by which land is the smoother.
 * The tile's address (`13/6545/3213.png`, `13_6545_3213.png`) says where it lies, in web Mercator.
 */
import { convertIndexedToRgb, decode } from 'fast-png';
import type { Affine } from '../imagery/affine.ts';
import { readPictureHeader } from '../imagery/picture-header.ts';
import type { PlaceSet } from '../places/place-set.ts';
import { Problems, Refused } from '../problem.ts';
import type { SourceFile } from '../source-file.ts';
import { Decimator } from './decimator.ts';
import type { TerrainOptions } from './read-ascii-grid.ts';
import { MAX_CELLS, terrainSet } from './terrain-set.ts';

export type HeightEncoding = 'terrarium' | 'mapbox';

export interface TerrariumOptions extends TerrainOptions {
  /** Path of the tile, where the file's own name is only its last part: `13/6545/3213.png`. */
  readonly path?: string;
  readonly encoding?: HeightEncoding;
}

const LARGEST_SIDE_PX = 8192;
const MOST_BYTES = 200_000_000;
/** Half the width of the web Mercator square, metres. */
const HALF_WORLD_METRES = Math.PI * 6_378_137;
const DEEPEST_ZOOM = 24;

/** Zoom, column, row at the end of a path; null where there are none that can be. */
const addressIn = (path: string): readonly [z: number, x: number, y: number] | null => {
  const found = /(?:^|[^\d])(\d{1,2})[/\\_-](\d{1,8})[/\\_-](\d{1,8})(?:@2x)?\.[a-z]+$/i.exec(path);
  if (found === null) return null;
  const [z, x, y] = found.slice(1).map(Number) as [number, number, number];
  return z <= DEEPEST_ZOOM && x < 2 ** z && y < 2 ** z ? [z, x, y] : null;
};

const affineOf = ([z, x, y]: readonly [number, number, number], columns: number, rows: number): Affine => {
  const side = (2 * HALF_WORLD_METRES) / 2 ** z;
  const [ax, by] = [side / columns, -side / rows];
  return {
    x0: x * side - HALF_WORLD_METRES + ax / 2,
    y0: HALF_WORLD_METRES - y * side + by / 2,
    ax,
    ay: 0,
    bx: 0,
    by,
  };
};

const HEIGHTS: Readonly<Record<HeightEncoding, (r: number, g: number, b: number) => number>> = {
  terrarium: (r, g, b) => r * 256 + g + b / 256 - 32_768,
  mapbox: (r, g, b) => -10_000 + 0.1 * (r * 65_536 + g * 256 + b),
};

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: ArrayLike<number>;
  /** 256 for 16-bit pictures, whose upper byte counts. */
  readonly divisor: number;
}

const refuse = (name: string, zh: string, en: string): never => {
  throw new Refused('terrarium.png', name, `“${name}”${zh}`, `“${name}” ${en}`);
};

const decodePixels = (bytes: Uint8Array, name: string): Pixels => {
  const header = readPictureHeader(bytes);
  if (header?.mime !== 'image/png') return refuse(name, '不是 PNG 高程瓦片。', 'is no PNG tile of heights.');
  const side = Math.max(header.widthPx ?? 0, header.heightPx ?? 0);
  if (side === 0 || side > LARGEST_SIDE_PX)
    return refuse(
      name,
      `边长 ${side} 像素，超出 1 到 ${LARGEST_SIDE_PX}。`,
      `has a side of ${side} px, not 1 to ${LARGEST_SIDE_PX}.`,
    );
  let decoded: ReturnType<typeof decode>;
  try {
    decoded = decode(bytes);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return refuse(name, `损坏（${detail}）。`, `is damaged (${detail}).`);
  }
  const { width, height, depth } = decoded;
  const [data, channels] =
    decoded.palette === undefined
      ? [decoded.data, decoded.channels]
      : [convertIndexedToRgb(decoded), decoded.palette[0]?.length ?? 3];
  if (channels < 3)
    return refuse(name, '是灰度图，不是高程瓦片。', 'is a picture in grey, no tile of heights.');
  if (data.length < width * height * channels)
    return refuse(name, '像素不完整。', 'has not all of its pixels.');
  return { width, height, channels, data, divisor: depth === 16 ? 256 : 1 };
};

/** Heights of one row; transparent pixels, and black ones, hold nothing. */
const rowOf = (
  { width, channels, data, divisor }: Pixels,
  j: number,
  encoding: HeightEncoding,
): Float64Array => {
  const height = HEIGHTS[encoding];
  const row = new Float64Array(width);
  for (let i = 0; i < width; i++) {
    const at = (j * width + i) * channels;
    const byte = (k: number): number => Math.floor((data[at + k] as number) / divisor);
    const [r, g, b] = [byte(0), byte(1), byte(2)];
    const nothing = (channels === 4 && byte(3) === 0) || (r === 0 && g === 0 && b === 0);
    row[i] = nothing ? Number.NaN : height(r, g, b);
  }
  return row;
};

/** Share of heights that are possible on earth, and the mean step between neighbours, of a sample of rows. */
const plausibility = (pixels: Pixels, encoding: HeightEncoding): { possible: number; step: number } => {
  let [known, possible, steps, sum] = [0, 0, 0, 0];
  for (let j = 0; j < pixels.height; j += Math.max(1, Math.floor(pixels.height / 64))) {
    const row = rowOf(pixels, j, encoding);
    row.forEach((height, i) => {
      if (Number.isNaN(height)) return;
      known++;
      if (height > -500 && height < 9000) possible++;
      const before = row[i - 1] ?? Number.NaN;
      if (Number.isNaN(before)) return;
      steps++;
      sum += Math.abs(height - before);
    });
  }
  return { possible: known === 0 ? 0 : possible / known, step: steps === 0 ? 0 : sum / steps };
};

const guess = (pixels: Pixels, problems: Problems): HeightEncoding => {
  const [terrarium, mapbox] = [plausibility(pixels, 'terrarium'), plausibility(pixels, 'mapbox')];
  const clear = Math.abs(terrarium.possible - mapbox.possible) > 0.1;
  const isMapbox = clear ? mapbox.possible > terrarium.possible : mapbox.step < terrarium.step;
  if (isMapbox)
    problems.add('terrarium.encoding', 'note', '', () => [
      '按 Mapbox terrain-rgb 编码读取（按数值推断）。',
      'Read as Mapbox terrain-rgb, as its values suggest.',
    ]);
  return isMapbox ? 'mapbox' : 'terrarium';
};

export const readTerrarium = async (file: SourceFile, options: TerrariumOptions = {}): Promise<PlaceSet> => {
  options.signal?.throwIfAborted();
  const problems = new Problems();
  if (file.size > MOST_BYTES)
    refuse(file.name, '太大，不是高程瓦片。', 'is too large for a tile of heights.');
  const pixels = decodePixels(await file.read(0, file.size), file.name);
  const encoding = options.encoding ?? guess(pixels, problems);
  const { width, height } = pixels;
  const decimator = new Decimator(width, height, options.maxCells ?? MAX_CELLS);
  for (let j = 0; j < height; j++) decimator.add(rowOf(pixels, j, encoding));
  const address = addressIn(options.path ?? file.name);
  options.report?.(file.size, file.size);
  return terrainSet({
    format: 'terrarium',
    version: encoding,
    crs: address === null ? null : { text: 'EPSG:3857', where: address.join('/') },
    raster: decimator.raster(address === null ? null : affineOf(address, width, height)),
    problems,
    counts: { sourceColumns: width, sourceRows: height, thinnedBy: decimator.factor },
  });
};
