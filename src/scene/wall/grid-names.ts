/**
 * Every grid has two labels: its name with what may be said of it, and its name alone. Which of them is meant is decided where they stand
 * on the screen, so that in the overview no grid is without its name.
 */
import { type PerspectiveCamera, Vector3 } from 'three';
import { fitNames, type NamePlace } from '../../geometry/fit-names.ts';
import { useWallView } from '../../state/wall-view.ts';
import type { LabelBatch, LabelSpec } from '../actors/labels/label-batch.ts';
import { worldOf } from '../actors/local-axes.ts';

/** Names nearer than this to the upper or lower end of the free part would lie under a panel. */
export const RIM = 0.02;
const scratch = new Vector3();

export interface GridNames {
  /** Where a grid has both forms the short one follows the long one. */
  setBatch(batch: LabelBatch): void;
  /** Decides for where the camera stands now. */
  frame(camera: PerspectiveCamera, width: number, height: number): void;
  /** Is the other form meant, or has this one no room? Null: no label of a grid. */
  isHidden(spec: LabelSpec): boolean | null;
}

interface Pair {
  readonly long: number;
  readonly short: number;
}

const OFF = -1e6;

export const createGridNames = (): GridNames => {
  let batch: LabelBatch | null = null;
  let pairs: readonly Pair[] = [];
  let atLength: Uint8Array = new Uint8Array(0);
  const hidden = new Map<LabelSpec, boolean>();

  const sizeOf = ({ atlas, specs }: LabelBatch, at: number) => ({
    halfWidth: (atlas.width[at] as number) / 2,
    height: (atlas.height[at] as number) + (specs[at] as LabelSpec).raisePx,
  });
  const placeOf = (
    from: LabelBatch,
    { long, short }: Pair,
    camera: PerspectiveCamera,
    width: number,
    height: number,
  ): NamePlace => {
    const { x, y, z } = worldOf((from.specs[long] as LabelSpec).anchor, scratch).project(camera);
    const seen = z < 1;
    return {
      x: seen ? ((x + 1) / 2) * width : OFF,
      y: seen ? ((1 - y) / 2) * height : OFF,
      long: sizeOf(from, long),
      short: sizeOf(from, short),
    };
  };

  return {
    setBatch: (next) => {
      batch = next;
      hidden.clear();
      pairs = next.specs.flatMap((spec, long) =>
        spec.kind === 'grid' && spec.note ? [{ long, short: long + 1 }] : [],
      );
      if (atLength.length !== pairs.length) atLength = new Uint8Array(pairs.length);
    },
    frame: (camera, width, height) => {
      if (!batch) return;
      const { free, shot } = useWallView.getState();
      const room = {
        left: free.left * width,
        right: free.right * width,
        top: (free.top + RIM) * height,
        bottom: (free.bottom - RIM) * height,
      };
      const places = pairs.map((pair) => placeOf(batch as LabelBatch, pair, camera, width, height));
      // A shot of one grid is about its figures: its neighbours' names give way to them.
      atLength =
        shot.kind === 'grid' ? new Uint8Array(pairs.length).fill(1) : fitNames(places, room, atLength);
      pairs.forEach(({ long, short }, at) => {
        const { x, y, short: size } = places[at] as NamePlace;
        const out =
          x - size.halfWidth < room.left ||
          x + size.halfWidth > room.right ||
          y - size.height < room.top ||
          y > room.bottom;
        const { specs } = batch as LabelBatch;
        hidden.set(specs[long] as LabelSpec, atLength[at] === 0);
        hidden.set(specs[short] as LabelSpec, atLength[at] === 1 || out);
      });
    },
    isHidden: (spec) => hidden.get(spec) ?? null,
  };
};
