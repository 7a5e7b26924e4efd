/**
 * Colours of houses by `building.facade`. Restrained: pale plaster, tile and brick of the loess plateau, so that themes and lights
 * stand out. sRGB here, linear on the GPU.
 */
import { Color } from 'three';

export interface FacadeColours {
  readonly wall: string;
  /** Bands, balcony fronts, trim of shops. */
  readonly accent: string;
  readonly roof: string;
}

export const FACADES: readonly FacadeColours[] = [
  { wall: '#b07a62', accent: '#dccdb6', roof: '#b5aca0' },
  { wall: '#d8c8ab', accent: '#b88a68', roof: '#b9b2a4' },
  { wall: '#dddad2', accent: '#9fa8ab', roof: '#b4b3ae' },
  { wall: '#dcc7a8', accent: '#a9745a', roof: '#b8ae9f' },
  { wall: '#d3d6d6', accent: '#74848f', roof: '#adb1b2' },
  { wall: '#93a7b2', accent: '#dfe3e3', roof: '#a7adaf' },
  { wall: '#e8e0d2', accent: '#cb7b4c', roof: '#b5ada2' },
  { wall: '#d2c9ba', accent: '#ad4f3a', roof: '#8ea4af' },
  { wall: '#c8a57c', accent: '#8b694d', roof: '#7b736c' },
  { wall: '#d2cbbd', accent: '#8e8474', roof: '#aaa69c' },
];

/** `wall, accent, roof` of every facade, linear, as one array of numbers for a uniform. */
export const facadeUniform = (): Float32Array => {
  const out = new Float32Array(FACADES.length * 9);
  FACADES.forEach(({ wall, accent, roof }, i) => {
    [wall, accent, roof].forEach((hex, k) => {
      const colour = new Color(hex);
      out.set([colour.r, colour.g, colour.b], i * 9 + k * 3);
    });
  });
  return out;
};
