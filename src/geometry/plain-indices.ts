/** Which triangles are left when a slow machine draws a moving picture: what is smaller than a pixel from where a wall looks is left out. */
import { type BuildingChunk, VERTEX_WORDS } from './building-chunks.ts';
import { PART, type Part } from './building-writer.ts';
import { type GroundMesh, PAVING } from './ground-writer.ts';

/** The insides of parapets, rails and air conditioners, eaves and frames: three of five triangles of a house. */
const SMALL_PARTS: ReadonlySet<number> = new Set<Part>([PART.parapet, PART.metal, PART.trim]);
/** The part is the lower half of its byte (`building-chunks.ts`). */
const PART_WORD = 6;
const PARTS = 16;

const keep = <T extends Uint16Array | Uint32Array>(indices: T, isKept: (vertex: number) => boolean): T => {
  const kept: number[] = [];
  for (let t = 0; t + 2 < indices.length; t += 3)
    if (isKept(indices[t] as number))
      kept.push(indices[t] as number, indices[t + 1] as number, indices[t + 2] as number);
  const out = indices.slice(0, kept.length) as T;
  out.set(kept);
  return out;
};

export const plainBuildingIndices = ({ vertices, indices }: BuildingChunk): Uint16Array =>
  keep(
    indices,
    (vertex) => !SMALL_PARTS.has((vertices[vertex * VERTEX_WORDS + PART_WORD] as number) % PARTS),
  );

export const plainGroundIndices = ({ kinds, indices }: GroundMesh): Uint32Array =>
  keep(indices, (vertex) => kinds[vertex * 2] !== PAVING.kerb);
