/** `npm run sample`: writes the sample community to `data/sample` and prints what is in it. Same seed, same bytes. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeColumns } from '../../src/domain/columns.ts';
import { TABLE_NAMES } from '../../src/domain/records/index.ts';
import { summaryOf } from './summary.ts';
import { makeSample, recordsOf } from './world.ts';

const FOLDER = join('data', 'sample');

const sample = makeSample();
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });

let bytes = 0;
let packed = 0;
const write = (file: string, text: string): void => {
  writeFileSync(join(FOLDER, file), text);
  const size = Buffer.byteLength(text);
  const gzipped = gzipSync(text).length;
  bytes += size;
  packed += gzipped;
  console.log(`${file.padEnd(30)} ${String(size).padStart(9)} ${String(gzipped).padStart(9)}`);
};

console.log(`${'file'.padEnd(30)} ${'bytes'.padStart(9)} ${'gzipped'.padStart(9)}`);
const tables = [];
let total = 0;
for (const table of TABLE_NAMES) {
  const records = recordsOf(sample, table);
  if (records.length === 0) continue;
  const file = table === 'landscapes' ? 'landscape.json' : `${table}.jsonl`;
  const { communityId: _c, createdAt: _a, updatedAt: _u, revision: _r, ...landscape } = records[0] ?? {};
  write(
    file,
    table === 'landscapes' ? `${JSON.stringify(landscape)}\n` : encodeColumns(records, sample.constants),
  );
  tables.push({ table, file, count: records.length });
  total += records.length;
}
const { communityId } = sample.constants;
const manifest = {
  communityId,
  name: sample.name,
  seed: sample.seed,
  constants: sample.constants,
  total,
  tables,
};
write('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`${'all'.padEnd(30)} ${String(bytes).padStart(9)} ${String(packed).padStart(9)}\n`);
for (const [what, value] of summaryOf(sample)) console.log(`${what.padEnd(30)} ${value}`);
