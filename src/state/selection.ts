/** What is selected: one discriminated union, and its address in the URL. */
export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'grid'; readonly id: string }
  | { readonly kind: 'building'; readonly id: string }
  | { readonly kind: 'unit'; readonly id: string; readonly unit: number }
  | { readonly kind: 'floor'; readonly id: string; readonly floor: number }
  | { readonly kind: 'dwelling'; readonly id: string; readonly buildingId: string }
  | {
      readonly kind: 'household';
      readonly id: string;
      readonly dwellingId: string;
      readonly buildingId: string;
    }
  | {
      readonly kind: 'resident';
      readonly id: string;
      readonly dwellingId: string;
      readonly buildingId: string;
    }
  | { readonly kind: 'facility'; readonly id: string }
  | { readonly kind: 'organisation'; readonly id: string; readonly buildingId: string | null };

export type SelectionKind = Selection['kind'];
export const NOTHING: Selection = { kind: 'none' };

/** The building a selection lies in: the one that the scene opens. Units and floors carry their building's id. */
export const buildingOf = (selection: Selection): string | null => {
  switch (selection.kind) {
    case 'building':
    case 'unit':
    case 'floor':
      return selection.id;
    case 'dwelling':
    case 'household':
    case 'resident':
    case 'organisation':
      return selection.buildingId;
    default:
      return null;
  }
};

/** One step back: resident → home → building → nothing. */
export const stepBack = (selection: Selection): Selection => {
  switch (selection.kind) {
    case 'resident':
    case 'household':
      return { kind: 'dwelling', id: selection.dwellingId, buildingId: selection.buildingId };
    case 'dwelling':
      return { kind: 'building', id: selection.buildingId };
    case 'unit':
    case 'floor':
      return { kind: 'building', id: selection.id };
    case 'organisation':
      return selection.buildingId ? { kind: 'building', id: selection.buildingId } : NOTHING;
    default:
      return NOTHING;
  }
};

/** The route below `#/staff`: `/building/:id`, `/building/:id/floor/5`, `/resident/:id`. */
export const pathOf = (selection: Selection): string => {
  switch (selection.kind) {
    case 'none':
      return '';
    case 'unit':
      return `/building/${selection.id}/unit/${selection.unit}`;
    case 'floor':
      return `/building/${selection.id}/floor/${selection.floor}`;
    default:
      return `/${selection.kind}/${selection.id}`;
  }
};

/** A path names only a kind and an id; the ids around it are looked up in the database. */
export type SelectionRef =
  | { readonly kind: 'none' }
  | { readonly kind: 'unit' | 'floor'; readonly id: string; readonly number: number }
  | { readonly kind: Exclude<SelectionKind, 'none' | 'unit' | 'floor'>; readonly id: string };

const KINDS: readonly SelectionKind[] = [
  'grid',
  'building',
  'dwelling',
  'household',
  'resident',
  'facility',
  'organisation',
];

export const parsePath = (path: string): SelectionRef => {
  const [kind, id, part, number] = path.split('/').filter(Boolean);
  if (!kind || !id || !KINDS.includes(kind as SelectionKind)) return { kind: 'none' };
  if (
    kind === 'building' &&
    (part === 'unit' || part === 'floor') &&
    number !== undefined &&
    Number.isInteger(Number(number))
  )
    return { kind: part, id, number: Number(number) };
  return { kind: kind as Exclude<SelectionKind, 'none' | 'unit' | 'floor'>, id };
};

export const sameSelection = (a: Selection, b: Selection): boolean => pathOf(a) === pathOf(b);
