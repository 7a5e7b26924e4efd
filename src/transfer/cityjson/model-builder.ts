/** Collects one model: its objects flattened, its vertices, and what counts as no building. */
import type { Problems } from '../problem.ts';
import { BoundaryPool } from './boundary-pool.ts';
import { type Materials, materialsOf, NO_MATERIALS } from './materials.ts';
import { familyOf, type FlatGeometry, type FlatObject } from './model.ts';
import { GeometryTaker } from './take-geometry.ts';
import { Vertices } from './vertices.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

export interface ObjectCounts {
  objects: number;
  terrain: number;
  interior: number;
  /** Of other types, by type. */
  readonly others: Map<string, number>;
}

const NO_OBJECT: Readonly<Record<string, unknown>> = {};

export class ModelBuilder {
  readonly objects = new Map<string, FlatObject>();
  readonly vertices = new Vertices();
  readonly pool = new BoundaryPool();
  materials: Materials = NO_MATERIALS;
  readonly taker: GeometryTaker;
  readonly #problems: Problems;
  readonly #counts: ObjectCounts;

  constructor(problems: Problems, counts: ObjectCounts) {
    this.#problems = problems;
    this.#counts = counts;
    this.taker = new GeometryTaker(this.pool, problems);
  }

  /** Numbers of materials are taken as they come: the appearance may stand behind the objects. */
  setAppearance(appearance: unknown): void {
    this.materials = materialsOf(appearance);
  }

  addObject(id: string, value: unknown, where: string): void {
    this.#counts.objects++;
    if (!isObject(value) || typeof value['type'] !== 'string') {
      this.#problems.add('cityjson.object', 'error', where, () => [
        '城市对象应当是带类型（type）的对象，没有读入。',
        'A city object should be an object with a type: left out.',
      ]);
      return;
    }
    const { type } = value;
    const family = familyOf(type);
    if (family === 'terrain') this.#counts.terrain++;
    else if (family === 'interior') this.#counts.interior++;
    else if (family === 'other') this.#counts.others.set(type, (this.#counts.others.get(type) ?? 0) + 1);
    if (family === 'terrain' || family === 'interior' || family === 'other') return;
    const geometries: FlatGeometry[] = [];
    const given = value['geometry'];
    if (Array.isArray(given))
      given.forEach((geometry, i) => {
        const flat = this.taker.take(geometry, `${where}.geometry[${i}]`, this.materials.theme);
        if (flat !== null) geometries.push(flat);
      });
    else if (given !== undefined && given !== null)
      this.#problems.add('cityjson.geometry', 'error', where, () => [
        '“geometry”不是数组，几何没有读入。',
        'Its “geometry” is no array: left out.',
      ]);
    const attributes = isObject(value['attributes']) ? value['attributes'] : NO_OBJECT;
    this.objects.set(id, {
      id,
      type,
      where,
      attributes: value['address'] === undefined ? attributes : { ...attributes, address: value['address'] },
      // `parent` was a single text in version 0.9, which some writers still use.
      parents: [...textsOf(value['parents']), ...textsOf([value['parent']])],
      children: textsOf(value['children']),
      geometries,
    });
  }
}
