/**
 * Opens and closes buildings: when the selection enters one, the others fade and its solid gives way to its floors, which part;
 * when it leaves, they close again. Follows the selection, the interior and the theme; owns the meshes of the opened building.
 */
import type { Group } from 'three';
import { beginWork, endWork } from '../../../state/busy.ts';
import { type InteriorState, useInterior } from '../../../state/interior.ts';
import { buildingOf, type Selection } from '../../../state/selection.ts';
import { type Hit, useSelection } from '../../../state/selection-store.ts';
import { paintDwellings, useTheme } from '../../../state/themes.ts';
import type { SceneContextValue } from '../../context.ts';
import type { Stage } from '../stage.ts';
import { createTween, easeInOut, easeOut, reducedMotion } from '../tween.ts';
import { paintBoxes, selectedDwelling } from './box-paint.ts';
import { CLOSED, createOpenedModel, type OpenedModel, type Parting } from './opened-model.ts';
import { writeParting } from './opened-material.ts';
import { createOpenedMeshes, type OpenedMeshes } from './opened-meshes.ts';

const OPEN_MS = 620;
const CLOSE_MS = 420;
const STEP_MS = 340;
const FADE_MS = 420;
/** How much farther the floors above a selected one lift, in storeys. */
const LIFT_STOREYS = 1.25;
const SLIDE_METRES = 1.9;

export interface Opened {
  readonly index: number;
  readonly model: OpenedModel;
  readonly parting: Readonly<Parting>;
}
export interface Opener {
  /** Called once a frame. */
  frame(nowMs: number): void;
  readonly opened: Opened | null;
  /** Called when a building opened, parted or closed: labels of homes follow. */
  onChange(listener: () => void): void;
  dispose(): void;
}

interface Shown extends Opened {
  readonly meshes: OpenedMeshes;
  readonly parting: Parting;
}

/** Floors and homes change the model; everything else about a home is paint. */
const shapeKey = (interior: InteriorState): string =>
  interior.dwellings.map((d) => `${d.id}:${d.unit}:${d.floor}:${d.door}`).join();

