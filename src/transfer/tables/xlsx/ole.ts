/** Files of the old kind of container (compound files): old .xls workbooks, and new ones behind a password. Neither is read here. */
import { Refused } from '../../problem.ts';
import type { SourceFile } from '../../source-file.ts';

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export const isOle = (head: Uint8Array): boolean => MAGIC.every((byte, i) => head[i] === byte);

const utf16 = (text: string): number[] => [...text].flatMap((sign) => [sign.charCodeAt(0), 0]);

const includes = (bytes: Uint8Array, sought: readonly number[]): boolean => {
  for (let at = bytes.indexOf(sought[0] ?? 0); at >= 0; at = bytes.indexOf(sought[0] ?? 0, at + 1))
    if (sought.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
};

/** Says what it is and what to do. */
export const refuseOle = async (file: SourceFile, head: Uint8Array): Promise<Refused> => {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const sectorBytes = head.byteLength >= 512 ? 1 << Math.min(view.getUint16(30, true), 20) : 512;
  const first = head.byteLength >= 512 ? view.getUint32(48, true) : 0;
  // The names of its streams stand in the directory; four sectors hold more of them than are asked for.
  const at = (first + 1) * sectorBytes;
  const directory = at < file.size ? await file.read(at, at + sectorBytes * 4) : head;
  if (includes(directory, utf16('EncryptedPackage')) || includes(head, utf16('EncryptedPackage')))
    return new Refused(
      'xlsx.encrypted',
      '',
      '文件有密码，请在 Excel 或 WPS 中取消密码（文件 → 信息 → 保护工作簿）并另存后再导入。',
      'The file has a password; remove the password in a spreadsheet program, save it and import that.',
    );
  return new Refused(
    'xlsx.oldFormat',
    '',
    '这是旧格式的表格（.xls 或 .et），请在 Excel 或 WPS 中另存为 .xlsx 后再导入。',
    'This is a spreadsheet of the old kind (.xls); save it as .xlsx in a spreadsheet program and import that.',
  );
};
