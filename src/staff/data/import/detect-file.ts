/** What a file that was dropped is: places, a table, a backup, or nothing that Linli reads. */
import { MAGIC } from '../../../transfer/backup/format.ts';
import { detectPlaceFormat } from '../../../transfer/places/detect.ts';
import type { PlaceFormat } from '../../../transfer/places/place-set.ts';
import type { Problem } from '../../../transfer/problem.ts';
import { refusalOf } from '../../../transfer/unknown-file.ts';
import type { SourceFile } from '../../../transfer/source-file.ts';

export type FileKind =
  | { readonly kind: 'places'; readonly format: PlaceFormat }
  | { readonly kind: 'table' }
  | { readonly kind: 'backup' }
  | { readonly kind: 'companion' }
  | { readonly kind: 'unknown'; readonly problem: Problem };

/** Opened by what they hold: what is called .xls is often a CSV file, a web page or a new workbook, and each has its own sentence. */
const TABLE = /\.(?:csv|tsv|txt|tab|xls|xlsx|xlsm|et)$/i;
/** Files that belong to another one: buffers and textures of a model, tiles, world files. */
const COMPANION = /\.(?:bin|b3dm|i3dm|pnts|cmpt|subtree|prj|pgw|jgw|tfw|wld|aux\.xml|mtl)$/i;

export const detectFile = async (file: SourceFile): Promise<FileKind> => {
  if (COMPANION.test(file.name)) return { kind: 'companion' };
  const head = await file.read(0, MAGIC.length);
  if (MAGIC.every((byte, i) => head[i] === byte)) return { kind: 'backup' };
  const format = await detectPlaceFormat(file);
  if (format) return { kind: 'places', format };
  if (TABLE.test(file.name)) return { kind: 'table' };
  return { kind: 'unknown', problem: (await refusalOf(file)).problem };
};
