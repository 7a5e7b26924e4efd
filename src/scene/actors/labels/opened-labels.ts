/** What is written on the opened building: its floors beside it, and the rooms on the faces of the homes when one is near. */
import type { Language } from '../../../domain/reasons.ts';
import type { Vec3 } from '../../../geometry/framing.ts';
import type { Point } from '../../../geometry/polygon.ts';
import type { OpenedBox, OpenedModel } from '../opened/opened-model.ts';
import { floorLabel } from '../words.ts';
import type { LabelSpec } from './label-batch.ts';

const PRIORITY = { floor: 70, room: 66 } as const;
/** Half of the depth of a home's outer face from its centre is found by its corners. */
const reachOf = (box: OpenedBox): number => {
  const ring = box.pieces[0]?.[0] ?? [];
  return ring.reduce(
    (far, [x, y]) => Math.max(far, (x - box.centre[0]) * box.slide[0] + (y - box.centre[1]) * box.slide[1]),
    0,
  );
};

const roomLabels = (model: OpenedModel): LabelSpec[] =>
  model.boxes.flatMap((box): LabelSpec[] => {
    if (!box.dwelling) return [];
    const reach = reachOf(box) + 0.1;
    const anchor: Vec3 = [
      box.centre[0] + box.slide[0] * reach,
      box.centre[1] + box.slide[1] * reach,
      (box.bottom + box.top) / 2,
    ];
    return [
      {
        kind: 'room',
        text: box.dwelling.room,
        anchor,
        raisePx: -7,
        priority: PRIORITY.room,
        fromScale: 0,
        toScale: 0.17,
        hit: null,
        ordinal: box.ordinal,
        facing: box.slide,
      },
    ];
  });

/** Corners of the house where floor numbers stand: whichever lies at the left edge of the picture is used. */
const floorLabels = (model: OpenedModel, language: Language, corner: Point): LabelSpec[] => {
  const floors = new Map<number, OpenedBox>();
  for (const box of model.boxes) if (!floors.has(box.ordinal)) floors.set(box.ordinal, box);
  return [...floors.values()].map((box) => ({
    kind: 'floor',
    text: floorLabel(box.floor, language),
    anchor: [corner[0], corner[1], (box.bottom + box.top) / 2],
    raisePx: -8,
    // The lowest, the highest and every fifth floor go first.
    priority: PRIORITY.floor + (box.ordinal === 0 || box.floor % 5 === 0 ? 2 : 0),
    fromScale: 0,
    toScale: 0.3,
    hit: { kind: 'floor', id: model.building.record.id, floor: box.floor },
    ordinal: box.ordinal,
  }));
};

export const openedLabels = (model: OpenedModel, language: Language): LabelSpec[] => [
  ...floorLabels(model, language, model.building.footprint[0]?.[0] ?? model.building.centre),
  ...roomLabels(model),
];

/** The corner at the left edge of the picture for a camera whose right is `right` (x and y), moved out a little. */
export const leftCorner = (model: OpenedModel, right: Point): Point => {
  const { footprint, centre } = model.building;
  let best: Point = centre;
  let least = Infinity;
  for (const p of footprint[0] ?? []) {
    const along = p[0] * right[0] + p[1] * right[1];
    if (along < least) {
      least = along;
      best = p;
    }
  }
  return [best[0] - right[0] * 2.4, best[1] - right[1] * 2.4];
};
