/** Collects triangles of many primitives into one mesh of the contract: z up, doubles, colours as a screen has them. */
import { SURFACE, type SourceMesh } from '../places/place-set.ts';
import { srgbByte } from './materials.ts';
import { apply, determinant, type Matrix, multiply } from './matrix.ts';
import type { Primitive } from './primitives.ts';
import { type Budget, Unusable } from './unusable.ts';

/** glTF (x east, y up, z south) → here (x east, y north, z up). */
export const Z_UP: Matrix = [1, 0, 0, 0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1];

type Typed = Float64Array | Float32Array | Uint32Array | Uint8Array | Int16Array;

/** A typed array that grows by doubling. */
const grown = <T extends Typed>(array: T, length: number): T => {
  if (length <= array.length) return array;
  const make = array.constructor as new (length: number) => T;
  const larger = new make(Math.max(length, array.length * 2));
  larger.set(array as never);
  return larger;
};

const BYTES_PER_VERTEX = 24 + 4 + 8;
const BYTES_PER_TRIANGLE = 12 + 1 + 2;

/** For a primitive: where its vertices went in the builder of round `stamp`. */
interface Scratch {
  readonly to: Uint32Array;
  readonly stamp: Uint32Array;
}
let round = 0;
const scratches = new WeakMap<Primitive, Scratch>();
const scratchOf = (primitive: Primitive): Scratch => {
  const known = scratches.get(primitive) ?? {
    to: new Uint32Array(primitive.vertexCount),
    stamp: new Uint32Array(primitive.vertexCount),
  };
  scratches.set(primitive, known);
  return known;
};

/** The material's colour times the vertex', as bytes. */
const colourAt = ({ colours, material }: Primitive, vertex: number): [number, number, number, number] => {
  const [r, g, b, a] = material.colour;
  if (colours === null) return [srgbByte(r), srgbByte(g), srgbByte(b), Math.round(a * 255)];
  const at = vertex * colours.size;
  const of = (k: number): number => Math.min(Math.max(colours.values[at + k] as number, 0), 1);
  const alpha = a * (colours.size === 4 ? of(3) : 1);
  return [srgbByte(r * of(0)), srgbByte(g * of(1)), srgbByte(b * of(2)), Math.round(alpha * 255)];
};

export class MeshBuilder {
  private positions = new Float64Array(0);
  private colours = new Uint8Array(0);
  private uvs = new Float32Array(0);
  private indices = new Uint32Array(0);
  private textures = new Int16Array(0);
  private vertexCount = 0;
  private triangleCount = 0;
  private coloured = false;
  private textured = false;

  constructor(private readonly budget: Budget) {}

  get isEmpty(): boolean {
    return this.triangleCount === 0;
  }

  /**
   * Adds triangles of a primitive (`indices`: all of them or some), placed by a y-up matrix. `texture`: place in the set's textures,
   * -1 none. Throws `Unusable` where the matrix leads nowhere or there is too much.
   */
  add(primitive: Primitive, indices: ArrayLike<number>, world: Matrix, texture: number): void {
    const matrix = multiply(Z_UP, world);
    if (!matrix.every(Number.isFinite))
      throw new Unusable('gltf.transform', '节点的变换矩阵数值溢出。', "The node's transform overflows.");
    const triangles = indices.length / 3;
    this.budget.take(2 * triangles * BYTES_PER_TRIANGLE);
    this.indices = grown(this.indices, 3 * (this.triangleCount + triangles));
    this.textures = grown(this.textures, this.triangleCount + triangles);
    const scratch = scratchOf(primitive);
    round++;
    const [vertices, before] = [this.vertexCount, this.triangleCount];
    try {
      this.append(primitive, indices, matrix, scratch, texture);
    } catch (error) {
      // All of it or nothing: half a wall is worse than none.
      this.vertexCount = vertices;
      this.triangleCount = before;
      throw error;
    }
    if (texture >= 0) this.textured = true;
  }

  private append(
    primitive: Primitive,
    indices: ArrayLike<number>,
    matrix: Matrix,
    scratch: Scratch,
    texture: number,
  ): void {
    // A mirroring matrix turns every triangle over.
    const order = determinant(matrix) < 0 ? [0, 2, 1] : [0, 1, 2];
    for (let i = 0; i < indices.length; i += 3) {
      for (let k = 0; k < 3; k++)
        this.indices[3 * this.triangleCount + k] = this.vertex(
          primitive,
          indices[i + (order[k] as number)] as number,
          matrix,
          scratch,
        );
      this.textures[this.triangleCount] = texture;
      this.triangleCount++;
    }
  }

  private vertex(primitive: Primitive, from: number, matrix: Matrix, { to, stamp }: Scratch): number {
    if (stamp[from] === round) return to[from] as number;
    const at = this.vertexCount++;
    stamp[from] = round;
    to[from] = at;
    if (3 * (at + 1) > this.positions.length) {
      const room = Math.max(2 * at, 256);
      this.budget.take((room - at) * BYTES_PER_VERTEX);
      this.positions = grown(this.positions, 3 * room);
      this.colours = grown(this.colours, 4 * room);
      this.uvs = grown(this.uvs, 2 * room);
    }
    const { positions, uvs } = primitive;
    const place = apply(
      matrix,
      positions[3 * from] as number,
      positions[3 * from + 1] as number,
      positions[3 * from + 2] as number,
    );
    this.positions.set(place, 3 * at);
    const colour = colourAt(primitive, from);
    this.colours.set(colour, 4 * at);
    if (!this.coloured) this.coloured = colour.some((byte) => byte !== 255);
    if (uvs !== null) this.uvs.set([uvs[2 * from] as number, uvs[2 * from + 1] as number], 2 * at);
    return at;
  }

  /** The mesh, moved by `offset` (z-up). */
  build([dx, dy, dz]: readonly [number, number, number]): SourceMesh {
    const positions = this.positions.slice(0, 3 * this.vertexCount);
    if (dx !== 0 || dy !== 0 || dz !== 0)
      for (let i = 0; i < positions.length; i += 3) {
        positions[i] = (positions[i] as number) + dx;
        positions[i + 1] = (positions[i + 1] as number) + dy;
        positions[i + 2] = (positions[i + 2] as number) + dz;
      }
    return {
      positions,
      indices: this.indices.slice(0, 3 * this.triangleCount),
      // glTF does not tell a roof from a wall.
      surfaces: new Uint8Array(this.triangleCount).fill(SURFACE.other),
      colours: this.coloured ? this.colours.slice(0, 4 * this.vertexCount) : null,
      textured: this.textured
        ? {
            uvs: this.uvs.slice(0, 2 * this.vertexCount),
            textures: this.textures.slice(0, this.triangleCount),
          }
        : null,
    };
  }
}
