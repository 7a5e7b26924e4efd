/**
 * GCJ-02 (Amap, Tencent, Google in China) and BD-09 (Baidu): WGS 84 distorted on purpose, by some hundred metres that change from
 * place to place. The forward formulas are gcoord's. Its way back stops at 1e-6 degrees (up to 15 cm off) for GCJ-02 and is only an
 * approximation for BD-09 (up to 0.22 m); here both are found by iteration until nothing moves by more than a hundredth of a millimetre.
 * gcoord writes into the array that it is given, so it only ever sees fresh ones.
 */
import gcoord from 'gcoord';
import type { LngLat } from '../../domain/records/base.ts';

/** Degrees: 0.01 mm. */
const SETTLED = 1e-10;
/** Three digits are won a step; at the rim of the box, where the distortion begins at once, it may never settle. */
const MOST_STEPS = 30;

export const wgs84ToGcj02 = (lng: number, lat: number): LngLat =>
  gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02) as LngLat;

const gcj02ToBd09 = (lng: number, lat: number): LngLat =>
  gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.BD09) as LngLat;

export const wgs84ToBd09 = (lng: number, lat: number): LngLat => gcj02ToBd09(...wgs84ToGcj02(lng, lat));

/** The point that `forward` takes to `target`, by taking away the distortion where the answer was last seen. */
const undo = (forward: (lng: number, lat: number) => LngLat, lng: number, lat: number): LngLat => {
  let [x, y] = [lng, lat];
  for (let step = 0; step < MOST_STEPS; step++) {
    const [fx, fy] = forward(x, y);
    x -= fx - lng;
    y -= fy - lat;
    if (Math.abs(fx - lng) < SETTLED && Math.abs(fy - lat) < SETTLED) break;
  }
  return [x, y];
};

export const gcj02ToWgs84 = (lng: number, lat: number): LngLat => undo(wgs84ToGcj02, lng, lat);

export const bd09ToWgs84 = (lng: number, lat: number): LngLat => gcj02ToWgs84(...undo(gcj02ToBd09, lng, lat));

/** Baidu's own Mercator metres. Both ways are polynomials fitted to each other: the round trip is good to 0.3 m. */
export const bd09McToWgs84 = (x: number, y: number): LngLat =>
  bd09ToWgs84(...(gcoord.transform([x, y], gcoord.BD09MC, gcoord.BD09) as LngLat));

export const wgs84ToBd09Mc = (lng: number, lat: number): LngLat =>
  gcoord.transform(wgs84ToBd09(lng, lat), gcoord.BD09, gcoord.BD09MC) as LngLat;
