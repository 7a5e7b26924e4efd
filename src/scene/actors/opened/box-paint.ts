/** What colour every box of the opened building has now: the theme's answer for its home, less what the selection does not mean. */
import type { DwellingMarks } from '../../../state/interior.ts';
import { NOTHING, type Selection } from '../../../state/selection.ts';
import type { DwellingPaint } from '../../../state/themes.ts';
import { BOX_LOOK } from './opened-material.ts';
import type { OpenedBox } from './opened-model.ts';

/** A floor whose homes are not known: pale, like the walls. */
const UNKNOWN = [204, 200, 190] as const;

const channels = (hex: string): readonly [number, number, number] => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

/** Is the box what the selection means, or part of it? A whole building means all of its boxes. */
export const inSelection = (box: OpenedBox, selection: Selection): boolean => {
  switch (selection.kind) {
    case 'unit':
      return box.dwelling?.unit === selection.unit;
    case 'floor':
      return box.floor === selection.floor;
    case 'dwelling':
      return box.dwelling?.id === selection.id;
    case 'household':
    case 'resident':
      return box.dwelling?.id === selection.dwellingId;
    default:
      return true;
  }
};

/** The home a selection names, or null. */
export const selectedDwelling = (selection: Selection): string | null =>
  selection.kind === 'dwelling'
    ? selection.id
    : selection.kind === 'household' || selection.kind === 'resident'
      ? selection.dwellingId
      : null;

/** Writes RGBA of every box; see `BOX_LOOK` for alpha. */
export const paintBoxes = (
  out: Uint8Array,
  boxes: readonly OpenedBox[],
  paints: ReadonlyMap<string, DwellingPaint>,
  marks: ReadonlyMap<string, Pick<DwellingMarks, 'occupancy'>>,
  selection: Selection = NOTHING,
): void => {
  boxes.forEach((box, i) => {
    const paint = box.dwelling ? paints.get(box.dwelling.id) : undefined;
    const dim = paint?.dimmed === true || !inSelection(box, selection);
    const hollow = box.dwelling !== null && marks.get(box.dwelling.id)?.occupancy === 'vacant';
    const look = hollow
      ? dim
        ? BOX_LOOK.hollowDimmed
        : BOX_LOOK.hollow
      : dim
        ? BOX_LOOK.dimmed
        : BOX_LOOK.solid;
    const [r, g, b] = paint ? channels(paint.colour) : UNKNOWN;
    out.set([r, g, b, look], i * 4);
  });
};
