/**
 * Linli's colours: ink of the blue-green that slate roofs have here after rain, loess as the warm accent, paper. One palette by day,
 * one by night; text on its ground always has a contrast of at least 4.5 : 1 (`palette.test.ts`).
 */
export type Mode = 'day' | 'night';

export interface Palette {
  /** The page behind everything. */
  readonly paper: string;
  /** Panels, bars, cards. */
  readonly panel: string;
  /** What lies on a panel: hovered rows, inset fields. */
  readonly raised: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly inkFaint: string;
  readonly line: string;
  /** Buttons, links, what is selected. */
  readonly brand: string;
  readonly brandStrong: string;
  readonly brandSoft: string;
  /** Text on `brand`. */
  readonly onBrand: string;
  readonly loess: string;
  readonly loessSoft: string;
  readonly success: string;
  readonly warning: string;
  readonly danger: string;
  readonly dangerSoft: string;
  readonly shadow: string;
}

export const PALETTES: Readonly<Record<Mode, Palette>> = {
  day: {
    paper: '#f3f2ec',
    panel: '#fdfcf9',
    raised: '#f0efe8',
    ink: '#17323a',
    inkSoft: '#4b6167',
    inkFaint: '#5e6f73',
    line: '#dcded6',
    brand: '#1f6470',
    brandStrong: '#154751',
    brandSoft: '#e0eceb',
    onBrand: '#ffffff',
    loess: '#9a5a1d',
    loessSoft: '#f6e8d2',
    success: '#2f7050',
    warning: '#8a5a0c',
    danger: '#a93a33',
    dangerSoft: '#f8e4e0',
    shadow: '0 6px 24px rgb(23 50 58 / 14%)',
  },
  night: {
    paper: '#0d1a1f',
    panel: '#14252b',
    raised: '#1b3138',
    ink: '#e8eeea',
    inkSoft: '#a9babb',
    inkFaint: '#8ba0a3',
    line: '#2a424a',
    brand: '#74c0c2',
    brandStrong: '#9ad6d5',
    brandSoft: '#1d3f46',
    onBrand: '#0b2126',
    loess: '#e6b273',
    loessSoft: '#3a2e1e',
    success: '#7cc49b',
    warning: '#e0b25c',
    danger: '#ef9187',
    dangerSoft: '#43241f',
    shadow: '0 8px 28px rgb(0 0 0 / 45%)',
  },
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `--linli-ink-soft: #…` for every colour of the palette. */
export const cssVariables = (palette: Palette): [name: string, value: string][] =>
  Object.entries(palette).map(([name, value]) => [`--linli-${kebab(name)}`, value]);

/** Relative luminance contrast of two `#rrggbb`, 1…21 (WCAG 2). */
export const contrast = (a: string, b: string): number => {
  const luminance = (colour: string): number => {
    const value = Number.parseInt(colour.slice(1), 16);
    const [r = 0, g = 0, bl = 0] = [value >> 16, (value >> 8) & 255, value & 255].map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};
