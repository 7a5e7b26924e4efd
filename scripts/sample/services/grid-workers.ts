/** Who works in each grid: its leader, one or two workers, an information officer. */
import type { Grid, GridWorker } from '../../../src/domain/records/index.ts';
import { type Identities, personName } from '../people/identities.ts';
import type { Random } from '../random.ts';
import type { Stamp } from '../stamp.ts';

export const makeGridWorkers = (
  grids: readonly Grid[],
  { random, stamp, identities }: { random: Random; stamp: Stamp; identities: Identities },
): GridWorker[] =>
  grids.flatMap((grid) => {
    const roles: GridWorker['role'][] = ['gridLeader', 'gridWorker', 'informationOfficer'];
    if (grid.sequence % 3 !== 0) roles.push('gridWorker');
    return roles.map(
      (role): GridWorker => ({
        ...stamp.base(),
        gridId: grid.id,
        role,
        personal: {
          name: personName(random, random.chance(0.42) ? '1' : '2', random.whole(1972, 1999)),
          phone: identities.phone(),
        },
      }),
    );
  });
