/** Keeps the labels of places and of the opened building up to date: texts, letters, day and night, language; which are urgent. */
import { type PerspectiveCamera, type Group, Vector3 } from 'three';
import { beginWork, endWork } from '../../../state/busy.ts';
import { usePlaces } from '../../../state/places.ts';
import { usePreferences } from '../../../state/preferences.ts';
import { buildingOf } from '../../../state/selection.ts';
import { type Hit, useSelection } from '../../../state/selection-store.ts';
import { useView } from '../../../state/view.ts';
import type { Opened, Opener } from '../opened/opener.ts';
import type { ScreenTargets } from '../picking/picking.ts';
import type { Stage } from '../stage.ts';
import { createLabelAtlas, type LabelText, loadLetters } from './label-atlas.ts';
import { createLabelBatch, type LabelBatch, type LabelSpec } from './label-batch.ts';
import { createLabelLayer } from './label-layer.ts';
import { labelStyle } from './label-styles.ts';
import { leftCorner, openedLabels } from './opened-labels.ts';
import { placeLabels } from './place-labels.ts';

export interface Labels extends ScreenTargets {
  frame(nowMs: number, viewport: { width: number; height: number; density: number }): void;
  dispose(): void;
}

const DENSEST = 2;
const scratch = new Vector3();

const textsOf = (specs: readonly LabelSpec[]): LabelText[] => {
  const { mode } = useView.getState();
  return specs.map(({ kind, text, note }) => ({
    text,
    ...(note === undefined ? {} : { note }),
    style: labelStyle(kind, mode),
  }));
};

export const createLabels = (
  stage: Stage,
  camera: PerspectiveCamera,
  group: Group,
  opener: Opener,
  invalidate: () => void,
): Labels => {
  const family = getComputedStyle(document.body).fontFamily;
  let places: LabelBatch | null = null;
  let opened: LabelBatch | null = null;
  let openedModel: Opened['model'] | null = null;
  let gone = false;
  let turn = 0;
  let lastOpen = -1;

  const names = (hit: Hit | null, spec: LabelSpec): boolean =>
    hit !== null &&
    spec.hit !== null &&
    hit.kind === spec.hit.kind &&
    hit.id === spec.hit.id &&
    spec.ordinal === undefined;
  const isUrgent = (spec: LabelSpec): boolean => {
    const { selection, hovered } = useSelection.getState();
    if (!spec.hit || spec.ordinal !== undefined) return false;
    if (spec.hit.kind === 'building' && buildingOf(selection) === spec.hit.id) return true;
    return (
      names(hovered, spec) ||
      (selection.kind !== 'none' &&
        selection.kind === spec.hit.kind &&
        'id' in selection &&
        selection.id === spec.hit.id &&
        spec.kind !== 'floor')
    );
  };
  const isHidden = (spec: LabelSpec): boolean => {
    if (spec.kind === 'room' || spec.kind === 'floor' || spec.kind === 'unit')
      return (opener.opened?.parting.open ?? 0) < 0.6;
    const { layers } = useView.getState();
    if (spec.kind === 'grid') return !layers.grids || opener.opened !== null;
    if (spec.kind === 'facility' && !layers.facilities) return true;
    if (!layers.labels) return !isUrgent(spec);
    return false;
  };
  const layer = createLabelLayer({
    stage,
    camera,
    invalidate,
    isUrgent,
    isHidden,
    symbolsShown: () => useView.getState().layers.facilities,
  });

  const density = (): number => Math.min(DENSEST, window.devicePixelRatio || 1);
  const swap = (before: LabelBatch | null, specs: readonly LabelSpec[]): LabelBatch | null => {
    if (before) {
      group.remove(before.mesh);
      before.dispose();
    }
    if (specs.length === 0) return null;
    const batch = createLabelBatch(specs, createLabelAtlas(textsOf(specs), family, density()));
    if (before?.specs.length === specs.length) {
      batch.opacity.set(before.opacity);
      batch.upload();
    }
    group.add(batch.mesh);
    return batch;
  };
  const apply = (): void => {
    lastOpen = -1;
    layer.setBatches([places, opened].filter((batch) => batch !== null));
  };

  /** Letters first: what is drawn before they are there would stay in a stand-in font. */
  const rebuild = (): void => {
    const mine = ++turn;
    const state = usePlaces.getState();
    const { language } = usePreferences.getState();
    const specs = placeLabels({ ...state, stage, language });
    const { model } = opener.opened ?? { model: null };
    const openedSpecs = model ? openedLabels(model, language) : [];
    beginWork('letters');
    void loadLetters([...textsOf(specs), ...textsOf(openedSpecs)], family).finally(() => {
      endWork('letters');
      if (gone || mine !== turn) return;
      places = swap(places, specs);
      openedModel = opener.opened?.model ?? null;
      opened = swap(opened, openedModel ? openedLabels(openedModel, language) : []);
      apply();
    });
  };
  const followOpened = (): void => {
    const model = opener.opened?.model ?? null;
    if (model === openedModel) return layer.touch();
    openedModel = model;
    opened = swap(opened, model ? openedLabels(model, usePreferences.getState().language) : []);
    apply();
  };

  /** Labels of the opened building rise with its floors; floor numbers stand at its left edge. */
  const moveOpened = (): void => {
    const now = opener.opened;
    const state = now ? now.parting.open * 1000 + now.parting.liftFloor + now.parting.liftMetres * 17 : 0;
    scratch.setFromMatrixColumn(camera.matrixWorld, 0);
    const turned = state + scratch.x * 7 + scratch.z * 13;
    if (turned === lastOpen) return;
    lastOpen = turned;
    if (now && opened) {
      const corner = leftCorner(now.model, [scratch.x, -scratch.z]);
      opened.specs.forEach((spec, i) => {
        if (spec.ordinal === undefined || !opened) return;
        const rise = now.model.riseOf(spec.ordinal, now.parting);
        opened.anchors[3 * i + 2] = spec.anchor[2] + rise;
        if (spec.kind !== 'floor') return;
        opened.anchors[3 * i] = corner[0];
        opened.anchors[3 * i + 1] = corner[1];
      });
      opened.uploadAnchors();
    }
    const id = now?.model.building.record.id ?? null;
    if (places && (id !== null || raised)) {
      places.specs.forEach((spec, i) => {
        if (spec.hit?.kind !== 'building' || !places) return;
        const rise = now && spec.hit.id === id ? now.model.riseOf(now.model.storeys, now.parting) : 0;
        places.anchors[3 * i + 2] = spec.anchor[2] + rise;
      });
      places.uploadAnchors();
      raised = id !== null;
    }
    layer.touch();
  };
  let raised = false;

  opener.onChange(followOpened);
  const stops = [
    usePlaces.subscribe((state, before) => {
      if (state.statsVersion !== before.statsVersion) rebuild();
    }),
    usePreferences.subscribe(({ language }, before) => {
      if (language !== before.language) rebuild();
    }),
    useView.subscribe(({ mode, layers }, before) => {
      if (mode !== before.mode) rebuild();
      else if (layers !== before.layers) layer.touch();
    }),
    useSelection.subscribe(() => layer.touch()),
  ];
  rebuild();

  return {
    frame: (now, viewport) => {
      moveOpened();
      layer.frame(now, viewport);
    },
    at: (x, y) => layer.at(x, y),
    dispose: () => {
      gone = true;
      for (const stop of stops) stop();
      layer.dispose();
      for (const batch of [places, opened]) {
        if (!batch) continue;
        group.remove(batch.mesh);
        batch.dispose();
      }
    },
  };
};
