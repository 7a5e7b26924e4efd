/** A GeoTIFF of colours as a PNG, thinned so that no side is longer than a screen of screens. */
import { encode } from 'fast-png';
import type { GeoTIFFImage } from 'geotiff';
import type { Pace } from '../pace.ts';
import { windowOf } from '../terrain/geotiff-predictor.ts';

export const LONGEST_SIDE_PX = 8192;
const BAND_PIXELS = 2_000_000;
const RGB = 2;
const PALETTE = 3;

/** Is it a picture, not heights? Colours, a palette, or bytes of one band without a scale: ground is measured in more than bytes. */
export const isPicture = (image: GeoTIFFImage): boolean => {
  const photometric = image.fileDirectory.getValue('PhotometricInterpretation');
  const [bits, samples, format] = [
    image.getBitsPerSample(0),
    image.getSamplesPerPixel(),
    image.getSampleFormat(0),
  ];
  if (format === 3) return false;
  return photometric === RGB || (photometric ?? 0) >= PALETTE || (bits <= 8 && samples !== 2) || samples >= 3;
};

export interface Picture {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels of the source along a side of one of these. */
  readonly factor: number;
}

/** Red, green, blue of each pixel of a band of rows, and 8 or 16 bits a value. */
const readBand = async (
  image: GeoTIFFImage,
  window: [number, number, number, number],
): Promise<ArrayLike<number>> => {
  const photometric = image.fileDirectory.getValue('PhotometricInterpretation');
  const where = await windowOf(image, window);
  // Colours in bands that the file calls grey.
  if ((photometric ?? 1) <= 1 && image.getSamplesPerPixel() >= 3)
    return (await image.readRasters({
      ...where,
      samples: [0, 1, 2],
      interleave: true,
    })) as unknown as ArrayLike<number>;
  return (await image.readRGB({ ...where, interleave: true })) as unknown as ArrayLike<number>;
};

export const readPicture = async (
  image: GeoTIFFImage,
  maxSidePx: number,
  pace: Pace,
  fileBytes: number,
): Promise<Picture> => {
  const [width, height] = [image.getWidth(), image.getHeight()];
  const factor = Math.max(1, Math.min(Math.ceil(Math.max(width, height) / maxSidePx), width, height));
  const [widthPx, heightPx] = [Math.floor(width / factor), Math.floor(height / factor)];
  const shift =
    image.getBitsPerSample(0) > 8 && image.fileDirectory.getValue('PhotometricInterpretation') !== PALETTE
      ? 256
      : 1;
  const nothing = image.getGDALNoData();
  const data = new Uint8Array(widthPx * heightPx * 4);
  const block = image.getTileHeight();
  // Whole rows of blocks, and whole squares of pixels.
  const wanted = block * Math.max(1, Math.floor(BAND_PIXELS / (width * block)));
  const band = Math.ceil(wanted / factor) * factor;
  for (let top = 0; top < heightPx * factor; top += band) {
    await pace((top / height) * fileBytes);
    const bottom = Math.min(top + band, heightPx * factor);
    const pixels = await readBand(image, [0, top, width, bottom]);
    if (pixels.length < 3 * width * (bottom - top)) throw new Error('raster');
    for (let y = top / factor; y < bottom / factor; y++)
      for (let x = 0; x < widthPx; x++) {
        const sums = [0, 0, 0];
        let known = 0;
        for (let j = y * factor - top; j < (y + 1) * factor - top; j++)
          for (let i = x * factor; i < (x + 1) * factor; i++) {
            const at = 3 * (j * width + i);
            const [r, g, b] = [pixels[at] as number, pixels[at + 1] as number, pixels[at + 2] as number];
            if (r === nothing && g === nothing && b === nothing) continue;
            sums[0] = (sums[0] as number) + r;
            sums[1] = (sums[1] as number) + g;
            sums[2] = (sums[2] as number) + b;
            known++;
          }
        if (known === 0) continue;
        const to = 4 * (y * widthPx + x);
        for (let k = 0; k < 3; k++)
          data[to + k] = Math.min(255, Math.round((sums[k] as number) / known / shift));
        data[to + 3] = 255;
      }
  }
  await pace(fileBytes);
  return {
    bytes: encode({ width: widthPx, height: heightPx, data, channels: 4, depth: 8 }),
    widthPx,
    heightPx,
    factor,
  };
};
