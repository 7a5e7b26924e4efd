/**
 * `npm run convert -- FILES… [--crs SYSTEM] [--name NAME] [--out community.linli] [--report report.json]`
 *
 * Reads what a community has (maps, models, terrain, tables) with the code of the application, says of every file what is in it and what
 * is wrong with it, and writes a community that opens by drag and drop or by `npm start -- community.linli`.
 * Ends with 0 where something of every file could be used, 2 where a file was refused: one of which nothing could be used, be it that no
 * reader takes it, that nobody knows where it lies, or that every row was rejected. Nothing is written then, unless it is asked for.
 */
import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import '../lib/small-heap.mjs';
import { resolveCrs } from '../../src/transfer/crs/resolve.ts';
import { Refused } from '../../src/transfer/problem.ts';
import { writeBackup } from '../../src/transfer/backup/write.ts';
import { Collection } from './collection.ts';
import { convertFile, TABLE } from './convert-file.ts';
import { fileOfPath } from './disk-file.ts';
import { type FileReport, isRefused } from './told.ts';

const HELP = `Usage:  npm run convert -- FILES… [options]
用法：  npm run convert -- 文件… [选项]

  --crs SYSTEM      coordinate system of the files, such as EPSG:4547, GCJ-02, a WKT or PROJ text
                    文件的坐标系，例如 EPSG:4547、GCJ-02、WKT 或 PROJ 定义
  --name NAME       name of the community / 社区名称
  --out FILE        writes the community, to be opened with: npm start -- FILE
                    写出社区文件，用 npm start -- 文件 打开
  --keep-usable     writes the community even where a file was refused, from what is usable
                    有文件被拒绝时，也用其余可用的内容写出社区文件
  --report FILE     writes what was found as JSON / 把检查结果写成 JSON
  --help            this text / 本说明

Personal data is only written under a passphrase: give it in the variable LINLI_PASSPHRASE.
含个人信息的社区文件必须加口令：请放在环境变量 LINLI_PASSPHRASE 中。

Exit status / 退出码
  0  something of every file could be used; rows and objects that could not are told
     每个文件都有可用的内容；不能用的行和对象逐一说明
  2  a file was refused: nothing of it could be used (every row rejected is nothing), and no
     community is written unless --keep-usable is given
     有文件被拒绝：其中没有可用的内容（包括每一行都被退回）；除非加上 --keep-usable，否则不写出社区文件
`;

interface Arguments {
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  readonly keepUsable: boolean;
  readonly help: boolean;
}
const VALUES = ['crs', 'name', 'out', 'report'];

class Usage extends Error {}

const readArguments = (args: readonly string[]): Arguments => {
  const files: string[] = [];
  const options: Record<string, string> = {};
  let help = false;
  let keepUsable = false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] as string;
    if (arg === '--help' || arg === '-h') help = true;
    else if (arg === '--keep-usable') keepUsable = true;
    else if (!arg.startsWith('--')) files.push(arg);
    else {
      const [name = '', inline] = arg.slice(2).split(/=(.*)/s, 2);
      const value = inline ?? args[++at];
      if (!VALUES.includes(name) || value === undefined)
        throw new Usage(`Unknown or incomplete option --${name}. / 选项 --${name} 不对或缺少值。`);
      options[name] = value;
    }
  }
  return { files, options, keepUsable, help };
};

const MOST_SHOWN = 20;
const show = (report: FileReport): void => {
  const { file, format, version, crs, counts, problems, seconds } = report;
  const what = [format, version, crs].filter(Boolean).join(' · ') || 'unknown / 无法识别';
  console.log(`${file}  ${what}  ${seconds.toFixed(2)} s`);
  const figures = Object.entries(counts).filter(([, count]) => count > 0);
  if (figures.length > 0) console.log(`    ${figures.map(([key, count]) => `${key} ${count}`).join(', ')}`);
  for (const { severity, where, zh, en } of problems.slice(0, MOST_SHOWN))
    console.log(`    ${severity}  ${where ? `${where}: ` : ''}${en} / ${zh}`);
  if (problems.length > MOST_SHOWN)
    console.log(`    … ${problems.length - MOST_SHOWN} more / 还有 ${problems.length - MOST_SHOWN} 条`);
};

