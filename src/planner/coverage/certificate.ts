/** From a check to the certificate: figures by theme, faults by kind and place, the versions of the grids, a mark of what was checked. */
import {
  type CoverageFinding,
  type CoverageRecords,
  type CoverageReport,
  nameOfBuilding,
} from '../../domain/checks/coverage/index.ts';
import type { Certificate } from '../../domain/records/index.ts';
import { checksumOf } from '../../storage/index.ts';
import { boundaryMark } from '../model/begin.ts';

/** Names of places are listed up to here, then “…”; how many findings there are is always said. */
const MOST_PLACES = 12;

const someOf = (names: readonly string[]): string[] =>
  names.length > MOST_PLACES ? [...names.slice(0, MOST_PLACES), '…'] : [...names];

const isError = ({ level }: CoverageFinding): boolean => level === 'error';

/** Some 0.2 s for the sample: made when somebody asks for a certificate. */
export const certificateChecksum = (records: CoverageRecords): string => {
  const { community, closedSequences: _, ...tables } = records;
  return checksumOf({ communities: [community], ...tables });
};

export const certificateOf = (
  records: CoverageRecords,
  { themes, isWhole }: CoverageReport,
  { by, at, checksum }: Pick<Certificate, 'by' | 'at' | 'checksum'>,
): Omit<Certificate, 'number'> => {
  const buildings = new Map(records.buildings.map((one) => [one.id, nameOfBuilding(one)]));
  const grids = new Map(records.grids.map(({ id, name }) => [id, name]));
  const placeOf = ({ place }: CoverageFinding): string =>
    buildings.get(place.buildingId ?? '') ??
    grids.get(place.gridId ?? '') ??
    // Ground of nobody has no name but its coordinates.
    (place.at === null ? '' : place.at.map((degrees) => degrees.toFixed(5)).join(' '));
  const byRule = new Map<string, CoverageFinding[]>();
  for (const finding of themes.flatMap(({ findings }) => findings.filter(isError)))
    byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  return {
    communityName: records.community.name,
    communityCode: records.community.code,
    by: by.slice(0, 60),
    at,
    isWhole,
    grids: records.grids.map(({ id, code, name, validFrom, boundary }) => ({
      ...{ id, code, name, validFrom },
      mark: boundaryMark(boundary),
    })),
    themes: themes.map(({ theme, checked, ok, findings }) => {
      const gaps = findings.filter(isError).length;
      return { theme, checked, ok, gaps, remarks: findings.length - gaps };
    }),
    gaps: [...byRule].map(([rule, findings]) => ({
      rule,
      count: findings.length,
      places: someOf([...new Set(findings.map(placeOf))].filter((name) => name !== '')),
    })),
    checksum,
  };
};
