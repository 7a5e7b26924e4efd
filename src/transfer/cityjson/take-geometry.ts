/** One geometry of CityJSON into the pool: nesting checked, semantics and materials of each surface found. */
import { SURFACE } from '../places/place-set.ts';
import type { Problems } from '../problem.ts';
import type { BoundaryPool } from './boundary-pool.ts';
import type { FlatGeometry } from './model.ts';

/** How many arrays lie around a surface, by type of geometry. */
const LEVELS: Readonly<Record<string, number>> = {
  MultiSurface: 1,
  CompositeSurface: 1,
  Solid: 2,
  MultiSolid: 3,
  CompositeSolid: 3,
};

const KINDS: Readonly<Record<string, number>> = {
  RoofSurface: SURFACE.roof,
  OuterFloorSurface: SURFACE.roof,
  GroundSurface: SURFACE.ground,
  WallSurface: SURFACE.wall,
  Window: SURFACE.wall,
  Door: SURFACE.wall,
};

export interface GeometryCounts {
  points: number;
  textured: number;
  /** Surfaces left out for their nesting or their numbers. */
  broken: number;
  /** Geometries by level of detail. */
  readonly lods: Map<string, number>;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isIndex = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 0xffff_ffff;

/** A value for each surface, in arrays nested like the boundaries, which may stop short or be null at any level. */
const nestedAt = (values: unknown, path: readonly number[]): unknown => {
  let value = values;
  for (const i of path) {
    if (!Array.isArray(value)) return null;
    value = value[i];
  }
  return value;
};

const kindsOf = (semantics: unknown): readonly number[] => {
  const surfaces = isObject(semantics) && Array.isArray(semantics['surfaces']) ? semantics['surfaces'] : [];
  return surfaces.map((surface: unknown) => {
    const type = isObject(surface) ? surface['type'] : null;
    return (typeof type === 'string' ? KINDS[type] : undefined) ?? SURFACE.other;
  });
};

/** `{theme: {value: 3}}` for all surfaces, or `{theme: {values: […]}}`. */
const materialOf = (material: unknown, shown: string | null): ((path: readonly number[]) => number) => {
  if (!isObject(material)) return () => -1;
  const themes = Object.keys(material);
  const theme = shown !== null && themes.includes(shown) ? shown : themes[0];
  const chosen = theme === undefined ? null : material[theme];
  if (!isObject(chosen)) return () => -1;
  const take = (value: unknown): number => (isIndex(value) ? value : -1);
  if (chosen['value'] !== undefined && chosen['value'] !== null) {
    const all = take(chosen['value']);
    return () => all;
  }
  return (path) => take(nestedAt(chosen['values'], path));
};

const isRing = (ring: unknown): ring is number[] => Array.isArray(ring) && ring.every(isIndex);

const lodOf = (lod: unknown): string =>
  typeof lod === 'string' ? lod.trim() : typeof lod === 'number' ? String(lod) : '';

const IDENTITY: readonly number[] = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

const instanceOf = (geometry: Record<string, unknown>): FlatGeometry['instance'] => {
  const { template, boundaries, transformationMatrix } = geometry;
  const vertex = Array.isArray(boundaries) ? (boundaries[0] as unknown) : null;
  if (!isIndex(template) || !isIndex(vertex)) return null;
  const isMatrix =
    Array.isArray(transformationMatrix) &&
    transformationMatrix.length === 16 &&
    transformationMatrix.every((n: unknown) => typeof n === 'number' && Number.isFinite(n));
  if (transformationMatrix !== undefined && !isMatrix) return null;
  return { template, vertex, matrix: isMatrix ? (transformationMatrix as number[]) : IDENTITY };
};

export class GeometryTaker {
  readonly counts: GeometryCounts = { points: 0, textured: 0, broken: 0, lods: new Map() };
  readonly #pool: BoundaryPool;
  readonly #problems: Problems;

  constructor(pool: BoundaryPool, problems: Problems) {
    this.#pool = pool;
    this.#problems = problems;
  }

  #tell(code: string, where: string, zh: string, en: string): null {
    this.#problems.add(`cityjson.${code}`, 'error', where, () => [zh, en]);
    return null;
  }

  /** Null where there is nothing to show. `theme` is the one of the materials that is shown, where the file names one. */
  take(geometry: unknown, where: string, theme: string | null): FlatGeometry | null {
    if (!isObject(geometry))
      return this.#tell(
        'geometry',
        where,
        '几何应当是一个对象，没有读入。',
        'A geometry should be an object: left out.',
      );
    const { type, boundaries } = geometry;
    const lod = lodOf(geometry['lod']);
    if (type === 'MultiPoint' || type === 'MultiLineString') {
      this.counts.points++;
      return null;
    }
    if (type === 'GeometryInstance') {
      const instance = instanceOf(geometry);
      if (instance === null)
        return this.#tell(
          'instance',
          where,
          '模板的引用不完整（模板号、参考点或变换矩阵），没有读入。',
          'The use of a template is not complete (its number, its point or its matrix): left out.',
        );
      return { lod, start: 0, end: 0, surfaces: 0, instance };
    }
    const levels = typeof type === 'string' ? LEVELS[type] : undefined;
    if (levels === undefined) {
      const named = (JSON.stringify(type) ?? '?').slice(0, 60);
      return this.#tell(
        'geometry.type',
        where,
        `几何类型 ${named} 无法识别，没有读入。`,
        `The geometry type ${named} is not known: left out.`,
      );
    }
    if (geometry['texture'] !== undefined) this.counts.textured++;
    const start = this.#pool.length;
    const surfaces = this.#walk(boundaries, levels, geometry, where, theme);
    if (surfaces === 0) return null;
    this.counts.lods.set(lod, (this.counts.lods.get(lod) ?? 0) + 1);
    return { lod, start, end: this.#pool.length, surfaces, instance: null };
  }

  #walk(
    boundaries: unknown,
    levels: number,
    geometry: Record<string, unknown>,
    where: string,
    theme: string | null,
  ): number {
    const kinds = kindsOf(geometry['semantics']);
    const values = isObject(geometry['semantics']) ? geometry['semantics']['values'] : null;
    const material = materialOf(geometry['material'], theme);
    let surfaces = 0;
    const visit = (value: unknown, path: readonly number[]): void => {
      if (path.length < levels) {
        if (Array.isArray(value)) {
          for (let i = 0; i < value.length; i++) visit(value[i], [...path, i]);
          return;
        }
      } else if (Array.isArray(value) && value.length > 0 && value.every(isRing)) {
        const semantic = nestedAt(values, path);
        const kind = (typeof semantic === 'number' ? kinds[semantic] : undefined) ?? SURFACE.other;
        this.#pool.add(kind, material(path), value);
        surfaces++;
        return;
      }
      this.counts.broken++;
      this.#tell(
        'nesting',
        `${where}.boundaries${path.map((i) => `[${i}]`).join('')}`,
        '边界数组的层数或内容与几何类型不符，这一部分没有读入。',
        'The boundaries are not nested as the geometry type asks, or are no vertex numbers: left out.',
      );
    };
    visit(boundaries, []);
    return surfaces;
  }
}
