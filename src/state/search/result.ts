/** One thing that the omnibox found. */
import type { SelectionRef } from '../selection.ts';

export interface SearchResult {
  readonly kind: 'resident' | 'dwelling' | 'building' | 'grid' | 'organisation' | 'facility' | 'matter';
  readonly id: string;
  /** What to select: `useSelection.getState().open(ref)`. Of a matter: its home or building. */
  readonly ref: SelectionRef;
  readonly title: string;
  readonly subtitle: string;
}
