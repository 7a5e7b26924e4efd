/**
 * Puts a set of places on the ground: footprints in degrees, meshes in metres about origins of their own, terrain in the community's
 * raster, imagery by its corners. What has no place is left out and said; the system or placement is kept, so that it can be done again.
 */
import type { LngLat, MultiPolygon, Ring } from '../../domain/records/base.ts';
import { signedArea } from '../../geometry/polygon.ts';
import type {
  PlaceSet,
  SourceImagery,
  SourcePoint,
  SourcePolygon,
  SourceTerrain,
} from '../places/place-set.ts';
import { Problems } from '../problem.ts';
import type { Crs } from './crs.ts';
import { type Ground, groundOfCrs, groundOfPlacement } from './ground.ts';
import { metresBetween } from './guess.ts';
import { locateMesh } from './locate-mesh.ts';
import type {
  LocatedArea,
  LocatedBuilding,
  LocatedImagery,
  LocatedSet,
  LocatedTerrain,
  Placement,
  TerrainRequest,
} from './located-set.ts';
import { resampleTerrain } from './terrain-raster.ts';

export interface LocateOptions {
  /** The raster that the community's record should get; without it, only where the survey lies is told. */
  readonly terrain?: TerrainRequest;
}

/** A tenth of a millimetre. The same corner of two polygons is the same number after rounding. */
const DECIMALS = 1e9;
const rounded = (degrees: number): number => Math.round(degrees * DECIMALS) / DECIMALS;

const pointOf = (ground: Ground, [x, y]: SourcePoint): LngLat => {
  const [lng, lat] = ground.toWgs84(x, y, 0);
  return [rounded(lng), rounded(lat)];
};

const isPlace = ([lng, lat]: LngLat): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

/** Null where a corner has no place. */
const ringOf = (ground: Ground, ring: readonly SourcePoint[], outside: boolean): Ring | null => {
  const points = ring.map((point) => pointOf(ground, point));
  if (!points.every(isPlace)) return null;
  return signedArea(points) > 0 === outside ? points : points.reverse();
};

const polygonsOf = (ground: Ground, polygons: readonly SourcePolygon[]): MultiPolygon | null => {
  const located: MultiPolygon = [];
  for (const polygon of polygons) {
    const rings = polygon.map((ring, i) => ringOf(ground, ring, i === 0));
    if (!rings.every((ring) => ring !== null)) return null;
    located.push(rings);
  }
  return located;
};

const cornersOf = (ground: Ground, corners: readonly SourcePoint[]): LocatedImagery['corners'] | null => {
  const [a, b, c, d] = corners.map((corner) => pointOf(ground, corner));
  return a && b && c && d && [a, b, c, d].every(isPlace) ? [a, b, c, d] : null;
};

const buildingsOf = (set: PlaceSet, ground: Ground, problems: Problems): LocatedBuilding[] =>
  set.buildings.flatMap((building): LocatedBuilding[] => {
    const mesh = building.mesh && locateMesh(building.mesh, ground);
    const footprint = ground.needsHeight ? [] : polygonsOf(ground, building.footprint);
    if (footprint === null || (building.mesh !== null && mesh === null)) {
      problems.add('locate.nowhere', 'error', building.where, () => [
        `楼栋“${building.name || building.key}”的坐标在地球上没有对应的位置，已略过。`,
        `The coordinates of building "${building.name || building.key}" have no place on earth; it is left out.`,
      ]);
      return [];
    }
    if (ground.needsHeight && building.footprint.length > 0)
      problems.add('locate.flatGeocentric', 'warning', building.where, () => [
        `楼栋“${building.name || building.key}”的轮廓用地心坐标表示却没有高度，只使用它的模型。`,
        `The footprint of building "${building.name || building.key}" is geocentric but has no heights; only its mesh is used.`,
      ]);
    const { heightScale } = ground;
    const groundMetres =
      building.groundMetres === null || ground.needsHeight
        ? (mesh?.baseMetres ?? null)
        : ground.heightOf(building.groundMetres);
    return [
      {
        ...building,
        footprint,
        mesh,
        groundMetres,
        heightMetres: building.heightMetres === null ? null : building.heightMetres * heightScale,
        minHeightMetres: building.minHeightMetres * heightScale,
      },
    ];
  });

const areasOf = (set: PlaceSet, ground: Ground, problems: Problems): LocatedArea[] =>
  set.areas.flatMap((area): LocatedArea[] => {
    const polygons = ground.needsHeight ? null : polygonsOf(ground, area.polygons);
    if (polygons !== null) return [{ ...area, polygons }];
    problems.add('locate.nowhere', 'error', area.where, () => [
      `区域“${area.name || area.key}”的坐标在地球上没有对应的位置，已略过。`,
      `The coordinates of area "${area.name || area.key}" have no place on earth; it is left out.`,
    ]);
    return [];
  });

