/**
 * Collects the faces of buildings. One vertex says where it is, which building it belongs to, which part of a building it is and
 * where it lies on its wall; the fragment shader draws windows, storeys and edges from that.
 */

/** What a face is made of; the shader's table must agree (`scene/buildings/facade-glsl.ts`). */
export const PART = {
  wall: 0,
  roof: 1,
  tiles: 2,
  parapet: 3,
  masonry: 4,
  metal: 5,
  balcony: 6,
  trim: 7,
  panel: 8,
  sign: 9,
  /** A face of a model with a colour of its own. */
  model: 10,
} as const;
export type Part = (typeof PART)[keyof typeof PART];

/** What a wall looks at: decides its windows. */
export const ROLE = {
  /** Regular windows. */
  regular: 0,
  /** The sunny side with living rooms and balconies. */
  front: 1,
  /** The side of staircases and kitchens, with the doors. */
  back: 2,
  /** A short end with few windows. */
  end: 3,
} as const;
export type Role = (typeof ROLE)[keyof typeof ROLE];

export type Point3 = readonly [number, number, number];

export interface Face {
  readonly part: Part;
  readonly role?: Role;
  /** Metres along the wall at the first and the second corner. */
  readonly u?: readonly [number, number];
  /** Length of the wall that the face is part of, metres. */
  readonly wallMetres?: number;
}

/** Floats a vertex while collecting: x y z, building, u, wall length, part code, packed normal. */
export const COLLECTED_STRIDE = 8;

/** A unit normal in 16 bits: azimuth and height as bytes on the octahedron. */
export const packNormal = (x: number, y: number, z: number): number => {
  const sum = Math.abs(x) + Math.abs(y) + Math.abs(z) || 1;
  let u = x / sum;
  let v = y / sum;
  if (z < 0) {
    const fu = (1 - Math.abs(v)) * (u >= 0 ? 1 : -1);
    v = (1 - Math.abs(u)) * (v >= 0 ? 1 : -1);
    u = fu;
  }
  return Math.round((u * 0.5 + 0.5) * 255) * 256 + Math.round((v * 0.5 + 0.5) * 255);
};

export class BuildingWriter {
  vertices: Float32Array = new Float32Array(1 << 15);
  indices: Uint32Array = new Uint32Array(1 << 13);
  vertexCount = 0;
  indexCount = 0;
  /** Slot of the building being written. */
  building = 0;

  private vertex(p: Point3, u: number, wallMetres: number, code: number, normal: number): number {
    if ((this.vertexCount + 1) * COLLECTED_STRIDE > this.vertices.length) {
      const larger = new Float32Array(this.vertices.length * 2);
      larger.set(this.vertices);
      this.vertices = larger;
    }
    const at = this.vertexCount * COLLECTED_STRIDE;
    this.vertices[at] = p[0];
    this.vertices[at + 1] = p[1];
    this.vertices[at + 2] = p[2];
    this.vertices[at + 3] = this.building;
    this.vertices[at + 4] = u;
    this.vertices[at + 5] = wallMetres;
    this.vertices[at + 6] = code;
    this.vertices[at + 7] = normal;
    return this.vertexCount++;
  }

  private triangle(a: number, b: number, c: number): void {
    if (this.indexCount + 3 > this.indices.length) {
      const larger = new Uint32Array(this.indices.length * 2);
      larger.set(this.indices);
      this.indices = larger;
    }
    this.indices[this.indexCount++] = a;
    this.indices[this.indexCount++] = b;
    this.indices[this.indexCount++] = c;
  }

  /** A flat face of three or more corners, counter-clockwise from outside, convex. Degenerate faces are left out. */
  face(corners: readonly Point3[], face: Face): void {
    const [a, b, c] = corners;
    const last = corners[corners.length - 1];
    if (!a || !b || !c || !last) return;
    // Newell's normal: right also where two corners coincide.
    let nx = 0;
    let ny = 0;
    let nz = 0;
    for (let i = 0; i < corners.length; i++) {
      const p = corners[i] as Point3;
      const q = corners[(i + 1) % corners.length] as Point3;
      nx += (p[1] - q[1]) * (p[2] + q[2]);
      ny += (p[2] - q[2]) * (p[0] + q[0]);
      nz += (p[0] - q[0]) * (p[1] + q[1]);
    }
    const length = Math.hypot(nx, ny, nz);
    if (length < 1e-6) return;
    const normal = packNormal(nx / length, ny / length, nz / length);
    const [u0, u1] = face.u ?? [0, Math.hypot(b[0] - a[0], b[1] - a[1])];
    const wallMetres = face.wallMetres ?? Math.abs(u1 - u0);
    const code = face.part + 16 * (face.role ?? ROLE.regular);
    // Along the first edge u runs from u0 to u1; other corners get theirs by projection on it.
    const ex = b[0] - a[0];
    const ey = b[1] - a[1];
    const along = ex * ex + ey * ey || 1;
    const first = this.vertexCount;
    for (const p of corners) {
      const t = ((p[0] - a[0]) * ex + (p[1] - a[1]) * ey) / along;
      this.vertex(p, Math.max(u0 + t * (u1 - u0), 0), wallMetres, code, normal);
    }
    for (let i = 1; i < corners.length - 1; i++) this.triangle(first, first + i, first + i + 1);
  }

