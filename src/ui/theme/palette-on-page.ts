/** The palette as CSS variables of the page. */
import { cssVariables, type Mode, PALETTES } from './palette.ts';

/** System Chinese fonts first; a machine without any takes the bundled slices, of which the browser loads only those it needs. */
export const FONT_STACK =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC Variable", system-ui, sans-serif';

export const BAR_HEIGHT_PIXELS = 52;

/** Writes the palette on the page, for our own style sheets and for what is drawn before antd. */
export const applyPalette = (mode: Mode): void => {
  const { style, dataset } = document.documentElement;
  for (const [name, value] of cssVariables(PALETTES[mode])) style.setProperty(name, value);
  style.setProperty('--linli-font', FONT_STACK);
  style.setProperty('--linli-bar-height', `${BAR_HEIGHT_PIXELS}px`);
  style.colorScheme = mode === 'night' ? 'dark' : 'light';
  dataset['mode'] = mode;
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', PALETTES[mode].panel);
};
