/** The keyboard of a tree (WAI-ARIA): what a key does from the row that has the focus. */
import type { TreeRow } from './build-tree.ts';

export type TreeStep =
  | { readonly kind: 'focus'; readonly key: string }
  | { readonly kind: 'expand' | 'collapse' | 'select'; readonly key: string };

const PAGE_ROWS = 12;

export const treeStep = (
  rows: readonly TreeRow[],
  focusedKey: string | null,
  key: string,
): TreeStep | null => {
  const first = rows[0];
  if (!first) return null;
  const index = Math.max(
    0,
    rows.findIndex((row) => row.key === focusedKey),
  );
  const row = rows[index] ?? first;
  const focusAt = (at: number): TreeStep | null => {
    const target = rows[Math.min(rows.length - 1, Math.max(0, at))];
    return target ? { kind: 'focus', key: target.key } : null;
  };
  switch (key) {
    case 'ArrowDown':
      return focusAt(index + 1);
    case 'ArrowUp':
      return focusAt(index - 1);
    case 'PageDown':
      return focusAt(index + PAGE_ROWS);
    case 'PageUp':
      return focusAt(index - PAGE_ROWS);
    case 'Home':
      return focusAt(0);
    case 'End':
      return focusAt(rows.length - 1);
    case 'ArrowRight':
      if (!row.expandable) return null;
      return row.expanded ? focusAt(index + 1) : { kind: 'expand', key: row.key };
    case 'ArrowLeft':
      if (row.expanded) return { kind: 'collapse', key: row.key };
      return row.parentKey ? { kind: 'focus', key: row.parentKey } : null;
    case 'Enter':
    case ' ':
      return { kind: 'select', key: row.key };
    default:
      return null;
  }
};
