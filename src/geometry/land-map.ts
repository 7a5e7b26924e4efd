/**
 * The tone of the open land as a picture: fields, orchards and bare plots in the colours of their crop (RGB, sRGB bytes), and the
 * direction of the furrows (alpha, half a turn; 0 where nothing is tilled).
 */
import type { AreaInput } from './ground.ts';
import { boundsOf, centroidOf, type Point } from './polygon.ts';
import { fillPolygon, type RasterFrame } from './raster.ts';
import { hash01 } from './random.ts';

export interface LandMap extends RasterFrame {
  readonly data: Uint8Array;
}

/** Crops of the plateau in early autumn, muted: maize, winter wheat, buckwheat, stubble, ploughed loess. */
const CROPS: readonly (readonly [number, number, number])[] = [
  [126, 134, 82],
  [142, 146, 92],
  [112, 126, 78],
  [168, 156, 108],
  [186, 168, 122],
  [172, 148, 108],
  [150, 150, 100],
  [158, 132, 94],
];
const ORCHARD: readonly [number, number, number] = [128, 136, 88];
const BARE: readonly [number, number, number] = [184, 164, 126];
const OPEN: readonly [number, number, number] = [156, 150, 108];

const furrowOf = (ring: readonly Point[]): number => {
  let direction = 0;
  let longest = 0;
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i] as Point;
    const b = ring[(i + 1) % ring.length] as Point;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length > longest) {
      longest = length;
      direction = Math.atan2(b[1] - a[1], b[0] - a[0]);
    }
  }
  const half = ((direction % Math.PI) + Math.PI) % Math.PI;
  return 1 + Math.round((half / Math.PI) * 253);
};

export const landMap = (
  bounds: readonly [number, number, number, number],
  areas: readonly AreaInput[],
  size = 1024,
): LandMap => {
  const [west, south, east, north] = bounds;
  const texelMetres = Math.max(east - west, north - south) / size;
  const frame: RasterFrame = { width: size, height: size, west, south, texelMetres };
  const data = new Uint8Array(size * size * 4);
  const texels = new Uint32Array(data.buffer);
  const packed = ([r, g, b]: readonly number[], shade: number, a: number): number => {
    const channel = (value = 0): number => Math.min(Math.round(value * shade), 255);
    return ((a << 24) | (channel(b) << 16) | (channel(g) << 8) | channel(r)) >>> 0;
  };
  texels.fill(packed(OPEN, 1, 0));
  for (const { kind, rings } of areas) {
    const outside = rings[0];
    if (!outside || (kind !== 'field' && kind !== 'orchard' && kind !== 'bare')) continue;
    const [x, y] = centroidOf(outside);
    const chance = hash01(Math.round(x), Math.round(y), 5);
    const shade = 0.93 + 0.14 * hash01(Math.round(x), Math.round(y), 6);
    const colour =
      kind === 'orchard'
        ? ORCHARD
        : kind === 'bare'
          ? BARE
          : (CROPS[Math.floor(chance * CROPS.length)] ?? OPEN);
    const [, y0, , y1] = boundsOf(outside);
    const furrow = kind === 'bare' || y1 - y0 < 1 ? 0 : furrowOf(outside);
    const texel = packed(colour, shade, furrow);
    fillPolygon(frame, rings, (i) => {
      texels[i] = texel;
    });
  }
  return { ...frame, data };
};
