/** A mark's shape in its colour; the word for it stands beside it or in the name of the home. */
import type { ReactElement } from 'react';
import '../../ui/parts/tones.css';
import { MARK_LOOKS, type MarkKey } from './marks.ts';

export const MarkGlyph = ({ mark, size = 9 }: { mark: MarkKey; size?: number }): ReactElement => {
  const { path, tone } = MARK_LOOKS[mark];
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d={path} fill={`var(--tone-${tone})`} />
    </svg>
  );
};
