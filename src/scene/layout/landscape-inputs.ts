/** The landscape record → what geometry needs of it, in local metres. */
import type { Landscape } from '../../domain/records/index.ts';
import { type Frame, ringsToLocal } from '../../geometry/frame.ts';
import type { AreaInput } from '../../geometry/ground.ts';
import type { LandmarkInput } from '../../geometry/landmarks.ts';
import type { Point } from '../../geometry/polygon.ts';
import type { RoadInput } from '../../geometry/road-network.ts';
import type { TreeInput } from '../../geometry/trees-placement.ts';

export interface LandscapeInput {
  readonly areas: readonly AreaInput[];
  readonly roads: readonly RoadInput[];
  readonly walls: readonly { readonly line: readonly Point[]; readonly heightMetres: number }[];
  readonly trees: readonly TreeInput[];
  readonly lamps: readonly Point[];
  readonly landmarks: readonly LandmarkInput[];
}

export const landscapeInput = (landscape: Landscape | null, frame: Frame): LandscapeInput => ({
  areas: landscape?.areas.map(({ kind, rings }) => ({ kind, rings: ringsToLocal(frame, rings) })) ?? [],
  roads:
    landscape?.roads.map(({ kind, widthMetres, line }) => ({
      kind,
      widthMetres,
      line: line.map((point) => frame.toLocal(point)),
    })) ?? [],
  walls:
    landscape?.walls.map(({ line, heightMetres }) => ({
      line: line.map((point) => frame.toLocal(point)),
      heightMetres,
    })) ?? [],
  trees:
    landscape?.trees.map(([lng, lat, heightMetres, kind]) => ({
      at: frame.toLocal([lng, lat]),
      heightMetres,
      kind,
    })) ?? [],
  lamps: landscape?.lamps.map((point) => frame.toLocal(point)) ?? [],
  landmarks:
    landscape?.landmarks.map(({ model, point, headingDegrees }) => ({
      model,
      at: frame.toLocal(point),
      headingDegrees,
    })) ?? [],
});
