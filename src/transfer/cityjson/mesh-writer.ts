/** Geometries of one object to one mesh, and to the faces that its footprint is made of. */
import { triangulateSurface } from '../../geometry/surfaces/triangulate-surface.ts';
import { SURFACE, type SourceMesh, type SourcePoint } from '../places/place-set.ts';
import type { BoundaryPool } from './boundary-pool.ts';
import type { Materials } from './materials.ts';
import type { FlatGeometry } from './model.ts';
import type { Vertices } from './vertices.ts';

/** A face that lies flat enough to be a floor or a roof. */
export interface FlatFace {
  readonly kind: number;
  /** Upward above 0. */
  readonly normalZ: number;
  readonly lowestZ: number;
  readonly rings: readonly (readonly SourcePoint[])[];
}

/** What was left out of an object, by reason. */
export interface MeshFaults {
  /** Numbers of vertices that are not there. */
  readonly missing: number[];
  /** Numbers of vertices that are no place. */
  readonly unplaced: number[];
  degenerate: number;
}

export interface Templates {
  readonly geometries: readonly (FlatGeometry | null)[];
  readonly vertices: Vertices;
}

/** Metres of one unit of x and y: a file in degrees has faces that look like lines. */
export interface Source {
  readonly pool: BoundaryPool;
  readonly vertices: Vertices;
  readonly templates: Templates;
  readonly materials: Materials;
  readonly metresPerUnit: readonly [number, number];
}

const FLAT_NORMAL = 0.9;
const MOST_TOLD = 20;
const NO_MATERIAL = [255, 255, 255, 255] as const;

/** Reads a vertex to where it lies in the file's system. */
type Read = (index: number, into: number[], place: number) => boolean;

const determinant = (m: readonly number[]): number => {
  const [a = 0, b = 0, c = 0, , d = 0, e = 0, f = 0, , g = 0, h = 0, i = 0] = m;
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
};

export class MeshWriter {
  readonly faults: MeshFaults = { missing: [], unplaced: [], degenerate: 0 };
  readonly faces: FlatFace[] = [];
  lowestZ = Infinity;
  highestZ = -Infinity;
  readonly #source: Source;
  readonly #positions: number[] = [];
  readonly #indices: number[] = [];
  readonly #surfaces: number[] = [];
  readonly #colours: number[] = [];
  #hasMaterial = false;
  readonly #corners: number[] = [];
  readonly #metric: number[] = [];
  readonly #ids: number[] = [];

  constructor(source: Source) {
    this.#source = source;
  }

  get triangles(): number {
    return this.#surfaces.length;
  }

