/**
 * The colours of the themes. Ramps run from a pale tone that reads on a night scene to a deep one that reads by day; neighbours
 * differ in lightness by at least eight units of CIELAB, so order is seen without telling hues apart. Categories are picked from a
 * set that stays apart under red-green blindness.
 */
export const NOTHING_COLOUR = '#d9dad3';
export const UNKNOWN_COLOUR = '#aeb4b4';

/** Five steps each, from little to much. */
export const RAMPS = {
  teal: ['#d3e6df', '#a3cfc6', '#6db0ab', '#3b8a8e', '#1d6370'],
  loess: ['#f3e3bd', '#e9c684', '#d9a04f', '#bd7430', '#8f4c20'],
  violet: ['#e4dced', '#c8b4dc', '#a78bc4', '#8363a6', '#5f4184'],
  rose: ['#f4dcd7', '#e6b3ab', '#d28380', '#b2565f', '#863449'],
  blue: ['#d8e5f0', '#abc8e0', '#78a5cb', '#4a80ae', '#2a5a88'],
  ember: ['#f8dfc6', '#f0b98a', '#df8a57', '#c35f38', '#963d2a'],
} as const;
export type Ramp = keyof typeof RAMPS;

/** The five ways of managing members. */
export const MODE_COLOURS = {
  direct: '#b8413f',
  shared: '#2f7f86',
  joint: '#d9a441',
  adopted: '#7d6aa8',
  assisted: '#8c6a4f',
} as const;

export const OCCUPANCY_COLOURS = {
  owner: '#8fbdb1',
  let: '#6f9fc4',
  business: '#c9a468',
  vacant: '#e7744a',
} as const;

export const USE_COLOURS = {
  home: '#d9cdb4',
  shop: '#d9a04f',
  office: '#7fa6c0',
  storage: '#a9aca6',
} as const;

/** Storeys from courtyard houses to towers. */
export const STOREY_COLOURS = ['#efe6cf', '#cfd9bd', '#9cc2ae', '#639da1', '#3f7491', '#36497a'] as const;

/** Decades from old to new: brick to slate. */
export const YEAR_COLOURS = [
  '#8a4b32',
  '#b9764a',
  '#dbab71',
  '#d5cfb4',
  '#94b4ad',
  '#5a8fa0',
  '#2f5f80',
] as const;

/** `#rrggbb` → 0xAABBGGRR, the order in which a little-endian `Uint32Array` over RGBA bytes wants it. */
export const packRgba = (colour: string, alpha: number): number => {
  const value = Number.parseInt(colour.slice(1), 16);
  const red = (value >> 16) & 255;
  const green = (value >> 8) & 255;
  const blue = value & 255;
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
};
