/**
 * GeoTIFF: heights (one band of whole or floating numbers) as terrain, colours as imagery. Where the file says not where it lies, a
 * world file and a `.prj` beside it do. Very large rasters are thinned while they are read, from an overview where the file has one.
 */
import type { GeoTIFFImage } from 'geotiff';
import { coarser, cornersOf, type Affine } from '../imagery/affine.ts';
import { readAuxXml, readPrj, readWorldFile } from '../imagery/beside.ts';
import { isPicture, LONGEST_SIDE_PX, readPicture } from '../imagery/geotiff-picture.ts';
import { imagerySet } from '../imagery/imagery-set.ts';
import { createPace } from '../pace.ts';
import type { DeclaredCrs, PlaceSet } from '../places/place-set.ts';
import { Problems, Refused } from '../problem.ts';
import type { SourceFile } from '../source-file.ts';
import { affineOf, crsOf, damaged, type OpenTiff, openTiff } from './geotiff-file.ts';
import { readHeights } from './geotiff-heights.ts';
import type { TerrainOptions } from './read-ascii-grid.ts';
import { MAX_CELLS, terrainSet } from './terrain-set.ts';

interface Place {
  readonly affine: Affine | null;
  readonly crs: DeclaredCrs | null;
}

const placeOf = async (image: GeoTIFFImage, file: SourceFile, problems: Problems): Promise<Place> => {
  const aux = await readAuxXml(file, problems);
  return {
    affine: (await affineOf(image)) ?? (await readWorldFile(file, problems)) ?? aux.affine,
    crs: crsOf(image) ?? (await readPrj(file)) ?? aux.crs,
  };
};

/** The smallest copy with no fewer cells than are wanted, and how many cells of the image one of its is, each way. */
const chosen = ({ image, overviews }: OpenTiff, isEnough: (copy: GeoTIFFImage) => boolean): GeoTIFFImage =>
  overviews.filter(isEnough).at(-1) ?? image;

/** The place of a smaller copy: it covers the same ground. */
const placeOfCopy = (affine: Affine | null, image: GeoTIFFImage, copy: GeoTIFFImage): Affine | null => {
  if (affine === null || copy === image) return affine;
  const [kx, ky] = [image.getWidth() / copy.getWidth(), image.getHeight() / copy.getHeight()];
  const { x0, y0, ax, ay, bx, by } = affine;
  return {
    x0: x0 + (ax * (kx - 1)) / 2 + (bx * (ky - 1)) / 2,
    y0: y0 + (ay * (kx - 1)) / 2 + (by * (ky - 1)) / 2,
    ax: ax * kx,
    ay: ay * kx,
    bx: bx * ky,
    by: by * ky,
  };
};

const tellThinned = (factor: number, problems: Problems): void => {
  if (factor > 1)
    problems.add('geotiff.thinned', 'note', '', () => [
      `栅格很大，每 ${factor} × ${factor} 格合并为一格。`,
      `The raster is very large; ${factor} × ${factor} cells became one.`,
    ]);
};

export const readGeotiff = async (file: SourceFile, options: TerrainOptions = {}): Promise<PlaceSet> => {
  const problems = new Problems();
  const pace = createPace(options, file.size);
  await pace(0);
  const tiff = await openTiff(file);
  const { image } = tiff;
  const { affine, crs } = await placeOf(image, file, problems);
  const source = { sourceColumns: image.getWidth(), sourceRows: image.getHeight() };
  try {
    if (isPicture(image)) {
      const maxSide = Math.min(
        LONGEST_SIDE_PX,
        Math.floor(Math.sqrt(options.maxCells ?? LONGEST_SIDE_PX ** 2)),
      );
      const copy = chosen(tiff, (other) => Math.max(other.getWidth(), other.getHeight()) >= maxSide);
      const picture = await readPicture(copy, Math.max(maxSide, 1), pace, file.size);
      const placed = placeOfCopy(affine, image, copy);
      const thinned = placed === null ? null : coarser(placed, picture.factor);
      const { bytes, widthPx, heightPx, factor } = picture;
      tellThinned(Math.round(source.sourceColumns / widthPx), problems);
      options.report?.(file.size, file.size);
      const corners = thinned === null ? null : cornersOf(thinned, widthPx, heightPx);
      return imagerySet({
        imagery: { mime: 'image/png', bytes, widthPx, heightPx, corners },
        crs,
        counts: { ...source, thinnedBy: factor },
        problems,
      });
    }
    const maxCells = options.maxCells ?? MAX_CELLS;
    const copy = chosen(tiff, (other) => other.getWidth() * other.getHeight() >= maxCells);
    const decimator = await readHeights(copy, maxCells, pace, file.size, problems);
    const factor = Math.round(source.sourceColumns / decimator.columns);
    tellThinned(factor, problems);
    options.report?.(file.size, file.size);
    return terrainSet({
      format: 'geotiff',
      version: null,
      crs,
      raster: decimator.raster(placeOfCopy(affine, image, copy)),
      problems,
      counts: { ...source, thinnedBy: factor },
    });
  } catch (error) {
    if (error instanceof Refused || options.signal?.aborted === true) throw error;
    throw damaged(file.name, error);
  }
};
