/**
 * What a file holds, drawn while it is read: its outlines as bare bodies in metres about its first point, before anybody knows where on
 * earth that is. A picture of the file and nothing else: it is neither checked nor placed, and stops growing where it would weigh too much.
 */
import type { FootprintPolygon, MetresPerUnit } from '../../geometry/footprints/footprint.ts';
import { type MassingPiece, MassingWriter } from '../../geometry/massing.ts';
import type { Point } from '../../geometry/polygon.ts';

export interface SketchTaker {
  /** An outline as it was read, in the file's units, up to `topMetres`. */
  add(polygons: readonly FootprintPolygon[], metresPerUnit: MetresPerUnit, topMetres: number): void;
  /** The reading has ended. */
  end(): void;
}

/** `isLast`: nothing comes after it; null where nothing more was read. */
export type GiveSketch = (piece: MassingPiece | null, isLast: boolean) => void;

const SEND_EVERY_MS = 150;
/** About 70 MB of the graphics card, and 150,000 buildings. */
const MOST_CORNERS = 3_000_000;

export const createSketch = (give: GiveSketch, mostCorners = MOST_CORNERS): SketchTaker => {
  const writer = new MassingWriter();
  let origin: Point | null = null;
  let corners = 0;
  let sentAt = performance.now();
  const send = (isLast: boolean): void => {
    sentAt = performance.now();
    corners += writer.corners;
    give(writer.take(), isLast);
  };
  return {
    add: (polygons, [x, y], topMetres) => {
      if (corners >= mostCorners) return;
      for (const polygon of polygons) {
        origin ??= polygon[0]?.[0] ?? null;
        const [ox, oy] = origin ?? [0, 0];
        const rings = polygon.map((ring) => ring.map((at): Point => [(at[0] - ox) * x, (at[1] - oy) * y]));
        if (writer.add(rings, 0, topMetres)) continue;
        send(false);
        writer.add(rings, 0, topMetres);
      }
      if (performance.now() - sentAt > SEND_EVERY_MS) send(false);
    },
    end: () => send(true),
  };
};
