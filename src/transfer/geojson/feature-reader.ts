/** Features one by one to drafts: identity, attributes, geometry checked and mended. */
import { checkFootprint } from '../../geometry/footprints/check-footprint.ts';
import { LARGEST_BUILDING_SQUARE_METRES, type MetresPerUnit } from '../../geometry/footprints/footprint.ts';
import { createFaultTeller } from '../places/footprint-problems.ts';
import type { DeclaredCrs, SourcePoint } from '../places/place-set.ts';
import { createUniqueKeys } from '../places/unique-keys.ts';
import type { SketchTaker } from '../places/sketch.ts';
import type { Problems } from '../problem.ts';
import { createRoles } from '../places/attributes/attribute-roles.ts';
import type { ReadAs } from './arrange.ts';
import { crsOf, isGeographic } from '../places/declared-crs.ts';
import type { Draft } from './draft.ts';
import { GEOMETRY_TYPES, type GeometryFault, type TakenGeometry, takeGeometry } from './geometry.ts';
import { digitsOf, type ReadAttributes, readAttributes } from '../places/attributes/read-attributes.ts';
import { impossiblePoint, judgeUnits, metresPerUnitAt, swapAxes, type Units } from './units.ts';

/** So many features decide what the units are. */
const FIRST_FEATURES = 2000;

interface Waiting {
  readonly where: string;
  readonly key: string;
  readonly read: ReadAttributes;
  readonly taken: TakenGeometry;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const SKETCHED_STOREY_METRES = 3;
const UNKNOWN_BUILDING_METRES = 6;

/** How high an outline is drawn while its file is read: areas lie flat. */
const sketchedTop = ({ heightMetres, storeys, evidence }: ReadAttributes): number =>
  heightMetres ??
  (storeys === null
    ? evidence === 'building' || evidence === 'part'
      ? UNKNOWN_BUILDING_METRES
      : 0
    : storeys * SKETCHED_STOREY_METRES);

/** Ways on which one drives or that keep one out are closed lines often enough. */
const isWay = (properties: Record<string, unknown>): boolean =>
  ['highway', 'barrier', 'railway', 'waterway', 'aeroway', 'power'].some(
    (key) => typeof properties[key] === 'string',
  );

export class FeatureReader {
  readonly drafts: Draft[] = [];
  readonly counts = {
    features: 0,
    points: 0,
    lines: 0,
    withoutGeometry: 0,
    closedLines: 0,
    texts: 0,
    left: 0,
  };
  /** Of a feature; a collection's own is set from outside. */
  crs: DeclaredCrs | null = null;
  units: Units | null = null;
  readonly #problems: Problems;
  readonly #as: ReadAs;
  readonly #rolesOf = createRoles();
  readonly #keys = createUniqueKeys();
  readonly #faults: ReturnType<typeof createFaultTeller>;
  readonly #sketch: SketchTaker | undefined;
  #waiting: Waiting[] = [];

  constructor(problems: Problems, as: ReadAs, sketch?: SketchTaker) {
    this.#problems = problems;
    this.#as = as;
    this.#sketch = sketch;
    this.#faults = createFaultTeller(problems, 'geojson');
  }

  #leave(code: string, where: string, zh: string, en: string): void {
    this.counts.left++;
    this.#problems.add(`geojson.${code}`, 'error', where, () => [zh, en]);
  }

