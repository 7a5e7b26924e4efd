/**
 * What files beside a picture or raster say of its place: world files (`.pgw`, `.jgw`, `.tfw`, `.wld` …), `.prj`, and GDAL's
 * `.aux.xml`.
 */
import { SaxesParser } from 'saxes';
import type { DeclaredCrs } from '../places/place-set.ts';
import type { Problems } from '../problem.ts';
import type { SourceFile } from '../source-file.ts';
import { type Affine, isUsable } from './affine.ts';

/** Such files have a few hundred bytes; more is read of none. */
const MOST_BYTES = 1_000_000;

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '');
const endingOf = (name: string): string => /\.([^.]*)$/.exec(name)?.[1] ?? '';

/** The first that is there, in either case of its ending. */
const firstBeside = async (file: SourceFile, names: readonly string[]): Promise<SourceFile | null> => {
  for (const name of names)
    for (const variant of [name, `${stemOf(name)}.${endingOf(name).toUpperCase()}`]) {
      const found = await file.sibling(variant);
      if (found !== null) return found;
    }
  return null;
};

const textOf = async (file: SourceFile): Promise<string> =>
  new TextDecoder().decode(await file.read(0, Math.min(file.size, MOST_BYTES))).trim();

/** `picture.png` → `pgw`, `pngw`, `wld`, `picture.png.wld` … */
const worldFileNames = (name: string): string[] => {
  const [stem, ending] = [stemOf(name), endingOf(name).toLowerCase()];
  const short = `${ending.slice(0, 1)}${ending.slice(-1)}w`;
  return [`${stem}.${short}`, `${stem}.${ending}w`, `${stem}.wld`, `${name}w`, `${name}.wld`];
};

/** Six numbers, one a line; decimal commas occur. */
const parseWorldFile = (text: string): Affine | null => {
  const numbers = text
    .split(/[\s;]+/)
    .filter((token) => token !== '')
    .map((token) => Number(/^[^.]*,[^,.]*$/.test(token) ? token.replace(',', '.') : token));
  if (numbers.length < 6) return null;
  const [ax, ay, bx, by, x0, y0] = numbers as [number, number, number, number, number, number];
  const affine = { x0, y0, ax, ay, bx, by };
  return isUsable(affine) ? affine : null;
};

export const readWorldFile = async (file: SourceFile, problems: Problems): Promise<Affine | null> => {
  const world = await firstBeside(file, worldFileNames(file.name));
  if (world === null) return null;
  const affine = parseWorldFile(await textOf(world));
  if (affine === null)
    problems.add('imagery.worldFile', 'error', world.name, () => [
      `坐标文件“${world.name}”应有六个数，内容无效，不使用。`,
      `The world file “${world.name}” has to hold six numbers; it is not valid and not used.`,
    ]);
  return affine;
};

export const readPrj = async (file: SourceFile): Promise<DeclaredCrs | null> => {
  const prj = await firstBeside(file, [`${stemOf(file.name)}.prj`, `${file.name}.prj`]);
  if (prj === null) return null;
  const text = await textOf(prj);
  return text === '' ? null : { text, where: prj.name };
};

interface Aux {
  readonly crs: DeclaredCrs | null;
  readonly affine: Affine | null;
}

/** GDAL's GeoTransform: the corner of the first cell, then steps. */
const parseGeoTransform = (text: string): Affine | null => {
  const numbers = text.split(',').map((token) => Number(token.trim() === '' ? Number.NaN : token));
  if (numbers.length !== 6) return null;
  const [x, ax, bx, y, ay, by] = numbers as [number, number, number, number, number, number];
  const affine = { x0: x + (ax + bx) / 2, y0: y + (ay + by) / 2, ax, ay, bx, by };
  return isUsable(affine) ? affine : null;
};

export const readAuxXml = async (file: SourceFile, problems: Problems): Promise<Aux> => {
  const aux = await file.sibling(`${file.name}.aux.xml`);
  if (aux === null) return { crs: null, affine: null };
  const found = new Map<string, string>();
  let failed: string | null = null;
  let within = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    within = name;
  });
  parser.on('closetag', () => {
    within = '';
  });
  parser.on('text', (text) => {
    if (text.trim() !== '' && !found.has(within)) found.set(within, text.trim());
  });
  parser.on('error', (error) => {
    failed ??= error.message;
  });
  parser.write(await textOf(aux)).close();
  if (failed !== null)
    problems.add('imagery.auxXml', 'warning', aux.name, () => [
      `“${aux.name}”不是有效的 XML，不使用。`,
      `“${aux.name}” is not valid XML and not used.`,
    ]);
  const srs = failed === null ? found.get('SRS') : undefined;
  return {
    crs: srs === undefined ? null : { text: srs, where: aux.name },
    affine: failed === null ? parseGeoTransform(found.get('GeoTransform') ?? '') : null,
  };
};
