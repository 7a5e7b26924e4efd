/**
 * Where the map looks: millimetres of the community's frame (y north) on a canvas of CSS pixels (y down).
 *
 *     screen x = width / 2 + (x − centre.x) · scale          scale: pixels a millimetre
 *     screen y = height / 2 − (y − centre.y) · scale
 */
import type { MmPoint } from '../../geometry/tiling/index.ts';

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}
export interface MmBox {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** From a whole district to a doorstep. */
const [LEAST_SCALE, MOST_SCALE] = [0.000_02, 0.05];
const PADDING_PIXELS = 28;
/** What the tool says lies over the top of the map. */
const TOP_PIXELS = 62;

export class MapView {
  centre: MmPoint = { x: 0, y: 0 };
  scale = 0.001;
  width = 1;
  height = 1;

  toScreen({ x, y }: MmPoint): ScreenPoint {
    return {
      x: this.width / 2 + (x - this.centre.x) * this.scale,
      y: this.height / 2 - (y - this.centre.y) * this.scale,
    };
  }

  toWorld({ x, y }: ScreenPoint): MmPoint {
    return {
      x: this.centre.x + (x - this.width / 2) / this.scale,
      y: this.centre.y - (y - this.height / 2) / this.scale,
    };
  }

  /** What lies under `at` stays there. */
  zoomAt(at: ScreenPoint, factor: number): void {
    const fixed = this.toWorld(at);
    this.scale = Math.min(MOST_SCALE, Math.max(LEAST_SCALE, this.scale * factor));
    const moved = this.toWorld(at);
    this.centre = { x: this.centre.x + fixed.x - moved.x, y: this.centre.y + fixed.y - moved.y };
  }

  pan(dx: number, dy: number): void {
    this.centre = { x: this.centre.x - dx / this.scale, y: this.centre.y + dy / this.scale };
  }

  fit({ minX, minY, maxX, maxY }: MmBox): void {
    if (!(maxX > minX) || !(maxY > minY)) return;
    const across = (this.width - 2 * PADDING_PIXELS) / (maxX - minX);
    const along = (this.height - PADDING_PIXELS - TOP_PIXELS) / (maxY - minY);
    this.scale = Math.min(MOST_SCALE, Math.max(LEAST_SCALE, Math.min(across, along)));
    const lower = (TOP_PIXELS - PADDING_PIXELS) / 2 / this.scale;
    this.centre = { x: (minX + maxX) / 2, y: (minY + maxY) / 2 + lower };
  }

  /** Pixels → millimetres. */
  mm(pixels: number): number {
    return pixels / this.scale;
  }

  sees({ x, y }: ScreenPoint, margin = 0): boolean {
    return x > -margin && y > -margin && x < this.width + margin && y < this.height + margin;
  }
}
