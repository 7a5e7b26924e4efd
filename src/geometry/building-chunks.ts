/**
 * Buildings as few, big meshes. A chunk is one geometry of neighbouring buildings with at most 65,536 vertices (16-bit indices),
 * 16 bytes a vertex: place quantised in the chunk, slot of the building, place on the wall, part, normal. What differs per
 * building and not per vertex (heights, storeys, facade, paint) lies in textures by slot, so that recolouring touches no geometry.
 *
 *   Uint16 × 8 a vertex:  x  y  z  slot  |  u (cm along the wall)  wall length (cm)  part + 16 × role  normal (octahedral, 2 × 8 bit)
 */
import { type BuildingBase, buildingBase } from './building-base.ts';
import {
  writeBalconies,
  writeCanopies,
  writeRoofFurniture,
  writeSigns,
  writeTowerBalcony,
} from './building-details.ts';
import { writeModel } from './building-model.ts';
import { parapetHeight, writeFlatRoof, writePitchedRoof, writeUnderside } from './building-roofs.ts';
import {
  type BuildingInput,
  type BuildingShape,
  hasStraightFront,
  looksSouth,
  shapeOf,
  type WallPlace,
  wallPlace,
} from './building-shape.ts';
import { BuildingWriter, COLLECTED_STRIDE, PART, ROLE } from './building-writer.ts';
import { boundsOf, centroidOf, type Point } from './polygon.ts';
import type { Terrain } from './terrain.ts';

export type { BuildingInput } from './building-shape.ts';

export const VERTEX_WORDS = 8;
const MAX_VERTICES = 65_536;
const QUANTA = 65_535;

export interface BuildingChunk {
  /** `VERTEX_WORDS` words a vertex. */
  readonly vertices: Uint16Array;
  readonly indices: Uint16Array;
  /** Slot of the chunk's first building; a vertex's slot counts from here. */
  readonly firstSlot: number;
  readonly buildings: number;
  /** Local metres of quantum 0, and metres a quantum, of x, y and z. */
  readonly origin: readonly [number, number, number];
  readonly scale: readonly [number, number, number];
}

export interface BuildingMeshes {
  readonly chunks: readonly BuildingChunk[];
  /** Slot of building i: its place in the textures. */
  readonly slotOf: Uint32Array;
  /** Where building i stands, index for index with the input. */
  readonly bases: readonly BuildingBase[];
}

/** What stands out before a wall. */
const writeBeforeWall = (
  writer: BuildingWriter,
  building: BuildingInput,
  shape: BuildingShape,
  place: WallPlace,
  a: Point,
  b: Point,
  baseZ: number,
): void => {
  const eaves = baseZ + building.heightMetres;
  if (place.role === ROLE.front && place.part === PART.wall && hasStraightFront(shape, a, b))
    writeBalconies(writer, building, a, b, baseZ, eaves);
  if (building.units > 0 && !shape.slab && building.use !== 'courtyard' && looksSouth(a, b))
    writeTowerBalcony(writer, building, a, b, baseZ, eaves);
  if (place.role === ROLE.back && building.podiumStoreys === 0)
    writeCanopies(writer, building, shape, [a, b], place, baseZ);
  if (building.podiumStoreys > 0) writeSigns(writer, building, a, b, baseZ);
};

/** Walls, roof and details of one building into the writer. */
export const writeBuilding = (
  writer: BuildingWriter,
  building: BuildingInput,
  shape: BuildingShape,
  base: BuildingBase,
  seed: number,
): void => {
  if (building.model) return writeModel(writer, building.model, base.baseZ);
  const eaves = base.baseZ + building.heightMetres;
  const raised = building.minHeightMetres > 0;
  const bottom = raised ? base.baseZ + building.minHeightMetres : base.bottomZ;
  const pitched = building.roof !== 'flat' && writePitchedRoof(writer, shape, building.roof, eaves);
  const top = pitched ? eaves : eaves + parapetHeight(building.heightMetres);
  shape.rings.forEach((ring, r) => {
    for (let i = 0; i < ring.length; i++) {
      const a = ring[i] as Point;
      const b = ring[(i + 1) % ring.length] as Point;
      const place = wallPlace(shape, ring, i, r === 0);
      writer.face(
        [
          [a[0], a[1], bottom],
          [b[0], b[1], bottom],
          [b[0], b[1], top],
          [a[0], a[1], top],
        ],
        place,
      );
      if (r === 0 && !raised) writeBeforeWall(writer, building, shape, place, a, b, base.baseZ);
    }
  });
  if (raised) writeUnderside(writer, shape, bottom);
  if (!pitched) {
    writeFlatRoof(writer, shape, eaves, top);
    writeRoofFurniture(writer, building, shape, eaves, seed);
  }
};

/** Interleaved bits of a cell: neighbours in the plane are neighbours in the order. */
const mortonOf = (x: number, y: number): number => {
  let code = 0;
  for (let bit = 0; bit < 12; bit++) code += ((x >> bit) & 1) * 4 ** bit + ((y >> bit) & 1) * 2 * 4 ** bit;
  return code;
};

const spatialOrder = (buildings: readonly BuildingInput[]): number[] => {
  const centres = buildings.map((b) => centroidOf(b.rings[0] ?? []));
  const [west, south, east, north] = boundsOf(centres);
  const size = Math.max(east - west, north - south, 1);
  const keys = centres.map(([x, y]) =>
    mortonOf(Math.floor(((x - west) / size) * 4095), Math.floor(((y - south) / size) * 4095)),
  );
  return buildings.map((_, i) => i).sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
};

