/** Vertices of a model: as the file has them, and where they are. */

export interface Transform {
  readonly scale: readonly [number, number, number];
  readonly translate: readonly [number, number, number];
}

export const NO_TRANSFORM: Transform = { scale: [1, 1, 1], translate: [0, 0, 0] };

const isTriple = (value: unknown): value is [number, number, number] =>
  Array.isArray(value) &&
  value.length === 3 &&
  value.every((n) => typeof n === 'number' && Number.isFinite(n));

/** Null where it is none: then every coordinate would be wrong. */
export const transformOf = (value: unknown): Transform | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { scale, translate } = value as Record<string, unknown>;
  if (!isTriple(scale) || !isTriple(translate) || scale.some((n) => n === 0)) return null;
  return { scale, translate };
};

/** Beyond this no system of coordinates goes, and products lose the millimetre. */
const MOST_COORDINATE = 1e9;

export class Vertices {
  #values = new Float64Array(0);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(values: Float64Array): void {
    const needed = this.#count * 3 + values.length;
    if (needed > this.#values.length) {
      const grown = new Float64Array(Math.max(needed, this.#values.length * 2));
      grown.set(this.#values.subarray(0, this.#count * 3));
      this.#values = grown;
    }
    this.#values.set(values, this.#count * 3);
    this.#count += values.length / 3;
  }

  /** Of an array of arrays; `NaN` where an element is none. Answers how many were none. */
  addParsed(value: readonly unknown[]): number {
    const values = new Float64Array(value.length * 3);
    let broken = 0;
    value.forEach((vertex, i) => {
      if (isTriple(vertex)) values.set(vertex, i * 3);
      else {
        values.fill(Number.NaN, i * 3, i * 3 + 3);
        broken++;
      }
    });
    this.add(values);
    return broken;
  }

  /** Turns the numbers of the file into coordinates, once. */
  apply({ scale, translate }: Transform): void {
    const values = this.#values;
    for (let i = 0; i < this.#count * 3; i += 3)
      for (let k = 0; k < 3; k++) {
        const v = (values[i + k] as number) * (scale[k] as number) + (translate[k] as number);
        values[i + k] = Math.abs(v) <= MOST_COORDINATE ? v : Number.NaN;
      }
  }

  /** Writes x, y, z at `place`. False where there is no such vertex, or it is no place. */
  read(index: number, into: number[] | Float64Array, place: number): boolean {
    if (index >= this.#count) return false;
    const x = this.#values[index * 3] as number;
    const y = this.#values[index * 3 + 1] as number;
    const z = this.#values[index * 3 + 2] as number;
    into[place] = x;
    into[place + 1] = y;
    into[place + 2] = z;
    return !Number.isNaN(x + y + z);
  }

  /** West, south, bottom, east, north, top; null where there is none. */
  bounds(): [number, number, number, number, number, number] | null {
    const low = [Infinity, Infinity, Infinity];
    const high = [-Infinity, -Infinity, -Infinity];
    for (let i = 0; i < this.#count * 3; i++) {
      const v = this.#values[i] as number;
      const k = i % 3;
      if (v < (low[k] as number)) low[k] = v;
      if (v > (high[k] as number)) high[k] = v;
    }
    return low[0] === Infinity
      ? null
      : ([...low, ...high] as [number, number, number, number, number, number]);
  }
}
