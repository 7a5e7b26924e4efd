/**
 * Pictures of the ground: PNG, JPEG or WebP, with a world file and a `.prj` or `.aux.xml` beside them, or a GeoTIFF of colours.
 * Nothing is decoded but a GeoTIFF: the size stands in the header. Without a world file the corners are null, to be placed by hand.
 */
import type { PlaceSet } from '../places/place-set.ts';
import { Problems, Refused } from '../problem.ts';
import type { SourceFile } from '../source-file.ts';
import type { TerrainOptions } from '../terrain/read-ascii-grid.ts';
import { readGeotiff } from '../terrain/read-geotiff.ts';
import { cornersOf } from './affine.ts';
import { readAuxXml, readPrj, readWorldFile } from './beside.ts';
import { imagerySet } from './imagery-set.ts';
import { readPictureHeader } from './picture-header.ts';

const LARGEST_BYTES = 300_000_000;
/** What graphics cards of desks take as one texture. */
const LARGEST_SIDE_PX = 16_384;
const MOST_PIXELS = 180_000_000;

const isTiff = async (file: SourceFile): Promise<boolean> => {
  const [a, b, c, d] = await file.read(0, 4);
  return (
    (a === 0x49 && b === 0x49 && (c === 42 || c === 43)) ||
    (a === 0x4d && b === 0x4d && (d === 42 || d === 43))
  );
};

const refused = (code: string, name: string, zh: string, en: string): Refused =>
  new Refused(`imagery.${code}`, name, `“${name}”${zh}`, `“${name}” ${en}`);

export const readImagery = async (file: SourceFile, options: TerrainOptions = {}): Promise<PlaceSet> => {
  options.signal?.throwIfAborted();
  if (await isTiff(file)) {
    const set = await readGeotiff(file, options);
    if (set.imagery !== null) return set;
    throw refused(
      'heights',
      file.name,
      '是高程栅格，不是影像，请按地形导入。',
      'is a raster of heights, no picture: take it as terrain.',
    );
  }
  if (file.size > LARGEST_BYTES)
    throw refused(
      'tooLarge',
      file.name,
      `有 ${Math.round(file.size / 1e6)} MB，超过 ${LARGEST_BYTES / 1e6} MB 的上限，请缩小或裁剪。`,
      `has ${Math.round(file.size / 1e6)} MB, more than the limit of ${LARGEST_BYTES / 1e6} MB: reduce or crop it.`,
    );
  const bytes = await file.read(0, file.size);
  const header = readPictureHeader(bytes);
  if (header === null || header.mime === 'image/ktx2' || header.mime === 'image/avif')
    throw refused(
      'unknown',
      file.name,
      '不是 PNG、JPEG、WebP 或 GeoTIFF 影像。',
      'is neither PNG, JPEG, WebP nor GeoTIFF.',
    );
  const { widthPx, heightPx, mime } = header;
  if (!widthPx || !heightPx)
    throw refused('damaged', file.name, '损坏，文件头里没有尺寸。', 'is damaged: its header has no size.');
  if (Math.max(widthPx, heightPx) > LARGEST_SIDE_PX || widthPx * heightPx > MOST_PIXELS)
    throw refused(
      'tooManyPixels',
      file.name,
      `有 ${widthPx} × ${heightPx} 像素，超过上限（边长 ${LARGEST_SIDE_PX}），请缩小或裁剪。`,
      `has ${widthPx} × ${heightPx} pixels, more than can be drawn (a side of ${LARGEST_SIDE_PX}): reduce or crop it.`,
    );
  const problems = new Problems();
  const aux = await readAuxXml(file, problems);
  const affine = (await readWorldFile(file, problems)) ?? aux.affine;
  const crs = (await readPrj(file)) ?? aux.crs;
  if (affine === null)
    problems.add('imagery.unplaced', 'note', file.name, () => [
      '影像旁没有坐标文件（.pgw、.jgw、.wld），需要手工放置。',
      'There is no world file (.pgw, .jgw, .wld) beside the picture; it has to be placed.',
    ]);
  options.report?.(file.size, file.size);
  const corners = affine === null ? null : cornersOf(affine, widthPx, heightPx);
  return imagerySet({ imagery: { mime, bytes, widthPx, heightPx, corners }, crs, problems });
};