  /** A Feature, or a bare geometry. `bytes` are its own text. */
  add(value: unknown, where: string, bytes: Uint8Array): void {
    this.counts.features++;
    if (!isObject(value)) {
      this.#leave('feature', where, '这里应当是一个要素（Feature）。', 'A feature should stand here.');
      return;
    }
    const text = (): string => new TextDecoder().decode(bytes);
    if (value['type'] === 'Feature') this.#addFeature(value, where, text);
    else if (GEOMETRY_TYPES.has(value['type'])) this.#take({}, null, value, where, '', text);
    else if (isObject(value['attributes']) && value['geometry'] !== undefined)
      this.#leave(
        'esri',
        where,
        '这是 Esri JSON 的要素，不是 GeoJSON：请导出为 GeoJSON（f=geojson）。',
        'This is a feature of Esri JSON, not of GeoJSON: export it as GeoJSON (f=geojson).',
      );
    else {
      const type = JSON.stringify(value['type'] ?? null).slice(0, 60);
      this.#leave(
        'feature',
        where,
        `类型 ${type} 不是 GeoJSON 的要素或几何。`,
        `The type ${type} is no feature or geometry of GeoJSON.`,
      );
    }
  }

  #addFeature(feature: Record<string, unknown>, where: string, text: () => string): void {
    const { properties, geometry, id, crs } = feature;
    if (crs !== undefined) this.#addCrs(crs, where);
    if (geometry === null || geometry === undefined) {
      this.counts.withoutGeometry++;
      return;
    }
    if (properties !== null && properties !== undefined && !isObject(properties))
      this.#problems.add('geojson.properties', 'warning', where, () => [
        '属性（properties）不是对象，已忽略。',
        'Its properties are no object: ignored.',
      ]);
    this.#take(
      isObject(properties) ? properties : {},
      this.#idOf(id, text),
      geometry,
      where,
      'geometry',
      text,
    );
  }

  #idOf(id: unknown, text: () => string): string | null {
    if (typeof id === 'string' && id.trim() !== '') return id.trim();
    if (typeof id !== 'number') return null;
    return Number.isSafeInteger(id) || !Number.isInteger(id)
      ? String(id)
      : (digitsOf(text(), 'id') ?? String(id));
  }

  #addCrs(crs: unknown, where: string): void {
    const declared = crsOf(crs, `${where}.crs`);
    if (declared === null) return;
    if (this.crs === null) this.crs = declared;
    else if (this.crs.text !== declared.text) {
      const { text } = this.crs;
      this.#problems.add('geojson.crs.mixed', 'warning', where, () => [
        `坐标系“${declared.text}”与文件的“${text}”不同，已按后者处理。`,
        `Its coordinate system “${declared.text}” differs from the file's “${text}”, which was used.`,
      ]);
    }
  }

  #take(
    properties: Record<string, unknown>,
    id: string | null,
    geometry: unknown,
    where: string,
    path: string,
    text: () => string,
  ): void {
    const taken = takeGeometry(geometry, path === '' ? where : `${where}.${path}`, !isWay(properties));
    if (taken.fault !== null) {
      this.#tellGeometry(taken.fault, where, geometry);
      return;
    }
    this.counts.points += taken.points;
    this.counts.lines += taken.openLines;
    this.counts.closedLines += taken.closedLines;
    this.counts.texts += taken.texts;
    if (taken.polygons.length === 0) {
      if (taken.points + taken.openLines === 0) this.counts.withoutGeometry++;
      return;
    }
    const read = readAttributes(properties, this.#rolesOf, text);
    const wanted = id ?? read.id ?? where;
    const { key, isRepeated } = this.#keys.take(wanted);
    if (isRepeated)
      this.#problems.add('geojson.id', 'warning', where, () => [
        `标识“${wanted}”已被用过，改为“${key}”。`,
        `The id “${wanted}” was taken already: it is called “${key}” now.`,
      ]);
    this.#waiting.push({ where, key, read, taken });
    if (this.units !== null || this.#waiting.length >= FIRST_FEATURES) this.#settle();
  }

  #tellGeometry(fault: GeometryFault, where: string, geometry: unknown): void {
    if (fault.kind === 'type') {
      const type = JSON.stringify(isObject(geometry) ? (geometry['type'] ?? null) : geometry)?.slice(0, 60);
      this.#leave(
        'geometry.type',
        fault.path,
        `${type} 不是 GeoJSON 的几何类型，没有读入。`,
        `Left out: ${type} is no geometry type of GeoJSON.`,
      );
    } else if (fault.kind === 'position')
      this.#leave(
        'geometry.position',
        fault.path,
        '坐标应当是两个或三个数字 [x, y]，没有读入。',
        'A position should be two or three numbers [x, y]: left out.',
      );
    else
      this.#leave(
        'geometry.nesting',
        fault.path === '' ? where : fault.path,
        '坐标数组的层数与几何类型不符，没有读入。',
        'The coordinates are not nested as the geometry type asks: left out.',
      );
  }

  /** Checks what has been waiting for the units. */
  #settle(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    if (this.units === null) {
      this.units = judgeUnits(
        waiting.flatMap(({ taken }) => taken.polygons),
        isGeographic(this.crs),
      );
      if (this.units.areSwapped)
        this.#problems.add('geojson.axes', 'warning', '', () => [
          '坐标像是“纬度在前、经度在后”，与 GeoJSON 标准相反，已对调。请在地图上核对位置。',
          'Latitude seems to stand before longitude, against the standard: they were exchanged. Check the place on the map.',
        ]);
    }
    for (const feature of waiting) this.#check(feature, this.units);
  }

  #check({ where, key, read, taken }: Waiting, units: Units): void {
    const polygons = units.areSwapped ? swapAxes(taken.polygons) : taken.polygons;
    const impossible = impossiblePoint(units, polygons);
    if (impossible !== null) {
      const text = `[${impossible.join(', ')}]`;
      this.#leave(
        'coordinates.impossible',
        where,
        `坐标 ${text} 不可能在地球上，没有读入。`,
        `The position ${text} cannot be on earth: left out.`,
      );
      return;
    }
    const first: SourcePoint = polygons[0]?.[0]?.[0] ?? [0, 0];
    const isArea = this.#as === 'areas' || (this.#as === 'auto' && !/building|part/.test(read.evidence));
    const metresPerUnit = metresPerUnitAt(units, first);
    const { polygons: checked, faults } = checkFootprint(polygons, {
      metresPerUnit,
      closed: true,
      largestSquareMetres: isArea ? Infinity : LARGEST_BUILDING_SQUARE_METRES,
    });
    this.#faults.tell(faults, where, read.evidence === 'part');
    for (const name of read.odd)
      this.#problems.add('geojson.measure', 'warning', where, () => [
        `“${name}”的值 ${JSON.stringify(read.attributes[name] ?? null)} 不是合理的高度或层数，已忽略。`,
        `The value ${JSON.stringify(read.attributes[name] ?? null)} of “${name}” is no sensible height or count of storeys: ignored.`,
      ]);
    if (checked.length === 0) {
      this.counts.left++;
      return;
    }
    this.#sketch?.add(checked, metresPerUnit, sketchedTop(read));
    this.drafts.push({ where, key, read, polygons: checked, lowestZ: taken.lowestZ });
  }

  finish(): MetresPerUnit {
    this.#settle();
    this.#faults.finish();
    const first = this.drafts[0]?.polygons[0]?.[0]?.[0] ?? [0, 0];
    return metresPerUnitAt(this.units ?? { areDegrees: true, areSwapped: false }, first);
  }
}