  /** A triangle of a model: `along` is each corner's place on its wall, `wallMetres` the wall's length. */
  wallTriangle(
    corners: readonly [Point3, Point3, Point3],
    [nx, ny, nz]: Point3,
    along: readonly [number, number, number],
    wallMetres: number,
    part: Part = PART.wall,
  ): void {
    const normal = packNormal(nx, ny, nz);
    const first = this.vertexCount;
    corners.forEach((corner, i) => this.vertex(corner, along[i] ?? 0, wallMetres, part, normal));
    this.triangle(first, first + 1, first + 2);
  }

  /** A triangle with a colour of its own, 0–255 a channel: it takes the two words in which walls have their metres. */
  coloured(
    corners: readonly [Point3, Point3, Point3],
    normal: Point3,
    [red, green, blue]: readonly [number, number, number],
  ): void {
    // The words are hundredths when they are packed.
    this.wallTriangle(
      corners,
      normal,
      [0, 1, 2].map(() => (red * 256 + green) / 100) as [number, number, number],
      blue / 100,
      PART.model,
    );
  }

  /** A level face of any shape from triangles over its points, looking up (or down). */
  level(
    points: readonly (readonly [number, number])[],
    triangles: readonly number[],
    z: number,
    face: Face,
    up = true,
  ): void {
    const first = this.vertexCount;
    const code = face.part + 16 * (face.role ?? ROLE.regular);
    const normal = packNormal(0, 0, up ? 1 : -1);
    for (const [x, y] of points) this.vertex([x, y, z], 0, 0, code, normal);
    for (let i = 0; i + 2 < triangles.length; i += 3) {
      const a = triangles[i] as number;
      const b = triangles[i + 1] as number;
      const c = triangles[i + 2] as number;
      const [pa, pb, pc] = [points[a], points[b], points[c]];
      if (!pa || !pb || !pc) continue;
      const ccw = (pb[0] - pa[0]) * (pc[1] - pa[1]) - (pb[1] - pa[1]) * (pc[0] - pa[0]) > 0;
      if (ccw === up) this.triangle(first + a, first + b, first + c);
      else this.triangle(first + a, first + c, first + b);
    }
  }

  /** A box standing along a direction: `along` and `across` are half sizes in metres; `bottom` adds the underside. */
  box(
    centre: readonly [number, number],
    direction: readonly [number, number],
    half: { readonly along: number; readonly across: number },
    z: readonly [number, number],
    face: Face,
    open: { readonly bottom?: boolean; readonly noTop?: boolean; readonly top?: Part } = {},
  ): void {
    const [dx, dy] = direction;
    const ax = dx * half.along;
    const ay = dy * half.along;
    const bx = -dy * half.across;
    const by = dx * half.across;
    const corners: (readonly [number, number])[] = [
      [centre[0] - ax - bx, centre[1] - ay - by],
      [centre[0] + ax - bx, centre[1] + ay - by],
      [centre[0] + ax + bx, centre[1] + ay + by],
      [centre[0] - ax + bx, centre[1] - ay + by],
    ];
    for (let i = 0; i < 4; i++) {
      const a = corners[i] as readonly [number, number];
      const b = corners[(i + 1) % 4] as readonly [number, number];
      this.face(
        [
          [a[0], a[1], z[0]],
          [b[0], b[1], z[0]],
          [b[0], b[1], z[1]],
          [a[0], a[1], z[1]],
        ],
        face,
      );
    }
    const top: Face = { ...face, part: open.top ?? face.part };
    if (!open.noTop)
      this.face(
        corners.map(([x, y]) => [x, y, z[1]] as const),
        top,
      );
    if (open.bottom) this.face(corners.map(([x, y]) => [x, y, z[0]] as const).reverse(), top);
  }
}
