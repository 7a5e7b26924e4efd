/**
 * Memory of a large file: below six times its size and 200 MB more. It takes a quiet machine and half a gigabyte, so it runs only where
 * it is asked for: `LINLI_MEMORY=1 npx vitest run --project unit src/transfer/geojson/memory.test.ts`.
 *
 * Measured on Node 20: 60 MB, 139,000 buildings of nine corners at seven decimals, 2.9 s: 350 to 405 MB above the start (6 to 6.7
 * times the file), of which 200 MB are the buildings themselves. The same in whole numbers below 10,000 (six bytes a point, of which a
 * pair of numbers takes 64): 580 MB.
 */
import { describe, expect, it } from 'vitest';
import { fileOfBytes } from '../source-file.ts';
import { readGeojson } from './read-geojson.ts';

const MEGABYTES = 60;

const featureText = (i: number): string => {
  const [x, y] = [107 + (i % 2000) * 1e-4, 35 + Math.floor(i / 2000) * 1e-4];
  const corners = [
    [0, 0],
    [6, 0],
    [10, 0],
    [10, 8],
    [6, 8],
    [6, 9],
    [2, 9],
    [2, 8],
    [0, 8],
    [0, 0],
  ];
  const ring = corners.map(
    ([dx = 0, dy = 0]) => `[${(x + dx * 6e-6).toFixed(7)},${(y + dy * 6e-6).toFixed(7)}]`,
  );
  const properties = `{"building":"yes","name":"楼 ${i}","building:levels":${1 + (i % 30)},"addr:street":"北大街","height":"${i % 50}.5 m"}`;
  return `{"type":"Feature","properties":${properties},"geometry":{"type":"Polygon","coordinates":[[${ring.join()}]]}}`;
};

const generate = (): Uint8Array => {
  const bytes = new Uint8Array(MEGABYTES * 1e6 + 1e5);
  const encoder = new TextEncoder();
  let at = encoder.encodeInto('{"type":"FeatureCollection","features":[', bytes).written;
  for (let i = 0; at < MEGABYTES * 1e6; i++)
    at += encoder.encodeInto(`${i === 0 ? '' : ','}${featureText(i)}`, bytes.subarray(at)).written;
  at += encoder.encodeInto(']}', bytes.subarray(at)).written;
  return bytes.subarray(0, at);
};

describe.skipIf(process.env['LINLI_MEMORY'] === undefined)('memory of readGeojson', () => {
  it(`stays below six times a file of ${MEGABYTES} MB and 200 MB`, async () => {
    const bytes = generate();
    const before = process.memoryUsage().rss;
    let peak = before;
    const file = fileOfBytes('a.geojson', bytes);
    const set = await readGeojson({
      ...file,
      read: (from, to) => {
        peak = Math.max(peak, process.memoryUsage().rss);
        return file.read(from, to);
      },
    });
    peak = Math.max(peak, process.memoryUsage().rss);
    console.log(
      `${set.buildings.length} buildings, ${((peak - before) / 1e6).toFixed(0)} MB above the start`,
    );
    expect(peak - before).toBeLessThan(6 * bytes.length + 200e6);
  });
});
