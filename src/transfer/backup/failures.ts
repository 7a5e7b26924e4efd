/** Why a backup is refused, each in a sentence that says what to do. */
import { Refused } from '../problem.ts';

const bytes = (position: number): string => `byte ${position}`;

export const notABackup = (): Refused =>
  new Refused(
    'backup.notABackup',
    bytes(0),
    '这不是邻里的备份文件，或者文件开头已损坏。',
    'This is not a backup of Linli, or its beginning is damaged.',
  );

export const headerDamaged = (): Refused =>
  new Refused(
    'backup.headerDamaged',
    bytes(0),
    '备份文件的头部已损坏或不完整，请换用另一份备份。',
    "The backup's header is damaged or incomplete; use another copy.",
  );

export const newerVersion = (found: number, known: number): Refused =>
  new Refused(
    'backup.newerVersion',
    bytes(8),
    `备份由更新的版本写成（格式 ${found}，本程序只认识到 ${known}），请先升级邻里。`,
    `The backup was written by a newer version (format ${found}, this one knows ${known}); update Linli first.`,
  );

export const tooCostly = (): Refused =>
  new Refused(
    'backup.tooCostly',
    'header.kdf',
    '备份要求的口令运算量超出允许的范围，文件可能被改动过。',
    'The backup asks for more computation on its passphrase than is allowed; it may have been tampered with.',
  );

export const passphraseNeeded = (): Refused =>
  new Refused(
    'backup.passphraseNeeded',
    'header',
    '备份已加密，请输入口令。',
    'The backup is encrypted; its passphrase is needed.',
  );

export const wrongPassphrase = (): Refused =>
  new Refused(
    'backup.wrongPassphrase',
    'header',
    '口令不对。文件本身没有发现损坏。',
    'The passphrase is wrong. Nothing is known to be damaged.',
  );

export const truncated = (position: number): Refused =>
  new Refused(
    'backup.truncated',
    bytes(position),
    `备份不完整：在第 ${position} 字节处中断，后面的内容缺失。`,
    `The backup is incomplete: it breaks off at byte ${position}.`,
  );

export const pieceDamaged = (index: number, position: number): Refused =>
  new Refused(
    'backup.pieceDamaged',
    bytes(position),
    `备份的第 ${index + 1} 段（第 ${position} 字节起）已损坏或被改动，请换用另一份备份。`,
    `Piece ${index + 1} of the backup (from byte ${position}) is damaged or was changed; use another copy.`,
  );

export const outOfOrder = (expected: number, found: number, position: number): Refused =>
  found < expected
    ? new Refused(
        'backup.pieceRepeated',
        bytes(position),
        `备份的第 ${found + 1} 段在第 ${position} 字节处重复出现，此处应为第 ${expected + 1} 段。`,
        `Piece ${found + 1} of the backup comes again at byte ${position}, where piece ${expected + 1} should be.`,
      )
    : new Refused(
        'backup.pieceMissing',
        bytes(position),
        `备份的第 ${position} 字节处应为第 ${expected + 1} 段，却是第 ${found + 1} 段：有内容缺失或顺序被打乱。`,
        `At byte ${position} piece ${expected + 1} of the backup should be, but it is piece ${found + 1}: something is missing or out of order.`,
      );

export const trailing = (position: number): Refused =>
  new Refused(
    'backup.trailing',
    bytes(position),
    `备份在第 ${position} 字节处已经结束，后面却还有内容。`,
    `The backup ends at byte ${position}, but the file goes on.`,
  );

export const contentsDiffer = (what: string): Refused =>
  new Refused(
    'backup.contentsDiffer',
    what,
    `备份里“${what}”的数量与它自己的记录不符，请换用另一份备份。`,
    `The backup does not hold as much of "${what}" as it says itself; use another copy.`,
  );

export const personalInClear = (table: string): Refused =>
  new Refused(
    'backup.personalInClear',
    table,
    '真实社区的个人信息不能不加密地写入备份，请设置口令。',
    'Personal data of a real community is not written without encryption; set a passphrase.',
  );
