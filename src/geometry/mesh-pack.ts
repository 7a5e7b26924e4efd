/**
 * Meshes of many objects as one piece of bytes: what is kept of a model beside its file, and what the scene draws. A header in JSON says
 * which object lies where; then the arrays, each beginning at a multiple of four.
 *
 *   "LMSH" · version u32 · header length u32 · header (UTF-8, padded) · positions f32… · indices u32… · colours u8… · surfaces u8…
 */

/**
 * Triangles in local metres (east, north, up) about `origin`; heights above the ground that the object stands on. `surfaces`: one of
 * `SURFACE` of `transfer/places` per triangle (0 other, 1 wall, 2 roof, 3 ground). `colours`: red, green, blue per triangle, or null.
 */
export interface PackedMesh {
  readonly key: string;
  /** WGS 84 degrees of x = y = 0. */
  readonly origin: readonly [lng: number, lat: number];
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
  readonly surfaces: Uint8Array;
  readonly colours: Uint8Array | null;
}

interface Entry {
  readonly key: string;
  readonly origin: readonly [number, number];
  readonly vertices: number;
  readonly triangles: number;
  readonly coloured: boolean;
}

const MAGIC = 0x48534d4c;
const VERSION = 1;
const HEAD_BYTES = 12;
const padded = (bytes: number): number => (bytes + 3) & ~3;

const bytesOf = ({ vertices, triangles, coloured }: Entry): number =>
  vertices * 12 + triangles * 12 + padded(coloured ? triangles * 3 : 0) + padded(triangles);

export const packMeshes = (meshes: readonly PackedMesh[]): Uint8Array => {
  const entries: Entry[] = meshes.map(({ key, origin, positions, indices, colours }) => ({
    key,
    origin,
    vertices: positions.length / 3,
    triangles: indices.length / 3,
    coloured: colours !== null,
  }));
  const header = new TextEncoder().encode(JSON.stringify(entries));
  const start = HEAD_BYTES + padded(header.length);
  const out = new Uint8Array(start + entries.reduce((sum, entry) => sum + bytesOf(entry), 0));
  new Uint32Array(out.buffer, 0, 3).set([MAGIC, VERSION, header.length]);
  out.set(header, HEAD_BYTES);
  let at = start;
  const write = (array: Float32Array | Uint32Array | Uint8Array): void => {
    out.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += padded(array.byteLength);
  };
  for (const { positions, indices, colours, surfaces } of meshes) {
    write(positions);
    write(indices);
    if (colours) write(colours);
    write(surfaces);
  }
  return out;
};

/** Throws a `RangeError` where the bytes are no pack of meshes, or not all of it. The arrays are views of the bytes. */
export const unpackMeshes = (bytes: Uint8Array): PackedMesh[] => {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset } = whole;
  const [magic, version, headerLength] =
    whole.length >= HEAD_BYTES ? new Uint32Array(buffer, byteOffset, 3) : [0, 0, 0];
  if (magic !== MAGIC || version !== VERSION || headerLength === undefined)
    throw new RangeError('not a pack of meshes');
  if (HEAD_BYTES + headerLength > whole.length) throw new RangeError('the pack of meshes ends in its header');
  const header = new TextDecoder().decode(whole.subarray(HEAD_BYTES, HEAD_BYTES + headerLength));
  const entries = JSON.parse(header) as Entry[];
  let at = HEAD_BYTES + padded(headerLength);
  const needed = entries.reduce((sum, entry) => sum + bytesOf(entry), at);
  if (needed > whole.length) throw new RangeError('the pack of meshes is cut off');
  return entries.map((entry) => {
    const { key, origin, vertices, triangles, coloured } = entry;
    const positions = new Float32Array(buffer, byteOffset + at, vertices * 3);
    at += vertices * 12;
    const indices = new Uint32Array(buffer, byteOffset + at, triangles * 3);
    at += triangles * 12;
    const colours = coloured ? new Uint8Array(buffer, byteOffset + at, triangles * 3) : null;
    at += padded(coloured ? triangles * 3 : 0);
    const surfaces = new Uint8Array(buffer, byteOffset + at, triangles);
    at += padded(triangles);
    return { key, origin, positions, indices, surfaces, colours };
  });
};
