/**
 * Makes one vertex of those that are the same to the millimetre: pieces of a surface that lie side by side share their corners. The
 * triangles and their order stay.
 */
import type { GroundMesh } from './ground-writer.ts';

const PER_METRE = 1000;

export const weldGround = ({ positions, coordinates, kinds, indices }: GroundMesh): GroundMesh => {
  const count = kinds.length / 2;
  // What a vertex is, in whole numbers: place, coordinates, material and chance.
  const wordsOf = new Int32Array(count * 8);
  for (let v = 0; v < count; v++) {
    for (let k = 0; k < 3; k++) wordsOf[v * 8 + k] = Math.round((positions[v * 3 + k] as number) * PER_METRE);
    for (let k = 0; k < 4; k++)
      wordsOf[v * 8 + 3 + k] = Math.round((coordinates[v * 4 + k] as number) * PER_METRE);
    wordsOf[v * 8 + 7] = (kinds[v * 2] as number) * 256 + (kinds[v * 2 + 1] as number);
  }
  const same = (a: number, b: number): boolean => {
    for (let k = 0; k < 8; k++) if (wordsOf[a * 8 + k] !== wordsOf[b * 8 + k]) return false;
    return true;
  };
  // Open addressing: strings as keys of a map take ten times as long.
  const size = 2 ** Math.ceil(Math.log2(Math.max(count, 1) * 2));
  const table = new Int32Array(size).fill(-1);
  const first = new Uint32Array(count);
  const kept: number[] = [];
  const place = new Uint32Array(count);
  for (let v = 0; v < count; v++) {
    let hash = 0;
    for (let k = 0; k < 8; k++) hash = Math.imul(hash ^ (wordsOf[v * 8 + k] as number), 0x9e3779b1);
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    while ((table[slot] as number) >= 0 && !same(table[slot] as number, v)) slot = (slot + 1) & (size - 1);
    if ((table[slot] as number) < 0) {
      table[slot] = v;
      place[v] = kept.length;
      kept.push(v);
    }
    first[v] = table[slot] as number;
  }
  const pick = <T extends Float32Array | Uint8Array>(from: T, stride: number, out: T): T => {
    kept.forEach((v, at) => out.set(from.subarray(v * stride, (v + 1) * stride), at * stride));
    return out;
  };
  return {
    positions: pick(positions, 3, new Float32Array(kept.length * 3)),
    coordinates: pick(coordinates, 4, new Float32Array(kept.length * 4)),
    kinds: pick(kinds, 2, new Uint8Array(kept.length * 2)),
    indices: indices.map((v) => place[first[v] as number] as number),
  };
};
