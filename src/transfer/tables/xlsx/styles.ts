/** Which styles of a workbook show a number as a date. */
import { isDateFormat } from 'hucre';
import type { SourceFile } from '../../source-file.ts';
import { readXml } from './xml.ts';
import type { ZipEntry } from './zip.ts';

/** Formats that programs know by number: dates and times of all languages, those of Chinese among them. */
const BUILT_IN_DATES: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

const isBuiltInDate = (id: number): boolean => BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to);

/** `isDate[style]`, by the index that cells name. */
export const readDateStyles = async (file: SourceFile, entry: ZipEntry | undefined): Promise<boolean[]> => {
  if (!entry) return [];
  const formats = new Map<number, string>();
  const styles: number[] = [];
  let inCellXfs = false;
  await readXml(file, entry, {
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCellXfs = true;
      else if (name === 'xf' && inCellXfs) styles.push(Number(attributes['numFmtId'] ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellXfs = false;
    },
  });
  return styles.map((id) => {
    const format = formats.get(id);
    return format === undefined ? isBuiltInDate(id) : isDateFormat(format);
  });
};