const surveyCorners = (survey: SourceTerrain): SourcePoint[] => {
  const [x, y] = survey.origin;
  // The picture's corners are half a cell beyond the middles of its outermost cells.
  const [left, right] = [x - survey.stepX / 2, x + survey.stepX * (survey.columns - 0.5)];
  const [top, bottom] = [y - survey.stepY / 2, y + survey.stepY * (survey.rows - 0.5)];
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
};

const rangeOf = (values: Float32Array): [number, number] | null => {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : null;
};

const terrainOf = (
  survey: SourceTerrain | null,
  ground: Ground,
  request: TerrainRequest | undefined,
  problems: Problems,
): LocatedTerrain | null => {
  if (!survey) return null;
  const corners = ground.needsHeight ? null : cornersOf(ground, surveyCorners(survey));
  const range = rangeOf(survey.heightsMetres);
  if (!corners || !range) {
    problems.add('locate.terrainNowhere', 'error', '', () => [
      range ? '地形在地球上没有对应的位置。' : '地形文件里没有任何高程。',
      range ? 'The terrain has no place on earth.' : 'The terrain holds no height at all.',
    ]);
    return null;
  }
  const scaled =
    ground.heightScale === 1
      ? survey
      : { ...survey, heightsMetres: survey.heightsMetres.map((h) => ground.heightOf(h)) };
  const resampled = request ? resampleTerrain(scaled, ground, request) : null;
  for (const p of resampled?.problems ?? []) problems.add(p.code, p.severity, p.where, () => [p.zh, p.en]);
  return {
    corners,
    surveyCellMetres: metresBetween(corners[0], corners[1]) / survey.columns,
    minMetres: ground.heightOf(range[0]),
    maxMetres: ground.heightOf(range[1]),
    grid: resampled?.terrain ?? null,
  };
};

/** A picture without corners is a model in pixels: its upper left is zero, and rows go down. */
const pixelCorners = ({ widthPx, heightPx }: SourceImagery): SourcePoint[] => [
  [0, 0],
  [widthPx, 0],
  [widthPx, -heightPx],
  [0, -heightPx],
];

const imageryOf = (
  imagery: SourceImagery | null,
  ground: Ground,
  byHand: boolean,
  problems: Problems,
): LocatedImagery | null => {
  if (!imagery) return null;
  const own = imagery.corners ?? (byHand ? pixelCorners(imagery) : null);
  const corners = own && !ground.needsHeight ? cornersOf(ground, own) : null;
  if (corners) return { ...imagery, corners };
  problems.add('locate.imageryNowhere', 'error', '', () => [
    '影像没有四角坐标，无法放到地面上。',
    'The imagery has no corners, so it cannot be laid on the ground.',
  ]);
  return null;
};

/** Systems of three dimensions whose heights are above the ellipsoid. */
const ELLIPSOID_HEIGHTS = new Set(['EPSG:4979', 'EPSG:4480', 'EPSG:4937']);
const hasHeights = (set: PlaceSet): boolean =>
  set.terrain !== null || set.buildings.some((b) => b.mesh !== null || b.groundMetres !== null);

const onGround = (
  set: PlaceSet,
  ground: Ground,
  source: LocatedSet['source'],
  options: LocateOptions,
  ellipsoid = false,
): LocatedSet => {
  const problems = new Problems();
  if (ellipsoid)
    problems.add('locate.ellipsoidHeights', 'warning', set.crs?.where ?? '', () => [
      '文件的高程是大地高（从椭球面起算），与海拔相差可达几十米，请用已知的地面高程核对。',
      'The heights of the file are above the ellipsoid, which may be tens of metres from sea level; check with a known height of the ground.',
    ]);
  return {
    format: set.format,
    version: set.version,
    source,
    buildings: buildingsOf(set, ground, problems),
    areas: areasOf(set, ground, problems),
    terrain: terrainOf(set.terrain, ground, options.terrain, problems),
    imagery: imageryOf(set.imagery, ground, source.placement !== null, problems),
    textures: set.textures,
    counts: set.counts,
    problems: [...set.problems, ...problems.all()],
  };
};

/** The set read in a coordinate system. */
export const locate = (set: PlaceSet, crs: Crs, options: LocateOptions = {}): LocatedSet =>
  onGround(
    set,
    groundOfCrs(crs),
    { crs: crs.text, declared: set.crs?.text ?? null, placement: null },
    options,
    crs.kind === 'geocentric' || (ELLIPSOID_HEIGHTS.has(crs.code ?? '') && hasHeights(set)),
  );

/** The set as a model stood on the ground by hand. */
export const place = (set: PlaceSet, placement: Placement, options: LocateOptions = {}): LocatedSet =>
  onGround(
    set,
    groundOfPlacement(placement),
    { crs: null, declared: set.crs?.text ?? null, placement },
    options,
  );
