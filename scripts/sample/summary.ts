/** The figures of the sample, as `npm run sample` prints them. */
import { ageOfResident } from '../../src/domain/age.ts';
import { TABLE_NAMES } from '../../src/domain/records/index.ts';
import { recount } from '../../src/domain/stats.ts';
import { TODAY } from './stamp.ts';
import { recordsOf, type Sample } from './world.ts';

const share = (part: number, whole: number): string => `${part} (${((100 * part) / whole).toFixed(1)} %)`;

/** Present residents by age group. */
const ages = (sample: Sample): string => {
  const bands = [0, 15, 30, 45, 60, 80, 200];
  const present = (sample.tables.residents ?? []).filter((r) => r.status === 'present');
  return bands
    .slice(1)
    .map((end, i) => {
      const start = bands[i] as number;
      const count = present.filter((r) => {
        const age = ageOfResident(r, TODAY);
        return age >= start && age < end;
      }).length;
      return `${start}+ ${((100 * count) / present.length).toFixed(1)} %`;
    })
    .join(', ');
};

export const summaryOf = (sample: Sample): [what: string, value: string][] => {
  const buildings = sample.tables.buildings ?? [];
  const rows = recount(
    buildings.map((b) => b.id),
    sample.tables,
  );
  const sum = (
    metric:
      | 'homes'
      | 'vacantHomes'
      | 'letHomes'
      | 'households'
      | 'residents'
      | 'separated'
      | 'floating'
      | 'lowIncomeHouseholds'
      | 'openMatters',
  ): number => [...rows.values()].reduce((total, row) => total + row[metric], 0);
  const grids = (sample.tables.grids ?? []).map((grid) =>
    buildings
      .filter((b) => b.gridId === grid.id)
      .reduce((total, b) => total + (rows.get(b.id)?.households ?? 0), 0),
  );
  const modes = new Map<string, number>();
  for (const { mode } of sample.tables.memberships ?? []) modes.set(mode, (modes.get(mode) ?? 0) + 1);
  return [
    ...TABLE_NAMES.map((table): [string, string] => [table, String(recordsOf(sample, table).length)]),
    ['households a grid', grids.join(', ')],
    ['homes', String(sum('homes'))],
    ['vacant', share(sum('vacantHomes'), sum('homes'))],
    ['let', share(sum('letHomes'), sum('homes'))],
    ['households', String(sum('households'))],
    ['residents present', String(sum('residents'))],
    ['a household', (sum('residents') / sum('households')).toFixed(2)],
    ['not registered at home', share(sum('separated'), sum('residents'))],
    ['floating', share(sum('floating'), sum('residents'))],
    ['low-income households', share(sum('lowIncomeHouseholds'), sum('households'))],
    ['members by mode', [...modes].map(([mode, count]) => `${mode} ${count}`).join(', ')],
    ['open matters', String(sum('openMatters'))],
    ['ages', ages(sample)],
  ];
};
