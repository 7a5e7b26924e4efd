/**
 * The labels of one or two batches on the screen: where each lies, which give way, which stand behind a house, and how they fade.
 * Runs in the frame loop; costs nothing while the picture stands still.
 */
import { type PerspectiveCamera, Vector3 } from 'three';
import { createLabelLayout, FADE_OUT_MS, type LabelBoxes } from '../../../geometry/label-layout.ts';
import { beginWork, endWork } from '../../../state/busy.ts';
import type { Hit } from '../../../state/selection-store.ts';
import { localOf, worldOf } from '../local-axes.ts';
import type { Stage } from '../stage.ts';
import { coinHeight, coinTip } from '../symbols/facility-symbols.ts';
import type { LabelBatch, LabelSpec } from './label-batch.ts';

export interface LabelLayer {
  /** Labels of the places, and of the opened building. */
  setBatches(batches: readonly LabelBatch[]): void;
  /** Called once a frame, after the camera has moved. */
  frame(nowMs: number, viewport: { width: number; height: number; density: number }): void;
  /** Something else than the camera changed. */
  touch(): void;
  /** Labels are on their way. */
  readonly busy: boolean;
  at(x: number, y: number): Hit | null;
  dispose(): void;
}

const FADE_IN_MS = 160;
/** Rays a frame that ask whether a label can be seen. */
const RAYS_A_FRAME = 12;
const RAYS_AT_REST = 600;
const URGENT = 100;
const EDGE_PX = 2;
const COIN_PRIORITY = 55;
const scratch = new Vector3();

export interface LabelLayerInput {
  readonly stage: Stage;
  readonly camera: PerspectiveCamera;
  invalidate(): void;
  /** Goes first, at any scale: what is selected or hovered. */
  isUrgent(spec: LabelSpec): boolean;
  isHidden(spec: LabelSpec): boolean;
  /** Are the facility symbols on the screen? Names keep clear of them. */
  symbolsShown(): boolean;
}