  /** `isBody`: it counts for height and footprint; a balcony does not. False where the template is not there. */
  add(geometry: FlatGeometry, isBody: boolean): boolean {
    const { vertices, templates } = this.#source;
    const { instance } = geometry;
    if (instance === null) {
      this.#write(
        geometry,
        (index, into, place) => vertices.read(index, into, place),
        false,
        isBody,
        vertices.count,
      );
      return true;
    }
    const template = templates.geometries[instance.template];
    const origin = [0, 0, 0];
    if (template === null || template === undefined || template.instance !== null) return false;
    if (!vertices.read(instance.vertex, origin, 0)) {
      this.#leave(instance.vertex, vertices.count);
      return true;
    }
    const m = instance.matrix;
    const [ox = 0, oy = 0, oz = 0] = origin;
    const read: Read = (index, into, place) => {
      if (!templates.vertices.read(index, into, place)) return false;
      const x = into[place] as number;
      const y = into[place + 1] as number;
      const z = into[place + 2] as number;
      const row = (r: number): number =>
        (m[r] as number) * x + (m[r + 1] as number) * y + (m[r + 2] as number) * z + (m[r + 3] as number);
      into[place] = row(0) + ox;
      into[place + 1] = row(4) + oy;
      into[place + 2] = row(8) + oz;
      return Number.isFinite(
        (into[place] as number) + (into[place + 1] as number) + (into[place + 2] as number),
      );
    };
    this.#write(template, read, determinant(m) < 0, isBody, templates.vertices.count);
    return true;
  }

  #leave(index: number, count: number): void {
    const list = index >= count ? this.faults.missing : this.faults.unplaced;
    if (list.length < MOST_TOLD) list.push(index);
  }

  #write(geometry: FlatGeometry, read: Read, isMirrored: boolean, isBody: boolean, count: number): void {
    const { pool, materials, metresPerUnit } = this.#source;
    const [mx, my] = metresPerUnit;
    const steps = materials.colours.length + 1;
    const known = new Map<number, number>();
    const corners = this.#corners;
    const metric = this.#metric;
    const ids = this.#ids;
    pool.visit(geometry.start, geometry.end, (kind, named, rings) => {
      const material = named < materials.colours.length ? named : -1;
      const ends: number[] = [];
      let n = 0;
      for (const ring of rings) {
        const first = n;
        for (let i = 0; i < ring.length; i++) {
          const id = ring[i] as number;
          // Some writers repeat the first corner at the end.
          if (n > first && (id === ids[n - 1] || (i === ring.length - 1 && id === ids[first]))) continue;
          if (!read(id, corners, n * 3)) {
            this.#leave(id, count);
            return;
          }
          ids[n++] = id;
        }
        if (n - first >= 3) ends.push(n);
        else if (first === 0) break;
        else n = first;
      }
      for (let i = 0; i < n; i++) {
        metric[i * 3] = (corners[i * 3] as number) * mx;
        metric[i * 3 + 1] = (corners[i * 3 + 1] as number) * my;
        metric[i * 3 + 2] = corners[i * 3 + 2] as number;
      }
      const found = ends.length === 0 ? null : triangulateSurface(metric, ends);
      if (found === null) {
        this.faults.degenerate++;
        return;
      }
      const local = (corner: number): number => {
        const key = (ids[corner] as number) * steps + material + 1;
        const before = known.get(key);
        if (before !== undefined) return before;
        const index = this.#positions.length / 3;
        for (let k = 0; k < 3; k++) this.#positions.push(corners[corner * 3 + k] as number);
        this.#colours.push(...(materials.colours[material] ?? NO_MATERIAL));
        known.set(key, index);
        return index;
      };
      if (material >= 0) this.#hasMaterial = true;
      const { triangles } = found;
      for (let i = 0; i < triangles.length; i += 3) {
        const a = local(triangles[i] as number);
        const b = local(triangles[i + 1] as number);
        const c = local(triangles[i + 2] as number);
        if (isMirrored) this.#indices.push(a, c, b);
        else this.#indices.push(a, b, c);
        this.#surfaces.push(kind);
      }
      if (isBody) this.#keep(kind, isMirrored ? -found.normal[2] : found.normal[2], ends);
    });
  }

  #keep(kind: number, normalZ: number, ends: readonly number[]): void {
    const corners = this.#corners;
    let lowest = Infinity;
    const n = ends[0] as number;
    for (let i = 0; i < n; i++) {
      const z = corners[i * 3 + 2] as number;
      if (z < lowest) lowest = z;
      if (z > this.highestZ) this.highestZ = z;
    }
    if (lowest < this.lowestZ) this.lowestZ = lowest;
    if (kind !== SURFACE.ground && Math.abs(normalZ) < FLAT_NORMAL) return;
    const rings = ends.map((end, r) => {
      const ring: SourcePoint[] = [];
      for (let i = r === 0 ? 0 : (ends[r - 1] as number); i < end; i++)
        ring.push([corners[i * 3] as number, corners[i * 3 + 1] as number]);
      return ring;
    });
    this.faces.push({ kind, normalZ, lowestZ: lowest, rings });
  }

  /** Null where there is no triangle. */
  finish(): SourceMesh | null {
    if (this.#surfaces.length === 0) return null;
    return {
      positions: Float64Array.from(this.#positions),
      indices: Uint32Array.from(this.#indices),
      surfaces: Uint8Array.from(this.#surfaces),
      colours: this.#hasMaterial ? Uint8Array.from(this.#colours) : null,
      textured: null,
    };
  }
}