export const createOpener = (stage: Stage, scene: SceneContextValue, group: Group): Opener => {
  const { buildingState, light, quality, invalidate, shadowsChanged } = scene;
  const listeners = new Set<() => void>();
  const tellAll = (): void => {
    for (const listener of listeners) listener();
  };
  const fade = createTween(0, easeOut);
  const open = createTween(0, easeInOut);
  const lift = createTween(0, easeOut);
  const liftFloor = createTween(0, easeOut);
  const slide = createTween(0, easeOut);
  const leaving = createTween(0, easeOut);
  const tweens = [fade, open, lift, liftFloor, slide, leaving];
  let shown: Shown | null = null;
  let shownKey = '';
  /** The building the others fade for. */
  let kept = -1;
  let busy = false;
  let startPending = false;
  let shadowsStale = false;

  const ms = (duration: number): number => (reducedMotion() ? 0 : duration);
  const wake = (): void => {
    if (!busy) {
      busy = true;
      beginWork('opening');
    }
    invalidate();
  };

  const show = (index: number): void => {
    const building = stage.buildings[index];
    if (!building) return;
    const interior = useInterior.getState();
    const model = createOpenedModel(building, interior.dwellings);
    const meshes = createOpenedMeshes(model, light, quality, group);
    shown = { index, model, meshes, parting: { ...CLOSED } };
    shownKey = shapeKey(interior);
    buildingState.setHidden(index);
    repaint();
    tellAll();
  };
  const drop = (): void => {
    if (!shown) return;
    shown.meshes.dispose();
    shown = null;
    buildingState.setHidden(null);
    for (const tween of [open, lift, slide, leaving]) tween.jump(0);
    tellAll();
  };

  const repaint = (): void => {
    if (!shown) return;
    const { selection } = useSelection.getState();
    const interior = useInterior.getState();
    const texture = shown.meshes.uniforms.uBoxes.value;
    const paints = paintDwellings(useTheme.getState().theme, interior);
    const means = buildingOf(selection) === shown.model.building.record.id ? selection : undefined;
    paintBoxes(texture.image.data as Uint8Array, shown.model.boxes, paints, interior.marks, means);
    texture.needsUpdate = true;
    shown.meshes.glass.visible = [...interior.marks.values()].some((mark) => mark.occupancy === 'vacant');
    invalidate();
  };

  /** Lifts what is above the selected floor or home, and slides the home out. */
  const step = (selection: Selection): void => {
    if (!shown) return;
    const now = performance.now();
    const { boxes, model } = { boxes: shown.model.boxes, model: shown.model };
    const home = selectedDwelling(selection);
    const box = home === null ? -1 : boxes.findIndex((b) => b.dwelling?.id === home);
    const ordinal =
      box >= 0
        ? (boxes[box]?.ordinal ?? 0)
        : selection.kind === 'floor'
          ? (boxes.find((b) => b.floor === selection.floor)?.ordinal ?? -1)
          : -1;
    const storey = (model.building.record.heightMetres / Math.max(1, model.storeys)) * LIFT_STOREYS;
    if (ordinal >= 0) {
      if (lift.goal === 0) liftFloor.jump(ordinal);
      else liftFloor.to(ordinal, now, ms(STEP_MS));
      lift.to(storey, now, ms(STEP_MS));
    } else lift.to(0, now, ms(STEP_MS));
    if (box !== shown.parting.slideBox) {
      shown.parting.leavingBox = shown.parting.slideBox;
      leaving.jump(slide.at(now));
      leaving.to(0, now, ms(STEP_MS));
      shown.parting.slideBox = box;
      slide.jump(0);
      if (box >= 0) slide.to(SLIDE_METRES, now, ms(STEP_MS));
    }
    shown.meshes.uniforms.uSelected.value = box;
    wake();
  };

  const follow = (): void => {
    const { selection } = useSelection.getState();
    const interior = useInterior.getState();
    const id = buildingOf(selection);
    const index = id === null ? -1 : (stage.buildingIndex.get(id) ?? -1);
    const now = performance.now();
    if (index < 0) {
      fade.to(0, now, ms(FADE_MS));
      open.to(0, now, ms(CLOSE_MS));
      lift.to(0, now, ms(CLOSE_MS));
      slide.to(0, now, ms(CLOSE_MS));
      if (shown) shown.meshes.uniforms.uSelected.value = -1;
      repaint();
      return wake();
    }
    if (shown && shown.index !== index) drop();
    kept = index;
    fade.to(1, now, ms(FADE_MS));
    const ready = interior.buildingId === id && interior.status === 'ready';
    if (ready && (!shown || shownKey !== shapeKey(interior))) {
      if (shown) {
        const was = open.at(now);
        drop();
        open.jump(was);
      }
      show(index);
      // The clock starts with the first frame that shows it: compiling must not eat the movement.
      startPending = true;
    } else if (shown) open.to(1, now, ms(OPEN_MS));
    repaint();
    step(selection);
    wake();
  };

  const highlight = (hovered: Hit | null, selection: Selection): void => {
    const index = (hit: Hit | Selection | null): number =>
      hit?.kind === 'building' ? (stage.buildingIndex.get(hit.id) ?? -1) : -1;
    const chosen = buildingOf(selection);
    buildingState.setHighlight(
      index(hovered),
      chosen === null ? -1 : (stage.buildingIndex.get(chosen) ?? -1),
    );
    if (shown) {
      const id = hovered?.kind === 'dwelling' ? hovered.id : null;
      shown.meshes.uniforms.uHovered.value =
        id !== null
          ? shown.model.boxes.findIndex((b) => b.dwelling?.id === id)
          : hovered?.kind === 'floor'
            ? shown.model.boxes.findIndex((b) => b.dwelling === null && b.floor === hovered.floor)
            : -1;
    }
    invalidate();
  };

  const stops = [
    useSelection.subscribe(({ selection, hovered }, before) => {
      if (selection !== before.selection) follow();
      if (selection !== before.selection || hovered !== before.hovered) highlight(hovered, selection);
    }),
    useInterior.subscribe((interior, before) => {
      if (interior.version !== before.version) follow();
    }),
    useTheme.subscribe(({ theme }, before) => {
      if (theme !== before.theme) repaint();
    }),
  ];
  follow();
  highlight(useSelection.getState().hovered, useSelection.getState().selection);

  const frame = (now: number): void => {
    if (!busy) return;
    if (startPending) {
      startPending = false;
      open.to(1, now, ms(OPEN_MS));
    }
    buildingState.setFade(fade.at(now), kept);
    if (shown) {
      const { parting, meshes, model } = shown;
      parting.open = open.at(now);
      parting.liftFloor = liftFloor.at(now);
      parting.liftMetres = lift.at(now);
      parting.slideMetres = slide.at(now);
      parting.leavingMetres = leaving.at(now);
      writeParting(meshes.uniforms, model, parting);
      shadowsStale = true;
      if (quality.level === 'high') shadowsChanged();
    }
    if (tweens.every((tween) => tween.done(now)) && !startPending) {
      if (shown && open.goal === 0) {
        drop();
        kept = -1;
      }
      busy = false;
      if (shadowsStale) shadowsChanged();
      shadowsStale = false;
      tellAll();
      endWork('opening');
    }
    invalidate();
  };

  return {
    frame,
    get opened() {
      return shown;
    },
    onChange: (listener) => void listeners.add(listener),
    dispose: () => {
      for (const stop of stops) stop();
      listeners.clear();
      drop();
      buildingState.setFade(0, -1);
      if (busy) endWork('opening');
    },
  };
};
