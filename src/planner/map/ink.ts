/** The colours in which maps are drawn that belong to no grid, by day and by night. */
import { type Mode, PALETTES } from '../../ui/theme/palette.ts';
import { FONT_STACK } from '../../ui/theme/palette-on-page.ts';
import type { MapInk } from './picture.ts';

export const inkOf = (mode: Mode): MapInk => {
  const { ink, inkSoft, panel, brand, danger, warning } = PALETTES[mode];
  const night = mode === 'night';
  const paper = night ? '#12222a' : '#f6f4ee';
  return { night, paper, ink, inkSoft, panel, brand, danger, warning, font: FONT_STACK };
};
