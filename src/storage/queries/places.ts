/** The places of a community and their counts: what lives in memory while the application is open. */
import type {
  Building,
  Community,
  Facility,
  Grid,
  GridWorker,
  Landscape,
  Source,
  SourceLink,
} from '../../domain/records/index.ts';
import type { BuildingStats } from '../../domain/stats.ts';
import type { Store } from '../store.ts';

export interface Places {
  readonly community: Community;
  /** Grids in force; those that a plan closed stay in the database for its history. */
  readonly grids: Grid[];
  readonly gridWorkers: GridWorker[];
  readonly buildings: Building[];
  readonly facilities: Facility[];
  readonly landscape: Landscape | null;
  readonly sources: Source[];
  readonly sourceLinks: SourceLink[];
  readonly stats: BuildingStats[];
}

/** Cost: nine small tables whole, one transaction: hundreds of rows, none of them a person but the grid workers. */
export const placesIn = async ({ db }: Store): Promise<Places> =>
  db.transaction(
    'r',
    [
      'communities',
      'grids',
      'gridWorkers',
      'buildings',
      'facilities',
      'landscapes',
      'sources',
      'sourceLinks',
      'stats',
    ],
    async () => {
      const [
        communities,
        grids,
        gridWorkers,
        buildings,
        facilities,
        landscapes,
        sources,
        sourceLinks,
        stats,
      ] = await Promise.all([
        db.plain('communities').toArray(),
        db.plain('grids').toArray(),
        db.plain('gridWorkers').toArray(),
        db.plain('buildings').toArray(),
        db.plain('facilities').toArray(),
        db.plain('landscapes').toArray(),
        db.plain('sources').toArray(),
        db.plain('sourceLinks').toArray(),
        db.of('stats').toArray(),
      ]);
      const community = communities[0];
      if (!community) throw new Error('the database holds no community');
      return {
        community,
        grids: grids.filter(({ validTo }) => validTo === null).sort((a, b) => a.sequence - b.sequence),
        gridWorkers,
        buildings,
        facilities,
        landscape: landscapes[0] ?? null,
        sources,
        sourceLinks,
        stats,
      };
    },
  );
