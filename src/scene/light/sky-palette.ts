/**
 * The colours of light by the sun's altitude: chosen by eye, not computed, so that every hour suits a model of pale walls. Linear RGB;
 * 1 is a white wall in full light before tone mapping.
 */
export type Colour = readonly [number, number, number];

export interface SkyLight {
  /** Colour of the sky overhead and at the horizon. */
  readonly zenith: Colour;
  readonly horizon: Colour;
  /** What the sun (or moon) throws on a surface that faces it. */
  readonly sun: Colour;
  /** Glow around the sun in the sky and the haze. */
  readonly glow: Colour;
  /** Light from above and from the ground on a surface in the shade. */
  readonly skyLight: Colour;
  readonly groundLight: Colour;
  /** Haze: share of a kilometre that is lost in it. */
  readonly haze: number;
  /** 0 by day, 1 when lamps and windows rule. */
  readonly night: number;
  readonly stars: number;
  readonly exposure: number;
}

interface Row extends SkyLight {
  readonly altitude: number;
}

const ROWS: readonly Row[] = [
  {
    altitude: -16,
    zenith: [0.006, 0.012, 0.035],
    horizon: [0.028, 0.045, 0.095],
    sun: [0.1, 0.145, 0.25],
    glow: [0, 0, 0],
    skyLight: [0.05, 0.075, 0.14],
    groundLight: [0.03, 0.03, 0.04],
    haze: 0.12,
    night: 1,
    stars: 1,
    exposure: 1.15,
  },
  {
    altitude: -9,
    zenith: [0.012, 0.026, 0.08],
    horizon: [0.08, 0.1, 0.19],
    sun: [0.09, 0.12, 0.22],
    glow: [0.12, 0.05, 0.02],
    skyLight: [0.075, 0.105, 0.2],
    groundLight: [0.04, 0.04, 0.055],
    haze: 0.12,
    night: 1,
    stars: 0.5,
    exposure: 1.1,
  },
  {
    altitude: -4,
    zenith: [0.045, 0.085, 0.21],
    horizon: [0.36, 0.27, 0.3],
    sun: [0.06, 0.05, 0.07],
    glow: [0.55, 0.22, 0.08],
    skyLight: [0.2, 0.24, 0.37],
    groundLight: [0.1, 0.09, 0.1],
    haze: 0.07,
    night: 0.8,
    stars: 0.08,
    exposure: 1.05,
  },
  {
    altitude: 0,
    zenith: [0.11, 0.18, 0.36],
    horizon: [0.7, 0.47, 0.36],
    sun: [0.75, 0.34, 0.14],
    glow: [0.95, 0.42, 0.14],
    skyLight: [0.36, 0.38, 0.5],
    groundLight: [0.18, 0.15, 0.14],
    haze: 0.07,
    night: 0.45,
    stars: 0,
    exposure: 1,
  },
  {
    altitude: 5,
    zenith: [0.17, 0.29, 0.53],
    horizon: [0.84, 0.68, 0.54],
    sun: [1.75, 1.05, 0.58],
    glow: [0.75, 0.42, 0.2],
    skyLight: [0.46, 0.5, 0.62],
    groundLight: [0.26, 0.22, 0.19],
    haze: 0.12,
    night: 0.1,
    stars: 0,
    exposure: 1,
  },
  {
    altitude: 14,
    zenith: [0.1, 0.25, 0.58],
    horizon: [0.88, 0.82, 0.72],
    sun: [2.15, 1.62, 1.08],
    glow: [0.42, 0.31, 0.2],
    skyLight: [0.5, 0.57, 0.7],
    groundLight: [0.32, 0.28, 0.24],
    haze: 0.08,
    night: 0,
    stars: 0,
    exposure: 1,
  },
  {
    altitude: 35,
    zenith: [0.075, 0.24, 0.62],
    horizon: [0.76, 0.82, 0.88],
    sun: [2.15, 1.92, 1.58],
    glow: [0.22, 0.2, 0.17],
    skyLight: [0.54, 0.62, 0.74],
    groundLight: [0.34, 0.31, 0.28],
    haze: 0.07,
    night: 0,
    stars: 0,
    exposure: 1,
  },
  {
    altitude: 65,
    zenith: [0.07, 0.25, 0.66],
    horizon: [0.68, 0.82, 0.96],
    sun: [2.2, 2.05, 1.8],
    glow: [0.16, 0.16, 0.15],
    skyLight: [0.56, 0.65, 0.76],
    groundLight: [0.36, 0.33, 0.3],
    haze: 0.07,
    night: 0,
    stars: 0,
    exposure: 0.98,
  },
];

const mix = (a: number, b: number, t: number): number => a + (b - a) * t;
const mixColour = (a: Colour, b: Colour, t: number): Colour => [
  mix(a[0], b[0], t),
  mix(a[1], b[1], t),
  mix(a[2], b[2], t),
];

/** The light at a sun altitude in degrees. */
export const skyLightAt = (altitudeDegrees: number): SkyLight => {
  const last = ROWS.length - 1;
  const upper = ROWS.findIndex((row) => row.altitude > altitudeDegrees);
  const b = ROWS[upper < 0 ? last : upper] as Row;
  const a = ROWS[upper < 0 ? last : Math.max(upper - 1, 0)] as Row;
  const t = a === b ? 0 : (altitudeDegrees - a.altitude) / (b.altitude - a.altitude);
  return {
    zenith: mixColour(a.zenith, b.zenith, t),
    horizon: mixColour(a.horizon, b.horizon, t),
    sun: mixColour(a.sun, b.sun, t),
    glow: mixColour(a.glow, b.glow, t),
    skyLight: mixColour(a.skyLight, b.skyLight, t),
    groundLight: mixColour(a.groundLight, b.groundLight, t),
    haze: mix(a.haze, b.haze, t),
    night: mix(a.night, b.night, t),
    stars: mix(a.stars, b.stars, t),
    exposure: mix(a.exposure, b.exposure, t),
  };
};
