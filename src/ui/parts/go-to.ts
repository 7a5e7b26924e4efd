/** Selecting from outside the scene: the camera comes along, unless it is at that place already. */
import { flyTo, requestFor } from '../../state/fly.ts';
import { type Selection, sameSelection } from '../../state/selection.ts';
import { useSelection } from '../../state/selection-store.ts';

const placeOf = (selection: Selection): string | null => {
  const request = requestFor(selection);
  return request && 'id' in request ? (request.id ?? null) : null;
};

/** A step inside the opened building keeps the view one has turned to; choosing the same thing again flies back to it. */
export const flyFrom = (before: Selection, selection: Selection): void => {
  if (placeOf(before) !== placeOf(selection) || sameSelection(before, selection)) flyTo(selection);
};

export const goTo = (selection: Selection): void => {
  const { selection: before, select } = useSelection.getState();
  select(selection);
  flyFrom(before, selection);
};
