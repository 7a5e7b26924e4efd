/**
 * How many of the residents live within the reach of each kind of facility: a whole per cent of the community, never a count. Two
 * circles differ by single houses, and a difference of counts would say who lives there; a per cent of thousands does not.
 */
import { FACILITY_KIND, codesOf } from '../../domain/codes.ts';
import type { Facility } from '../../domain/records/index.ts';
import { centroidOf } from '../../geometry/polygon.ts';
import type { PlacesState } from '../../state/places.ts';

/** Fewer residents than this, and one of them could be a per cent. */
const FEWEST_RESIDENTS = 500;

export interface KindReach {
  readonly kind: Facility['kind'];
  readonly facilities: number;
  /** Whole per cent of the residents, or null where a per cent would be a few people. */
  readonly percent: number | null;
}

type Input = Pick<PlacesState, 'buildings' | 'facilities' | 'stats' | 'frame'>;

export const reachOf = ({ buildings, facilities, stats, frame }: Input): KindReach[] => {
  const centres = buildings.map(({ footprint }) =>
    frame ? centroidOf((footprint[0] ?? []).map((point) => frame.toLocal(point))) : ([0, 0] as const),
  );
  const all = stats.residents.reduce((sum, count) => sum + count, 0);
  return codesOf(FACILITY_KIND).map((kind) => {
    const ofKind = facilities.filter((facility) => facility.kind === kind);
    const places = frame
      ? ofKind.map(({ point, reachMetres }) => ({ at: frame.toLocal(point), reachMetres }))
      : [];
    let reached = 0;
    centres.forEach(([x, y], i) => {
      const near = places.some(({ at, reachMetres }) => Math.hypot(at[0] - x, at[1] - y) <= reachMetres);
      if (near) reached += stats.residents[i] ?? 0;
    });
    return {
      kind,
      facilities: ofKind.length,
      percent: all < FEWEST_RESIDENTS ? null : Math.round((100 * reached) / all),
    };
  });
};
