/** Heights of a GeoTIFF's first band, thinned while they are read, so that a raster of any size takes bounded memory. */
import type { GeoTIFFImage } from 'geotiff';
import type { Pace } from '../pace.ts';
import type { Problems } from '../problem.ts';
import { Decimator } from './decimator.ts';
import { geoKeysOf } from './geotiff-file.ts';
import { windowOf } from './geotiff-predictor.ts';

/** Cells that are unpacked at a time, but at least one row of blocks. */
const BAND_CELLS = 2_000_000;
/** Values that stand for nothing in files that do not say so. */
const USUAL_NOTHING = new Set([-32_768, -9999, -99_999, -32_767, 32_767]);
const ABSURD = 1e30;
/** EPSG codes of units of height, in metres. */
const FEET: Readonly<Record<number, number>> = { 9002: 0.3048, 9003: 1200 / 3937, 9005: 0.304_797_265_4 };

/** Scale and offset of the band's values (GDAL), and of their unit. */
const readScale = async (
  image: GeoTIFFImage,
  problems: Problems,
): Promise<readonly [scale: number, offset: number]> => {
  const metadata = { ...(await image.getGDALMetadata(0).catch(() => null)) };
  const number = (value: unknown, otherwise: number): number => {
    const parsed = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
    return Number.isFinite(parsed) ? parsed : otherwise;
  };
  const [scale, offset] = [number(metadata['SCALE'], 1), number(metadata['OFFSET'], 0)];
  const unit = FEET[Number(geoKeysOf(image).VerticalUnitsGeoKey)] ?? 1;
  if (unit !== 1)
    problems.add('geotiff.feet', 'note', 'VerticalUnitsGeoKey', () => [
      '高程以英尺为单位，已换算为米。',
      'Heights are in feet; they were turned into metres.',
    ]);
  return [scale * unit, offset * unit];
};

const nothingOf = (image: GeoTIFFImage): number | null => {
  try {
    const value = image.getGDALNoData();
    return typeof value === 'number' && !Number.isNaN(value) ? value : null;
  } catch {
    return null;
  }
};

export const readHeights = async (
  image: GeoTIFFImage,
  maxCells: number,
  pace: Pace,
  fileBytes: number,
  problems: Problems,
): Promise<Decimator> => {
  const [width, height] = [image.getWidth(), image.getHeight()];
  const declared = nothingOf(image);
  const [scale, offset] = await readScale(image, problems);
  const decimator = new Decimator(width, height, maxCells);
  const block = image.getTileHeight();
  const band = block * Math.max(1, Math.floor(BAND_CELLS / (width * block)));
  let guessed = 0;
  const row = new Float64Array(width);
  for (let top = 0; top < height; top += band) {
    await pace((top / height) * fileBytes);
    const bottom = Math.min(top + band, height);
    const [values] = await image.readRasters({
      ...(await windowOf(image, [0, top, width, bottom])),
      samples: [0],
    });
    if (typeof values !== 'object' || values.length < width * (bottom - top)) throw new Error('raster');
    for (let j = 0; j < bottom - top; j++) {
      for (let i = 0; i < width; i++) {
        const value = Number(values[j * width + i]);
        const isUsual = declared === null && USUAL_NOTHING.has(value);
        if (isUsual) guessed++;
        // A float32 of the declared value, too: 3.4e38 is never written in full.
        const isNothing = isUsual || value === declared || value === Math.fround(declared ?? Number.NaN);
        row[i] = isNothing || !(Math.abs(value) < ABSURD) ? Number.NaN : value * scale + offset;
      }
      decimator.add(row);
    }
  }
  if (guessed > 0)
    problems.add('geotiff.nothing', 'note', '', () => [
      `文件没有声明无效值；${guessed} 个像 -9999、-32768 的值按无值处理。`,
      `The file declares no value for nothing; ${guessed} such as -9999 and -32768 are taken for it.`,
    ]);
  return decimator;
};
