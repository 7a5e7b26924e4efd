/**
 * What the actors act on: the places in local metres, index for index with the records, and the picker over them. Made anew when a
 * place changes; what is open or hovered is not in it.
 */
import type { Building, Facility, Grid } from '../../domain/records/index.ts';
import { buildingBase } from '../../geometry/building-base.ts';
import { parapetHeight } from '../../geometry/building-roofs.ts';
import { shapeOf } from '../../geometry/building-shape.ts';
import { type Frame, ringsToLocal } from '../../geometry/frame.ts';
import type { Vec3 } from '../../geometry/framing.ts';
import { type LocalPolygon, orientPolygon } from '../../geometry/local-polygon.ts';
import { boundsOf, centroidOf, type Point } from '../../geometry/polygon.ts';
import { placesInRows, type RowPlace } from '../../geometry/rows.ts';
import { createPrismPicker, type PrismPicker } from '../../geometry/prism-picker.ts';
import type { Terrain } from '../../geometry/terrain.ts';
import { type VisualCentre, visualCentre } from '../../geometry/visual-centre.ts';

export interface StageBuilding {
  readonly record: Building;
  readonly footprint: LocalPolygon;
  /** Unit vector of the long axis; its right-hand side is the sunny one. */
  readonly axis: Point;
  readonly centre: Point;
  /** Height of the ground floor, and of what a ray meets at the top, local metres. */
  readonly baseZ: number;
  readonly topZ: number;
}
export interface StageGrid {
  readonly record: Grid;
  readonly polygons: readonly LocalPolygon[];
  readonly centre: VisualCentre;
}
export interface StageFacility {
  readonly record: Facility;
  /** Where the symbol's tip stands: the ground, or the roof above it. */
  readonly foot: Vec3;
  /** Index of the building whose roof that is, -1 on open ground. */
  readonly under: number;
  /** From afar the symbols of one place stand in a row: its middle, and how many symbols to the right of it this one stands. */
  readonly place: RowPlace;
}
export interface Stage {
  readonly frame: Frame;
  readonly terrain: Terrain;
  readonly buildings: readonly StageBuilding[];
  readonly buildingIndex: ReadonlyMap<string, number>;
  readonly grids: readonly StageGrid[];
  readonly facilities: readonly StageFacility[];
  readonly picker: PrismPicker;
  /** West, south, east, north of all that is built, local metres. */
  readonly bounds: readonly [number, number, number, number];
}

export interface StageInput {
  readonly buildings: readonly Building[];
  readonly grids: readonly Grid[];
  readonly facilities: readonly Facility[];
}

/** Share of a sloping roof's rise that the picker's flat top stands at. */
const ROOF_SHARE = 0.5;
const ROOF_SLOPE = 0.45;
const FALLBACK_METRES = 300;
/** Symbols nearer to each other than this share a row from afar. */
const ROW_REACH_METRES = 70;

const topOf = (building: Building, widthMetres: number): number =>
  building.roof === 'flat'
    ? parapetHeight(building.heightMetres)
    : (widthMetres / 2) * ROOF_SLOPE * ROOF_SHARE;

const stageBuilding = (record: Building, frame: Frame, terrain: Terrain): StageBuilding => {
  const rings = ringsToLocal(frame, record.footprint);
  const footprint = orientPolygon(rings);
  const shape = shapeOf({ ...record, rings });
  const { baseZ } = buildingBase(rings[0] ?? [], terrain);
  return {
    record,
    footprint,
    axis: shape?.axis ?? [1, 0],
    centre: shape?.centre ?? centroidOf(rings[0] ?? []),
    baseZ,
    topZ: baseZ + record.heightMetres + topOf(record, shape?.width ?? 0),
  };
};

const largestCentre = (polygons: readonly LocalPolygon[]): VisualCentre =>
  polygons
    .map((polygon) => visualCentre(polygon))
    .reduce((best, next) => (next.radiusMetres > best.radiusMetres ? next : best), {
      point: [0, 0],
      radiusMetres: -1,
    });

/** Made when it is first asked for. */
const lazily = <T extends object>(make: () => T): (() => T) => {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
};

const pickerOf = (buildings: readonly StageBuilding[]): PrismPicker =>
  createPrismPicker(
    buildings.map((b) => ({
      footprint: b.footprint,
      bottom: b.record.minHeightMetres > 0 ? b.baseZ + b.record.minHeightMetres : b.baseZ - 3,
      top: b.topZ,
    })),
  );

/** Buildings and their picker are made when they are first needed: of a city they cost half a second, which a first picture need not. */
export const createStage = (places: StageInput, frame: Frame, terrain: Terrain): Stage => {
  const buildingsOf = lazily(() => places.buildings.map((record) => stageBuilding(record, frame, terrain)));
  const picker = lazily(() => pickerOf(buildingsOf()));
  const standing = places.facilities.map((record) => {
    const [x, y] = frame.toLocal(record.point);
    const under = picker().at(x, y);
    const foot: Vec3 = [x, y, buildingsOf()[under]?.topZ ?? terrain.heightAt(x, y)];
    return { record, foot, under };
  });
  const rows = placesInRows(
    standing.map(({ foot }) => foot),
    ROW_REACH_METRES,
  );
  const facilities = standing.map((each, i): StageFacility => ({ ...each, place: rows[i] as RowPlace }));
  const grids = places.grids.map((record): StageGrid => {
    const polygons = record.boundary.map((rings) => orientPolygon(ringsToLocal(frame, rings)));
    return { record, polygons, centre: largestCentre(polygons) };
  });
  const corners = [
    ...places.buildings.flatMap(({ footprint }) => (footprint[0] ?? []).map((point) => frame.toLocal(point))),
    ...(places.buildings.length > 0 ? [] : grids.flatMap((g) => g.polygons.flatMap((p) => p[0] ?? []))),
  ];
  const bounds: Stage['bounds'] =
    corners.length > 0
      ? boundsOf(corners)
      : [-FALLBACK_METRES, -FALLBACK_METRES, FALLBACK_METRES, FALLBACK_METRES];
  return {
    frame,
    terrain,
    get buildings() {
      return buildingsOf();
    },
    buildingIndex: new Map(places.buildings.map(({ id }, at) => [id, at])),
    grids,
    facilities,
    get picker() {
      return picker();
    },
    bounds,
  };
};
