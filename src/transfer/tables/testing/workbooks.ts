/** Workbooks made by hand, for what no writer writes. */
import { strToU8, zipSync } from 'fflate';

const RELATIONS = 'http://www.w3.org/relationships';

export interface Parts {
  readonly sheet: string;
  readonly sheets?: string;
  readonly styles?: string;
  readonly strings?: string;
  readonly workbook?: string;
  /** Puts a prefix on every element of the sheet. */
  readonly more?: Readonly<Record<string, string>>;
}

const relations = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships>${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/** `sheet` is what stands within `<worksheet>`. */
export const workbookOf = ({
  sheet,
  sheets,
  styles,
  strings,
  workbook = '',
  more = {},
}: Parts): Uint8Array => {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([['r1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations([
      ['s1', 'worksheet', 'worksheets/sheet1.xml'],
      ['s2', 'styles', 'styles.xml'],
      ['s3', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/workbook.xml': `<workbook xmlns:r="r">${workbook}<sheets>${sheets ?? '<sheet name="居民" sheetId="1" r:id="s1"/>'}</sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet>${sheet}</worksheet>`,
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` }),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` }),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
};

/** Rows of inline strings. */
export const sheetData = (rows: readonly string[]): string =>
  `<sheetData>${rows.map((cells, i) => `<row r="${i + 1}">${cells}</row>`).join('')}</sheetData>`;

export const inline = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