export const createLabelLayer = ({
  stage,
  camera,
  invalidate,
  isUrgent,
  isHidden,
  symbolsShown,
}: LabelLayerInput): LabelLayer => {
  const coins = stage.facilities.length;
  let batches: readonly LabelBatch[] = [];
  let count = 0;
  let boxes: LabelBoxes = emptyBoxes(0);
  let layout = createLabelLayout(0);
  let hidden = new Uint8Array(0);
  let nextRay = 0;
  let raysLeft = 0;
  let last = 0;
  let stale = true;
  let busy = false;
  let odd = false;
  const seen = new Float64Array(16);

  const setBusy = (on: boolean): void => {
    if (on === busy) return;
    busy = on;
    if (on) beginWork('labels');
    else endWork('labels');
  };
  const touch = (): void => {
    stale = true;
    invalidate();
  };
  const setBatches = (next: readonly LabelBatch[]): void => {
    batches = next;
    count = next.reduce((s, b) => s + b.specs.length, 0);
    boxes = emptyBoxes(count + coins);
    layout = createLabelLayout(count + coins);
    hidden = new Uint8Array(count);
    let at = 0;
    for (const { specs, atlas, opacity } of next)
      specs.forEach((_, i) => {
        boxes.halfWidth[at] = (atlas.width[i] as number) / 2;
        boxes.halfHeight[at] = (atlas.height[i] as number) / 2;
        // What is on the screen already stays there.
        layout.wanted[at] = (opacity[i] as number) > 0.5 ? 1 : 0;
        at++;
      });
    raysLeft = count;
    touch();
  };

  /** Has the picture moved since the last frame? */
  const moved = (): boolean => {
    const m = camera.matrixWorldInverse.elements;
    let changed = false;
    for (let k = 0; k < 16; k++) {
      if (Math.abs((m[k] as number) - (seen[k] as number)) > 1e-7) changed = true;
      seen[k] = m[k] as number;
    }
    return changed;
  };

  const place = (width: number, height: number): void => {
    const v = camera.matrixWorldInverse.elements;
    const p = camera.projectionMatrix.elements;
    const tan = Math.tan((camera.fov * Math.PI) / 360);
    const ex = camera.position.x;
    const ey = -camera.position.z;
    let at = 0;
    for (const { specs, anchors, atlas } of batches) {
      for (let i = 0; i < specs.length; i++, at++) {
        const spec = specs[i] as LabelSpec;
        // Local → world → view: the turn at the scene's root is (x, z, −y).
        const lx = anchors[3 * i] as number;
        const ly = anchors[3 * i + 1] as number;
        const lz = anchors[3 * i + 2] as number;
        const wy = lz;
        const wz = -ly;
        const vx = (v[0] as number) * lx + (v[4] as number) * wy + (v[8] as number) * wz + (v[12] as number);
        const vy = (v[1] as number) * lx + (v[5] as number) * wy + (v[9] as number) * wz + (v[13] as number);
        const depth = -(
          (v[2] as number) * lx +
          (v[6] as number) * wy +
          (v[10] as number) * wz +
          (v[14] as number)
        );
        const scale = (2 * depth * tan) / height;
        const urgent = isUrgent(spec);
        const turned = spec.facing && spec.facing[0] * (ex - lx) + spec.facing[1] * (ey - ly) <= 0;
        const out =
          depth < 1 ||
          turned ||
          (atlas.width[i] as number) === 0 ||
          (!urgent && (scale < spec.fromScale || scale > spec.toScale || (hidden[at] as number) > 0)) ||
          isHidden(spec);
        if (out) {
          boxes.x[at] = Number.NaN;
          boxes.priority[at] = -1;
          continue;
        }
        const h = boxes.halfHeight[at] as number;
        const x = ((((p[0] as number) * vx) / depth) * 0.5 + 0.5) * width;
        const y = (0.5 - ((p[5] as number) * vy) / depth / 2) * height - spec.raisePx - h;
        const w = boxes.halfWidth[at] as number;
        // Half a name is no name: what reaches over the edge goes.
        const off = x - w < EDGE_PX || x + w > width - EDGE_PX || y - h < EDGE_PX || y + h > height - EDGE_PX;
        boxes.x[at] = off ? Number.NaN : x;
        boxes.y[at] = y;
        // Of equals the nearer one goes first.
        boxes.priority[at] = urgent ? URGENT : spec.priority + 4 / (1 + scale * 4);
      }
    }
  };

  /** The coins hold their place like labels between grids and houses. */
  const placeCoins = (width: number, height: number): void => {
    const shown = symbolsShown();
    const tan = Math.tan((camera.fov * Math.PI) / 360);
    const eye = localOf(camera.position);
    stage.facilities.forEach((facility, i) => {
      const at = count + i;
      worldOf(facility.foot, scratch).applyMatrix4(camera.matrixWorldInverse);
      const depth = -scratch.z;
      boxes.priority[at] = shown && depth > 1 ? COIN_PRIORITY : -1;
      if (depth <= 1) return;
      const scale = (2 * depth * tan) / height;
      worldOf(coinTip(facility, eye, scale), scratch).applyMatrix4(camera.matrixWorldInverse);
      const tall = coinHeight(scale) / scale;
      boxes.x[at] = width / 2 + scratch.x / scale;
      boxes.y[at] = height / 2 - scratch.y / scale - tall * 0.6;
      boxes.halfWidth[at] = tall * 0.32;
      boxes.halfHeight[at] = tall * 0.4;
    });
  };

  /** Looks whether houses stand before some of the labels; the others have their turn in the next frames. */
  const castRays = (most: number): void => {
    const { x, y, z } = camera.position;
    let rays = 0;
    for (let looked = 0; looked < count && rays < most && raysLeft > 0; looked++, raysLeft--) {
      nextRay = (nextRay + 1) % count;
      const [batch, i] = find(nextRay);
      const spec = batch?.specs[i];
      if (!batch || !spec || spec.behind === undefined) continue;
      rays++;
      const { anchors } = batch;
      hidden[nextRay] = stage.picker.blocks(
        x,
        -z,
        y,
        anchors[3 * i] as number,
        anchors[3 * i + 1] as number,
        anchors[3 * i + 2] as number,
        spec.behind,
      )
        ? 1
        : 0;
    }
  };
  const find = (at: number): [LabelBatch | undefined, number] => {
    let rest = at;
    for (const batch of batches) {
      if (rest < batch.specs.length) return [batch, rest];
      rest -= batch.specs.length;
    }
    return [undefined, 0];
  };

  /** Opacities go their way; true while one is under way. */
  const fade = (seconds: number): boolean => {
    let at = 0;
    let under = false;
    for (const batch of batches) {
      let changed = false;
      for (let i = 0; i < batch.specs.length; i++, at++) {
        const goal = layout.wanted[at] as number;
        const now = batch.opacity[i] as number;
        if (now === goal) continue;
        const step = (seconds * 1000) / (goal > now ? FADE_IN_MS : FADE_OUT_MS);
        const next = goal > now ? Math.min(goal, now + step) : Math.max(goal, now - step);
        batch.opacity[i] = next;
        changed = true;
        under ||= next !== goal;
      }
      if (changed) batch.upload();
    }
    return under;
  };

  return {
    setBatches,
    touch,
    get busy() {
      return count > 0 && (busy || stale);
    },
    frame: (now, { width, height, density }) => {
      if (count === 0) return setBusy(false);
      const cameraMoved = moved();
      if (cameraMoved) raysLeft = count;
      if (!cameraMoved && !stale && !busy && raysLeft === 0) return;
      // The shader moves the labels; which of them give way can wait for a frame.
      odd = cameraMoved && !odd;
      if (odd && !stale) {
        setBusy(true);
        return invalidate();
      }
      const seconds = Math.min(0.25, Math.max(0.001, (now - last) / 1000));
      last = now;
      stale = false;
      // Once the camera stands there is time for all of them.
      castRays(cameraMoved ? RAYS_A_FRAME : RAYS_AT_REST);
      place(width, height);
      placeCoins(width, height);
      const waiting = layout.update(boxes, now);
      const fading = fade(busy ? seconds : 1 / 60);
      for (const batch of batches) batch.setViewport(width, height, cameraMoved ? 0 : density);
      const more = cameraMoved || waiting || fading || raysLeft > 0;
      setBusy(more);
      if (more) invalidate();
    },
    at: (x, y) => {
      let at = 0;
      for (const batch of batches)
        for (let i = 0; i < batch.specs.length; i++, at++) {
          const spec = batch.specs[i] as LabelSpec;
          if (!spec.hit || (batch.opacity[i] as number) < 0.5) continue;
          if (
            Math.abs(x - (boxes.x[at] as number)) <= (boxes.halfWidth[at] as number) &&
            Math.abs(y - (boxes.y[at] as number)) <= (boxes.halfHeight[at] as number)
          )
            return spec.hit;
        }
      return null;
    },
    dispose: () => setBusy(false),
  };
};

const emptyBoxes = (count: number): LabelBoxes => ({
  count,
  x: new Float32Array(count).fill(Number.NaN),
  y: new Float32Array(count),
  halfWidth: new Float32Array(count),
  halfHeight: new Float32Array(count),
  priority: new Float32Array(count).fill(-1),
});
