/** What is written over the land: grids with their counts, estates, houses, facilities and roads. */
import { FACILITY_KIND } from '../../../domain/codes.ts';
import type { Landscape } from '../../../domain/records/index.ts';
import type { Language } from '../../../domain/reasons.ts';
import type { Vec3 } from '../../../geometry/framing.ts';
import type { Point } from '../../../geometry/polygon.ts';
import type { StatsColumns } from '../../../state/places.ts';
import type { Stage } from '../stage.ts';
import { buildingLabel, gridCounts } from '../words.ts';
import type { LabelSpec } from './label-batch.ts';

/** Who goes first, in steps wider than what nearness adds (4) and a shown label's lead (1). */
const PRIORITY = { grid: 60, facility: 50, estate: 40, place: 30, building: 20, road: 10 } as const;
/** Most labels drawn for houses: a district shows its largest. */
const MOST_BUILDINGS = 1500;
const ROAD_EVERY_METRES = 320;
const GRID_RAISE_METRES = 14;
const ABOVE_ROOF_METRES = 1.5;

export interface PlaceLabelInput {
  readonly stage: Stage;
  readonly stats: StatsColumns;
  readonly gridOfBuilding: Int32Array;
  readonly landscape: Landscape | null;
  readonly language: Language;
}

const gridLabels = ({ stage, stats, gridOfBuilding, language }: PlaceLabelInput): LabelSpec[] => {
  const households = new Int32Array(stage.grids.length);
  const residents = new Int32Array(stage.grids.length);
  gridOfBuilding.forEach((grid, i) => {
    if (grid < 0) return;
    households[grid] = (households[grid] ?? 0) + (stats.households[i] ?? 0);
    residents[grid] = (residents[grid] ?? 0) + (stats.residents[i] ?? 0);
  });
  return stage.grids.map(({ record, centre: { point } }, i) => ({
    kind: 'grid',
    text: record.name,
    note: gridCounts(households[i] ?? 0, residents[i] ?? 0, language),
    anchor: [point[0], point[1], stage.terrain.heightAt(...point) + GRID_RAISE_METRES],
    raisePx: 4,
    priority: PRIORITY.grid,
    fromScale: 0.28,
    toScale: 6,
    hit: { kind: 'grid', id: record.id },
  }));
};

const estateLabels = ({ stage }: PlaceLabelInput): LabelSpec[] => {
  const estates = new Map<string, { x: number; y: number; z: number; n: number }>();
  for (const { record, centre, topZ } of stage.buildings) {
    if (record.estate === '') continue;
    const sum = estates.get(record.estate) ?? { x: 0, y: 0, z: -Infinity, n: 0 };
    estates.set(record.estate, {
      x: sum.x + centre[0],
      y: sum.y + centre[1],
      z: Math.max(sum.z, topZ),
      n: sum.n + 1,
    });
  }
  return [...estates].map(([name, { x, y, z, n }]) => ({
    kind: 'estate',
    text: name,
    anchor: [x / n, y / n, z + 6],
    raisePx: 0,
    priority: PRIORITY.estate + Math.min(8, n / 2),
    fromScale: 0.3,
    toScale: 1.1,
    hit: null,
  }));
};

const buildingLabels = ({ stage, language }: PlaceLabelInput): LabelSpec[] => {
  // A house that is all facility says its name once, at the symbol.
  const said = new Set(stage.facilities.map((f) => f.record.name));
  const specs = stage.buildings.flatMap(
    ({ record, centre, topZ }, index): (LabelSpec & { volume: number })[] => {
      if (said.has(record.name)) return [];
      const named = record.number === '';
      return [
        {
          kind: named ? 'place' : 'building',
          text: buildingLabel(record.number, record.name, language),
          anchor: [centre[0], centre[1], topZ + ABOVE_ROOF_METRES],
          raisePx: 3,
          priority: (named ? PRIORITY.place : PRIORITY.building) + Math.min(4, record.heightMetres / 25),
          fromScale: 0,
          toScale: record.use === 'courtyard' ? 0.2 : named ? 0.5 : 0.42,
          hit: { kind: 'building', id: record.id },
          behind: index,
          volume: record.heightMetres * record.footprint.length,
        },
      ];
    },
  );
  return specs.sort((a, b) => b.volume - a.volume).slice(0, MOST_BUILDINGS);
};

const facilityLabels = ({ stage, language }: PlaceLabelInput): LabelSpec[] =>
  stage.facilities.map(({ record, foot, under }) => ({
    kind: 'facility',
    text: record.name === '' ? FACILITY_KIND[record.kind][language] : record.name,
    anchor: foot,
    raisePx: -24,
    priority: PRIORITY.facility,
    fromScale: 0,
    toScale: 0.5,
    hit: { kind: 'facility', id: record.id },
    behind: under,
  }));

/** Points along a line, in the middle of equal pieces. */
const alongLine = (line: readonly Point[], every: number): Point[] => {
  const lengths = line.slice(1).map((b, i) => {
    const a = line[i] as Point;
    return Math.hypot(b[0] - a[0], b[1] - a[1]);
  });
  const total = lengths.reduce((a, b) => a + b, 0);
  const pieces = Math.max(1, Math.round(total / every));
  return Array.from({ length: pieces }, (_, k): Point => {
    let rest = (total * (k + 0.5)) / pieces;
    let i = 0;
    while (i < lengths.length - 1 && rest > (lengths[i] as number)) rest -= lengths[i++] as number;
    const a = line[i] as Point;
    const b = (line[i + 1] ?? a) as Point;
    const t = (lengths[i] ?? 0) > 0 ? rest / (lengths[i] as number) : 0;
    return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
  });
};

const roadLabels = ({ stage, landscape }: PlaceLabelInput): LabelSpec[] =>
  (landscape?.roads ?? [])
    .filter((road) => road.name !== '')
    .flatMap((road) =>
      alongLine(
        road.line.map((point) => stage.frame.toLocal(point)),
        ROAD_EVERY_METRES,
      ).map((point): LabelSpec => {
        const anchor: Vec3 = [point[0], point[1], stage.terrain.heightAt(...point) + 1];
        return {
          kind: 'road',
          text: road.name,
          anchor,
          raisePx: -7,
          priority: PRIORITY.road + (road.kind === 'main' ? 4 : road.kind === 'street' ? 2 : 0),
          fromScale: 0,
          toScale: road.kind === 'main' ? 1 : road.kind === 'street' ? 0.7 : 0.3,
          hit: null,
          behind: -1,
        };
      }),
    );

export const placeLabels = (input: PlaceLabelInput): LabelSpec[] => [
  ...gridLabels(input),
  ...facilityLabels(input),
  ...estateLabels(input),
  ...buildingLabels(input),
  ...roadLabels(input),
];
