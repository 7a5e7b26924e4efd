/** What is written on the opened building: its floors beside it, and the rooms on the faces of the homes when one is near. */
import type { Language } from '../../../domain/reasons.ts';
import type { Vec3 } from '../../../geometry/framing.ts';
import type { Point } from '../../../geometry/polygon.ts';
import type { OpenedBox, OpenedModel } from '../opened/opened-model.ts';
import { floorLabel, unitLabel } from '../words.ts';
import type { LabelSpec } from './label-batch.ts';

const PRIORITY = { unit: 74, floor: 70, room: 66 } as const;
/** How far a home reaches from its middle in a direction, metres. */
const reachOf = ({ pieces, centre }: OpenedBox, [dx, dy]: Point): number =>
  (pieces[0]?.[0] ?? []).reduce(
    (far, [x, y]) => Math.max(far, (x - centre[0]) * dx + (y - centre[1]) * dy),
    0,
  );
/** A face this near to the middle line of the house is not an outside wall. */
const INSIDE_METRES = 2.5;

/** The room's number on each face that looks out across the house. */
const roomLabels = (model: OpenedModel): LabelSpec[] =>
  model.boxes.flatMap((box) => {
    const { dwelling, centre, slide } = box;
    if (!dwelling) return [];
    const middle = model.building.centre;
    return [slide, [-slide[0], -slide[1]] as const].flatMap((side): LabelSpec[] => {
      const reach = reachOf(box, side) + 0.1;
      const anchor: Vec3 = [
        centre[0] + side[0] * reach,
        centre[1] + side[1] * reach,
        (box.bottom + box.top) / 2,
      ];
      const out = (anchor[0] - middle[0]) * side[0] + (anchor[1] - middle[1]) * side[1];
      if (out < INSIDE_METRES) return [];
      return [
        {
          kind: 'room',
          text: dwelling.room,
          anchor,
          raisePx: -7,
          priority: PRIORITY.room,
          fromScale: 0,
          toScale: 0.17,
          hit: null,
          ordinal: box.ordinal,
          facing: side,
        },
      ];
    });
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

/** The number of each staircase over the middle of its highest homes: room numbers repeat from one to the next. */
const unitLabels = (model: OpenedModel, language: Language): LabelSpec[] => {
  const units = new Map<number, OpenedBox[]>();
  for (const box of model.boxes) {
    if (!box.dwelling || box.dwelling.unit === 0) continue;
    const homes = units.get(box.dwelling.unit) ?? [];
    const highest = homes[0]?.ordinal ?? -1;
    if (box.ordinal < highest) continue;
    units.set(box.dwelling.unit, box.ordinal > highest ? [box] : [...homes, box]);
  }
  if (units.size < 2) return [];
  return [...units].map(([unit, homes]) => {
    const mean = (k: 0 | 1): number => homes.reduce((sum, { centre }) => sum + centre[k], 0) / homes.length;
    return {
      kind: 'unit',
      text: unitLabel(unit, language),
      anchor: [mean(0), mean(1), homes[0]?.top ?? 0],
      raisePx: 6,
      priority: PRIORITY.unit,
      fromScale: 0,
      toScale: 0.35,
      hit: { kind: 'unit', id: model.building.record.id, unit },
      ordinal: homes[0]?.ordinal ?? 0,
    };
  });
};

export const openedLabels = (model: OpenedModel, language: Language): LabelSpec[] => [
  ...unitLabels(model, language),
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
