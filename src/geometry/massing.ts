/**
 * Buildings as bare bodies, walls and a lid, for a first look at thousands of them: nothing is checked, draped or told apart. A piece
 * holds few enough corners for indices of two bytes. Normals are left to whoever draws it: a face is flat.
 */
import earcut from 'earcut';
import type { PointRing } from './polygon.ts';

export interface MassingPiece {
  /** x east, y north, z up per corner, metres. */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Three a triangle, counter-clockwise from outside. */
  readonly indices: Uint16Array<ArrayBuffer>;
}

const MOST_CORNERS = 65_535;

export class MassingWriter {
  #positions = new Float32Array(MOST_CORNERS * 3);
  #indices = new Uint16Array(MOST_CORNERS * 6);
  #corners = 0;
  #used = 0;

  get corners(): number {
    return this.#corners;
  }

  /**
   * Rings as in footprints: the outside counter-clockwise, holes clockwise. False where it takes no more: take the piece first. A body of
   * more corners than a piece can hold is left out.
   */
  add(rings: readonly PointRing[], baseMetres: number, topMetres: number): boolean {
    let count = 0;
    for (const ring of rings) count += ring.length;
    if (count * 2 > MOST_CORNERS) return true;
    // Walls take two triangles a corner, the lid one a corner and two a hole.
    const most = count * 9 + rings.length * 6;
    if (this.#corners + count * 2 > MOST_CORNERS || this.#used + most > this.#indices.length) return false;
    const flat: number[] = [];
    const holes: number[] = [];
    for (const ring of rings) {
      if (flat.length > 0) holes.push(flat.length / 2);
      for (const [x, y] of ring) flat.push(x, y);
    }
    const first = this.#corners;
    for (let i = 0; i < count; i++)
      this.#corner(flat[i * 2] as number, flat[i * 2 + 1] as number, baseMetres);
    for (let i = 0; i < count; i++) this.#corner(flat[i * 2] as number, flat[i * 2 + 1] as number, topMetres);
    const lid = first + count;
    const triangles = earcut(flat, holes);
    for (let i = 0; i + 2 < triangles.length; i += 3)
      this.#triangle(
        lid + (triangles[i] as number),
        lid + (triangles[i + 1] as number),
        lid + (triangles[i + 2] as number),
      );
    let start = first;
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i++) {
        const a = start + i;
        const b = start + ((i + 1) % ring.length);
        this.#triangle(a, b, b + count);
        this.#triangle(a, b + count, a + count);
      }
      start += ring.length;
    }
    return true;
  }

  #corner(x: number, y: number, z: number): void {
    const at = this.#corners++ * 3;
    this.#positions[at] = x;
    this.#positions[at + 1] = y;
    this.#positions[at + 2] = z;
  }

  #triangle(a: number, b: number, c: number): void {
    this.#indices[this.#used++] = a;
    this.#indices[this.#used++] = b;
    this.#indices[this.#used++] = c;
  }

  /** What was added since the last one; null where nothing was. */
  take(): MassingPiece | null {
    if (this.#corners === 0) return null;
    const piece = {
      positions: this.#positions.slice(0, this.#corners * 3),
      indices: this.#indices.slice(0, this.#used),
    };
    this.#corners = 0;
    this.#used = 0;
    return piece;
  }
}
