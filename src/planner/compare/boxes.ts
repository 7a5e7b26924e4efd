/** Where to fly: the box around buildings, or around a grid on both sides. */
import type { FaceId, Tiling } from '../../geometry/tiling/index.ts';
import type { MmBox } from '../map/map-view.ts';
import type { Town } from '../model/town.ts';

type Flat = readonly [minX: number, minY: number, maxX: number, maxY: number];

const around = (boxes: readonly Flat[]): MmBox | null =>
  boxes.length === 0
    ? null
    : {
        minX: Math.min(...boxes.map((box) => box[0])),
        minY: Math.min(...boxes.map((box) => box[1])),
        maxX: Math.max(...boxes.map((box) => box[2])),
        maxY: Math.max(...boxes.map((box) => box[3])),
      };

export const boxOfRows = ({ buildings }: Town, rows: readonly number[]): MmBox | null =>
  around(rows.flatMap((row) => (buildings.boxes[row] ? [buildings.boxes[row] as Flat] : [])));

export const boxOfFace = (tilings: readonly Tiling[], id: FaceId): MmBox | null =>
  around(tilings.filter((tiling) => tiling.face(id) !== undefined).map((tiling) => tiling.shape(id).box));

export const boxOfAll = (tilings: readonly Tiling[]): MmBox | null =>
  around(tilings.flatMap((tiling) => [...tiling.faces.keys()].map((id) => tiling.shape(id).box)));
