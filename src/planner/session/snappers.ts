/** The snapper of the town that is open: made once, its index of roads and walls takes a moment. */
import { createSnapper, type Guide, type Snapper } from '../../geometry/tiling/index.ts';

let known: { readonly guides: readonly Guide[]; readonly of: Snapper } | null = null;

export const snapperFor = (guides: readonly Guide[]): Snapper => {
  if (known?.guides !== guides) known = { guides, of: createSnapper(guides) };
  return known.of;
};
