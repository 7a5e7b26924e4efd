/** What lies under the grids: green, water and roads as paths in millimetres, and every building's outline. Made once. */
import type { Building, Landscape } from '../../domain/records/index.ts';
import type { Frame } from '../../geometry/frame.ts';
import { mmFromLngLat } from '../../geometry/tiling/index.ts';
import type { Town } from '../model/town.ts';

export interface Backdrop {
  readonly areas: readonly { readonly kind: string; readonly path: Path2D }[];
  readonly roads: readonly { readonly kind: string; readonly widthMm: number; readonly path: Path2D }[];
  readonly walls: Path2D;
  /** By row. */
  readonly buildings: readonly Path2D[];
  /** What is written on a building: its number, else its name. */
  readonly labels: readonly string[];
}

const lineInto = (path: Path2D, points: readonly { readonly x: number; readonly y: number }[]): void => {
  for (const [i, { x, y }] of points.entries())
    if (i === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
};

export const makeBackdrop = (
  frame: Frame,
  landscape: Landscape | null,
  buildings: readonly Building[],
  { buildings: set }: Town,
): Backdrop => {
  const pathOf = (lines: readonly (readonly (readonly [number, number])[])[], closed: boolean): Path2D => {
    const path = new Path2D();
    for (const line of lines) {
      lineInto(
        path,
        line.map((point) => mmFromLngLat(frame, point)),
      );
      if (closed) path.closePath();
    }
    return path;
  };
  return {
    areas: (landscape?.areas ?? []).map(({ kind, rings }) => ({ kind, path: pathOf(rings, true) })),
    roads: (landscape?.roads ?? []).map(({ kind, widthMetres, line }) => ({
      kind,
      widthMm: widthMetres * 1000,
      path: pathOf([line], false),
    })),
    walls: pathOf(landscape?.walls.map(({ line }) => line) ?? [], false),
    buildings: set.footprints.map((rings) => {
      const path = new Path2D();
      for (const ring of rings) {
        for (let i = 0; i < ring.length; i += 2) {
          if (i === 0) path.moveTo(ring[0] as number, ring[1] as number);
          else path.lineTo(ring[i] as number, ring[i + 1] as number);
        }
        path.closePath();
      }
      return path;
    }),
    labels: buildings.map(({ number, name }) => number || name),
  };
};
