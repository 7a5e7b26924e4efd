/** Collects what is painted on the land, in the order in which it is painted: draped pieces with their material and coordinates. */
import earcut, { flatten } from 'earcut';
import { type Corner, drapeConvex } from './drape.ts';
import type { Point } from './polygon.ts';
import { weldGround } from './weld-ground.ts';
import type { Terrain } from './terrain.ts';

/** The shader's table must agree (`scene/ground/ground-material.ts`). */
export const PAVING = {
  asphalt: 0,
  marked: 1,
  zebra: 2,
  sidewalk: 3,
  kerb: 4,
  lane: 5,
  path: 6,
  plaza: 7,
  courtyard: 8,
  grass: 9,
  park: 10,
  court: 11,
  track: 12,
  water: 13,
  parking: 14,
  bare: 15,
} as const;
export type Paving = (typeof PAVING)[keyof typeof PAVING];

export interface GroundMesh {
  readonly positions: Float32Array;
  /** Four coordinates a vertex; what they mean depends on the material. */
  readonly coordinates: Float32Array;
  /** Material and chance 0…255. */
  readonly kinds: Uint8Array;
  readonly indices: Uint32Array;
}

/** Maps a point of the plane to the four coordinates of its material. */
export type CoordinatesAt = (p: Point) => readonly [number, number, number, number];
const NO_COORDINATES: CoordinatesAt = () => [0, 0, 0, 0];

export class GroundWriter {
  private readonly positions: number[] = [];
  private readonly coordinates: number[] = [];
  private readonly kinds: number[] = [];
  private readonly indices: number[] = [];
  private readonly terrain: Terrain;

  constructor(terrain: Terrain) {
    this.terrain = terrain;
  }

  /** A convex shape whose corners carry their coordinates: `[x, y, a, b, c, d]`. */
  convex(corners: readonly Corner[], paving: Paving, chance = 0): void {
    drapeConvex(this.terrain, corners, (piece) => {
      const first = this.kinds.length / 2;
      for (const [x = 0, y = 0, a = 0, b = 0, c = 0, d = 0] of piece) {
        this.positions.push(x, y, this.terrain.heightAt(x, y));
        this.coordinates.push(a, b, c, d);
        this.kinds.push(paving, chance);
      }
      for (let i = 1; i < piece.length - 1; i++) this.indices.push(first, first + i, first + i + 1);
    });
  }

  /** Any polygon with holes. */
  polygon(
    rings: readonly (readonly Point[])[],
    paving: Paving,
    coordinatesAt = NO_COORDINATES,
    chance = 0,
  ): void {
    const { vertices, holes } = flatten(rings);
    const points = rings.flat();
    const triangles = earcut(vertices, holes);
    for (let i = 0; i + 2 < triangles.length; i += 3) {
      const corners = [0, 1, 2].map((k) => points[triangles[i + k] as number] as Point);
      const [p, q, r] = corners as [Point, Point, Point];
      const ccw = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]) > 0;
      this.convex(
        (ccw ? [p, q, r] : [p, r, q]).map((corner) => [...corner, ...coordinatesAt(corner)]),
        paving,
        chance,
      );
    }
  }

  finish(): GroundMesh {
    return weldGround({
      positions: Float32Array.from(this.positions),
      coordinates: Float32Array.from(this.coordinates),
      kinds: Uint8Array.from(this.kinds),
      indices: Uint32Array.from(this.indices),
    });
  }
}