/** Why nothing was read at a path; null where the fault is the program's. */
const whyUnread = (error: unknown): readonly [code: string, zh: string, en: string] | null => {
  switch (error instanceof Error && 'code' in error ? error.code : null) {
    case 'ENOENT':
    case 'ENOTDIR':
      return ['convert.missing', '没有这个文件，请检查路径。', 'There is no such file; check its path.'];
    case 'EISDIR':
      return [
        'convert.folder',
        '这是文件夹，请给出其中的文件；三维瓦片请给出其中的 tileset.json。',
        'This is a folder: give the files in it; of 3D Tiles give its tileset.json.',
      ];
    case 'EACCES':
    case 'EPERM':
      return ['convert.locked', '没有权限读取这个文件。', 'This file may not be read: permission is denied.'];
    default:
      return null;
  }
};

const unread = (
  file: string,
  [code, zh, en]: readonly [code: string, zh: string, en: string],
): FileReport => ({
  file,
  format: null,
  version: null,
  crs: null,
  counts: {},
  problems: [{ code, severity: 'error', where: file, zh, en }],
  seconds: 0,
});

/** Paths are meant from where the command was given, wherever npm runs it. */
const fromHere = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

const writeCommunity = async (path: string, collection: Collection): Promise<void> => {
  const { community } = collection;
  const assets = async function* () {
    for (const [id, bytes] of collection.assets) yield { id, bytes };
  };
  const pieces = writeBackup(collection.batches(), assets(), {
    community: { id: community.id, name: community.name, synthetic: false },
    createdAt: collection.at,
    application: 'Linli convert',
    counts: collection.counts(),
    passphrase: process.env['LINLI_PASSPHRASE'] || null,
  });
  // Under another name until it is whole.
  const unfinished = `${path}.part`;
  try {
    await writeFile(unfinished, pieces);
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
};

const ofRefused = (refused: readonly FileReport[], withheld: boolean): string => {
  const names = refused.map(({ file }) => file);
  const [zh, en] = withheld ? ['社区文件没有写出。', 'The community was not written. '] : ['', ''];
  return `${en}Refused: ${names.join(', ')}. / ${zh}被拒绝的文件：${names.join('、')}。`;
};

const main = async (): Promise<number> => {
  const { files, options, keepUsable, help } = readArguments(process.argv.slice(2));
  if (help || files.length === 0) {
    console.log(HELP);
    return help ? 0 : 2;
  }
  const crs = options['crs'] ?? null;
  if (crs !== null && !resolveCrs(crs))
    throw new Usage(`The system ${crs} is not known. / 不认识坐标系 ${crs}。`);
  const collection = new Collection(options['name'] ?? '未命名社区', Date.now());
  const reports: FileReport[] = [];
  // Places first: tables find their homes in them.
  const isTable = (path: string): boolean => TABLE.test(path);
  for (const path of [...files.filter((f) => !isTable(f)), ...files.filter(isTable)]) {
    const report = await fileOfPath(fromHere(path))
      .then((file) => convertFile(file, crs, collection))
      .catch((error: unknown) => {
        const why = whyUnread(error);
        if (why) return unread(path, why);
        throw error;
      });
    reports.push(report);
    show(report);
  }
  if (options['report'] !== undefined)
    await writeFile(fromHere(options['report']), `${JSON.stringify(reports, null, 2)}\n`);
  const refused = reports.filter(isRefused);
  const out = options['out'];
  if (refused.length > 0) console.error(ofRefused(refused, out !== undefined && !keepUsable));
  const usable = refused.length === 0 || (keepUsable && refused.length < reports.length);
  if (out !== undefined && usable) {
    await writeCommunity(fromHere(out), collection);
    console.log(`${out}  ${JSON.stringify(collection.counts())}`);
  }
  return refused.length > 0 ? 2 : 0;
};

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof Usage) console.error(error.message);
    else if (error instanceof Refused) console.error(`${error.problem.en} / ${error.problem.zh}`);
    else throw error;
    process.exitCode = 2;
  },
);
