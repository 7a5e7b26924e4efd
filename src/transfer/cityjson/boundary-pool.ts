/**
 * Boundaries of all geometries in one row of whole numbers, so that a city of a million surfaces is not ten million small arrays.
 *
 *     surface  = kind · material + 1 · count of rings · rings
 *     ring     = count of corners · numbers of vertices
 *
 * `kind` is one of `SURFACE`; material + 1 is 0 where there is none.
 */

/** `kind` of `SURFACE`, number of the material or -1, the vertices of each ring. */
export type SurfaceVisit = (kind: number, material: number, rings: readonly Uint32Array[]) => void;

const FIRST_SIZE = 1 << 12;

export class BoundaryPool {
  #data = new Uint32Array(FIRST_SIZE);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  #push(value: number): void {
    if (this.#length === this.#data.length) {
      const grown = new Uint32Array(this.#data.length * 2);
      grown.set(this.#data);
      this.#data = grown;
    }
    this.#data[this.#length++] = value;
  }

  /** Appends one surface; the rings must be whole numbers from 0. */
  add(kind: number, material: number, rings: readonly (readonly number[])[]): void {
    this.#push(kind);
    this.#push(material + 1);
    this.#push(rings.length);
    for (const ring of rings) {
      this.#push(ring.length);
      for (const vertex of ring) this.#push(vertex);
    }
  }

  /** The surfaces from `start` to before `end`. */
  visit(start: number, end: number, visit: SurfaceVisit): void {
    const data = this.#data;
    let at = start;
    while (at < end) {
      const kind = data[at++] as number;
      const material = (data[at++] as number) - 1;
      const count = data[at++] as number;
      const rings: Uint32Array[] = new Array(count);
      for (let r = 0; r < count; r++) {
        const size = data[at++] as number;
        rings[r] = data.subarray(at, at + size);
        at += size;
      }
      visit(kind, material, rings);
    }
  }
}
