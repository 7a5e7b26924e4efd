/**
 * Light that does not move, as a picture of the ground: how much sky a place sees between houses and under trees (red), and what
 * street lamps throw on it at night (green). Computed once; cheaper and calmer than occlusion in screen space.
 */
import type { Point } from './polygon.ts';
import { blur, fillDisc, fillPolygon, type RasterFrame } from './raster.ts';

export interface GroundMapInput {
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  readonly buildings: readonly {
    readonly rings: readonly (readonly Point[])[];
    readonly heightMetres: number;
  }[];
  readonly walls: readonly (readonly Point[])[];
  readonly trees: readonly { readonly at: Point; readonly radiusMetres: number }[];
  readonly lamps: readonly Point[];
}

export interface GroundMap extends RasterFrame {
  /** Red and green of every texel. */
  readonly data: Uint8Array;
}

const MARGIN_METRES = 60;
const NEAR_METRES = 2.2;
const WIDE_METRES = 13;
/** A house this high closes as much of the sky as any higher one. */
const FULL_HEIGHT_METRES = 30;
const LAMP_METRES = 15;

export const groundMap = (input: GroundMapInput, size = 768): GroundMap => {
  const [west, south, east, north] = input.bounds;
  const span = Math.max(east - west, north - south) + MARGIN_METRES * 2;
  const texelMetres = span / size;
  const frame: RasterFrame = {
    width: size,
    height: size,
    west: (west + east) / 2 - span / 2,
    south: (south + north) / 2 - span / 2,
    texelMetres,
  };
  const near = new Float32Array(size * size);
  const wide = new Float32Array(size * size);
  const trees = new Float32Array(size * size);
  const lamps = new Float32Array(size * size);
  for (const { rings, heightMetres } of input.buildings) {
    const weight = Math.min(heightMetres / FULL_HEIGHT_METRES, 1);
    fillPolygon(frame, rings, (i) => {
      near[i] = 1;
      wide[i] = 0.35 + 0.65 * weight;
    });
  }
  for (const { at, radiusMetres } of input.trees)
    fillDisc(frame, at, radiusMetres * 1.15, (i, share) => {
      trees[i] = Math.max(trees[i] as number, 1 - share * share);
    });
  for (const lamp of input.lamps)
    fillDisc(frame, lamp, LAMP_METRES, (i, share) => {
      const falloff = (1 - share * share) ** 2;
      lamps[i] = (lamps[i] as number) + falloff / (1 + 5 * share * share);
    });
  blur(near, size, size, Math.max(Math.round(NEAR_METRES / texelMetres / 1.7), 1));
  blur(wide, size, size, Math.max(Math.round(WIDE_METRES / texelMetres / 1.7), 1));
  const data = new Uint8Array(size * size * 2);
  for (let i = 0; i < size * size; i++) {
    const seen =
      (1 - 0.42 * (near[i] as number)) * (1 - 0.62 * (wide[i] as number)) * (1 - 0.34 * (trees[i] as number));
    data[i * 2] = Math.round(seen * 255);
    data[i * 2 + 1] = Math.round(Math.min((lamps[i] as number) * 0.8, 1) * 255);
  }
  return { ...frame, data };
};
