/** What is written over the wall's scene: grids with what may be said of them, estates, facilities and roads; no house by itself. */
import { type Group, type PerspectiveCamera, Vector3 } from 'three';
import { beginWork, endWork } from '../../state/busy.ts';
import { usePlaces } from '../../state/places.ts';
import { usePreferences } from '../../state/preferences.ts';
import type { Mode } from '../../state/view.ts';
import { useWallView } from '../../state/wall-view.ts';
import { createLabelAtlas, type LabelText, loadLetters } from '../actors/labels/label-atlas.ts';
import { createLabelBatch, type LabelBatch, type LabelSpec } from '../actors/labels/label-batch.ts';
import { createLabelLayer } from '../actors/labels/label-layer.ts';
import { labelStyle } from '../actors/labels/label-styles.ts';
import { placeLabels } from '../actors/labels/place-labels.ts';
import { worldOf } from '../actors/local-axes.ts';
import type { Stage } from '../actors/stage.ts';
import { createGridNames, RIM } from './grid-names.ts';

const WRITTEN: ReadonlySet<LabelSpec['kind']> = new Set<LabelSpec['kind']>([
  'grid',
  'estate',
  'facility',
  'road',
]);
/** Figures change many times a second while much is registered: letters are drawn anew at most so often. */
const REWRITE_EVERY_MS = 900;
/** The overview of a large screen shows grids from further away than a desk's. */
const GRIDS_FROM_SCALE = 0.1;
const scratch = new Vector3();

const specsOf = (stage: Stage): LabelSpec[] => {
  const state = usePlaces.getState();
  const { language } = usePreferences.getState();
  const { gridNotes } = useWallView.getState();
  return placeLabels({ ...state, stage, language })
    .filter(({ kind }) => WRITTEN.has(kind))
    .flatMap(({ note: _, ...spec }): LabelSpec[] => {
      if (spec.kind !== 'grid') return [{ ...spec, hit: null }];
      const note = gridNotes.get(spec.hit && 'id' in spec.hit ? spec.hit.id : '');
      const short = { ...spec, hit: null, fromScale: GRIDS_FROM_SCALE };
      return note ? [{ ...short, note }, short] : [short];
    });
};

const textsOf = (specs: readonly LabelSpec[], mode: Mode): LabelText[] =>
  specs.map(({ kind, text, note }) => ({
    text,
    ...(note === undefined ? {} : { note }),
    style: labelStyle(kind, mode),
  }));

export interface WallLabels {
  frame(nowMs: number, width: number, height: number): void;
  /** Names come, go or are being written. */
  readonly busy: boolean;
  dispose(): void;
}

export const createWallLabels = (
  stage: Stage,
  camera: PerspectiveCamera,
  group: Group,
  invalidate: () => void,
): WallLabels => {
  const family = getComputedStyle(document.body).fontFamily;
  let batch: LabelBatch | null = null;
  let written = '';
  let gone = false;
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastWrite = Number.NEGATIVE_INFINITY;

  const gridNames = createGridNames();
  /** Under a panel nobody reads it, and it shines through. */
  const isHidden = (spec: LabelSpec): boolean => {
    const { free, shot } = useWallView.getState();
    const told = gridNames.isHidden(spec);
    if (told) return true;
    // A grid that was given room has it; in its own shot it keeps clear of the panels like every other name.
    const own = told === false && shot.kind !== 'grid' ? 0 : free.nameHalfWidth;
    const { x, y } = worldOf(spec.anchor, scratch).project(camera);
    const across = (x + 1) / 2;
    const down = (1 - y) / 2;
    return (
      across < free.left + own ||
      across > free.right - own ||
      down < free.top + RIM ||
      down > free.bottom - RIM ||
      free.seams.across.some(([from, to]) => across > from && across < to) ||
      free.seams.down.some(([from, to]) => down > from && down < to)
    );
  };
  const layer = createLabelLayer({
    stage,
    camera,
    invalidate,
    isUrgent: () => false,
    isHidden,
    symbolsShown: () => true,
  });

  const write = (): void => {
    timer = undefined;
    lastWrite = performance.now();
    const { sun, letters } = useWallView.getState();
    const specs = specsOf(stage);
    const texts = textsOf(specs, sun.mode);
    const now = JSON.stringify([sun.mode, letters, texts.map(({ text, note }) => [text, note])]);
    if (now === written) return;
    written = now;
    const mine = ++turn;
    beginWork('letters');
    void loadLetters(texts, family).finally(() => {
      endWork('letters');
      if (gone || mine !== turn) return;
      const before = batch;
      batch = createLabelBatch(specs, createLabelAtlas(texts, family, letters));
      if (before) {
        group.remove(before.mesh);
        if (before.specs.length === specs.length) batch.opacity.set(before.opacity);
        before.dispose();
      }
      batch.upload();
      group.add(batch.mesh);
      gridNames.setBatch(batch);
      layer.setBatches([batch]);
    });
  };
  const rewrite = (): void => {
    timer ??= setTimeout(write, Math.max(0, lastWrite + REWRITE_EVERY_MS - performance.now()));
  };
  const stops = [
    usePreferences.subscribe(({ language }, before) => {
      if (language !== before.language) rewrite();
    }),
    useWallView.subscribe((state, before) => {
      if (
        state.gridNotes !== before.gridNotes ||
        state.sun.mode !== before.sun.mode ||
        state.letters !== before.letters
      )
        rewrite();
      if (state.free !== before.free) layer.touch();
    }),
  ];
  write();

  return {
    frame: (now, width, height) => {
      const { letters } = useWallView.getState();
      gridNames.frame(camera, width / letters, height / letters);
      layer.frame(now, { width: width / letters, height: height / letters, density: letters });
    },
    get busy() {
      return layer.busy;
    },
    dispose: () => {
      gone = true;
      clearTimeout(timer);
      for (const stop of stops) stop();
      layer.dispose();
      if (!batch) return;
      group.remove(batch.mesh);
      batch.dispose();
    },
  };
};