const packChunk = (writer: BuildingWriter, firstSlot: number, buildings: number): BuildingChunk => {
  const { vertices: from, vertexCount } = writer;
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let v = 0; v < vertexCount; v++) {
    for (let k = 0; k < 3; k++) {
      const value = from[v * COLLECTED_STRIDE + k] as number;
      low[k] = Math.min(low[k] as number, value);
      high[k] = Math.max(high[k] as number, value);
    }
  }
  const scale = low.map((l, k) => Math.max((high[k] as number) - l, 1) / QUANTA);
  const vertices = new Uint16Array(vertexCount * VERTEX_WORDS);
  for (let v = 0; v < vertexCount; v++) {
    const f = v * COLLECTED_STRIDE;
    const t = v * VERTEX_WORDS;
    for (let k = 0; k < 3; k++)
      vertices[t + k] = Math.round(((from[f + k] as number) - (low[k] as number)) / (scale[k] as number));
    vertices[t + 3] = (from[f + 3] as number) - firstSlot;
    vertices[t + 4] = Math.min(Math.round((from[f + 4] as number) * 100), QUANTA);
    vertices[t + 5] = Math.min(Math.round((from[f + 5] as number) * 100), QUANTA);
    vertices[t + 6] = from[f + 6] as number;
    vertices[t + 7] = from[f + 7] as number;
  }
  return {
    vertices,
    indices: Uint16Array.from(writer.indices.subarray(0, writer.indexCount)),
    firstSlot,
    buildings,
    origin: low as [number, number, number],
    scale: scale as [number, number, number],
  };
};

/** Copies what a one-building writer holds behind what the chunk's writer holds. */
const append = (chunk: BuildingWriter, one: BuildingWriter): void => {
  const room = (chunk.vertexCount + one.vertexCount) * COLLECTED_STRIDE;
  if (room > chunk.vertices.length) {
    const larger = new Float32Array(Math.max(room, chunk.vertices.length * 2));
    larger.set(chunk.vertices);
    chunk.vertices = larger;
  }
  const last = chunk.indexCount + one.indexCount;
  if (last > chunk.indices.length) {
    const larger = new Uint32Array(Math.max(last, chunk.indices.length * 2));
    larger.set(chunk.indices);
    chunk.indices = larger;
  }
  chunk.vertices.set(
    one.vertices.subarray(0, one.vertexCount * COLLECTED_STRIDE),
    chunk.vertexCount * COLLECTED_STRIDE,
  );
  for (let i = 0; i < one.indexCount; i++)
    chunk.indices[chunk.indexCount + i] = (one.indices[i] as number) + chunk.vertexCount;
  chunk.vertexCount += one.vertexCount;
  chunk.indexCount = last;
};

/** A model may have more vertices than a chunk: its triangles, which share none, are dealt out. */
const piecesOf = (one: BuildingWriter): BuildingWriter[] => {
  if (one.vertexCount <= MAX_VERTICES) return [one];
  const most = Math.floor(MAX_VERTICES / 3) * 3;
  const pieces: BuildingWriter[] = [];
  for (let from = 0; from < one.vertexCount; from += most) {
    const piece = new BuildingWriter();
    const count = Math.min(most, one.vertexCount - from);
    piece.vertices = one.vertices.subarray(from * COLLECTED_STRIDE, (from + count) * COLLECTED_STRIDE);
    piece.indices = Uint32Array.from({ length: count }, (_, i) => i);
    piece.vertexCount = count;
    piece.indexCount = count;
    pieces.push(piece);
  }
  return pieces;
};

/** Meshes of all buildings. About 0.05 ms a building. */
export const buildChunks = (buildings: readonly BuildingInput[], terrain: Terrain): BuildingMeshes => {
  const slotOf = new Uint32Array(buildings.length);
  const bases = buildings.map((b) => buildingBase(b.rings[0] ?? [], terrain));
  const chunks: BuildingChunk[] = [];
  let chunk = new BuildingWriter();
  let firstSlot = 0;
  const one = new BuildingWriter();
  const order = spatialOrder(buildings);
  order.forEach((index, slot) => {
    const building = buildings[index] as BuildingInput;
    slotOf[index] = slot;
    one.vertexCount = 0;
    one.indexCount = 0;
    one.building = slot;
    const shape = shapeOf(building);
    if (shape) writeBuilding(one, building, shape, bases[index] as BuildingBase, index);
    if (chunk.vertexCount > 0 && chunk.vertexCount + one.vertexCount > MAX_VERTICES) {
      chunks.push(packChunk(chunk, firstSlot, slot - firstSlot));
      chunk = new BuildingWriter();
      firstSlot = slot;
    }
    for (const piece of piecesOf(one)) {
      if (chunk.vertexCount > 0 && chunk.vertexCount + piece.vertexCount > MAX_VERTICES) {
        chunks.push(packChunk(chunk, firstSlot, slot + 1 - firstSlot));
        chunk = new BuildingWriter();
        firstSlot = slot;
      }
      append(chunk, piece);
    }
  });
  if (chunk.vertexCount > 0) chunks.push(packChunk(chunk, firstSlot, order.length - firstSlot));
  return { chunks, slotOf, bases };
};
