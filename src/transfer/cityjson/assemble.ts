/** Objects of one model to buildings: geometry of the chosen level, footprint, ground, height; parts under their building. */
import type { FootprintFault } from '../../geometry/footprints/footprint.ts';
import { createRoles } from '../places/attributes/attribute-roles.ts';
import { readAttributes } from '../places/attributes/read-attributes.ts';
import type { FaultTeller } from '../places/footprint-problems.ts';
import type { SourceBuilding, SourceMesh, SourcePolygon } from '../places/place-set.ts';
import type { UniqueKeys } from '../places/unique-keys.ts';
import type { Problems } from '../problem.ts';
import { chooseLod } from './choose-lod.ts';
import { footprintOf, type FootprintSource, joinFaces } from './footprint-of.ts';
import { findKinship } from './kinship.ts';
import { MeshWriter, type Source } from './mesh-writer.ts';
import { familyOf, type FlatObject } from './model.ts';

export interface AssembleCounts {
  buildings: number;
  parts: number;
  installations: number;
  withoutGeometry: number;
  degenerate: number;
  otherLod: number;
  readonly footprints: Map<FootprintSource, number>;
}

interface Shape {
  readonly mesh: SourceMesh | null;
  readonly polygons: readonly SourcePolygon[];
  readonly faults: readonly FootprintFault[];
  readonly source: FootprintSource;
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly rank: number;
}

const finite = (z: number): number | null => (Number.isFinite(z) ? z : null);
/** Files store millimetres; sums in doubles do not. */
const rounded = (metres: number): number => Math.round(metres * 1e6) / 1e6;

export class Assembler {
  readonly buildings: SourceBuilding[] = [];
  readonly counts: AssembleCounts = {
    buildings: 0,
    parts: 0,
    installations: 0,
    withoutGeometry: 0,
    degenerate: 0,
    otherLod: 0,
    footprints: new Map(),
  };
  readonly #problems: Problems;
  readonly #faults: FaultTeller;
  readonly #keys: UniqueKeys;
  readonly #lod: string | null;
  readonly #rolesOf = createRoles();

  constructor(problems: Problems, faults: FaultTeller, keys: UniqueKeys, lod: string | null) {
    this.#problems = problems;
    this.#faults = faults;
    this.#keys = keys;
    this.#lod = lod;
  }

  /** One model: a whole file, or one feature of a sequence. `pause` is awaited now and then. */
  async add(
    objects: ReadonlyMap<string, FlatObject>,
    source: Source,
    pause: () => Promise<void> | null,
  ): Promise<void> {
    const kinship = findKinship(objects, this.#problems);
    for (const object of objects.values()) {
      const wait = pause();
      if (wait !== null) await wait;
      const family = familyOf(object.type);
      if (family === 'installation') this.counts.installations++;
      // A part is written with its building, unless it has none.
      if (family === 'building' || (family === 'part' && !kinship.owners.has(object.id)))
        this.#addBuilding(object, kinship.members.get(object.id) ?? [], source);
    }
  }

  #shape(object: FlatObject, extras: readonly FlatObject[], source: Source): Shape {
    const chosen = chooseLod(object.geometries, this.#lod);
    if (chosen.isOther) this.counts.otherLod++;
    const writer = new MeshWriter(source);
    for (const geometry of chosen.shown)
      if (!writer.add(geometry, true)) this.#tellTemplate(object, geometry.instance?.template ?? 0);
    for (const extra of extras)
      for (const geometry of chooseLod(extra.geometries, this.#lod).shown)
        if (!writer.add(geometry, false)) this.#tellTemplate(extra, geometry.instance?.template ?? 0);
    const flat = new MeshWriter(source);
    for (const geometry of chosen.outlines) flat.add(geometry, true);
    this.#tellFaults(object, writer);
    this.#tellFaults(object, flat);
    const mesh = writer.finish();
    const isSolid = Number.isFinite(writer.lowestZ);
    const lowestZ = isSolid ? writer.lowestZ : flat.lowestZ;
    const {
      polygons,
      faults,
      source: found,
    } = footprintOf(writer.faces, flat.faces, isSolid ? mesh : null, lowestZ, source.metresPerUnit);
    return {
      mesh,
      polygons,
      faults,
      source: found,
      lowest: finite(lowestZ),
      highest: finite(writer.highestZ),
      rank: chosen.rank,
    };
  }

  #tellTemplate(object: FlatObject, template: number): void {
    this.#problems.add('cityjson.template', 'error', object.where, () => [
      `模板 ${template} 不存在或不能用，这个几何没有读入。`,
      `The template ${template} is not there or cannot be used: this geometry was left out.`,
    ]);
  }

  #tellFaults(object: FlatObject, { faults }: MeshWriter): void {
    this.counts.degenerate += faults.degenerate;
    const { missing, unplaced } = faults;
    if (missing.length > 0)
      this.#problems.add('cityjson.vertex.missing', 'error', object.where, () => [
        `引用了不存在的顶点 ${missing.slice(0, 5).join('、')}，相应的面没有读入。`,
        `It refers to vertices that are not there (${missing.slice(0, 5).join(', ')}): those surfaces were left out.`,
      ]);
    if (unplaced.length > 0)
      this.#problems.add('cityjson.vertex.unplaced', 'error', object.where, () => [
        `顶点 ${unplaced.slice(0, 5).join('、')} 的坐标无效，相应的面没有读入。`,
        `The coordinates of its vertices ${unplaced.slice(0, 5).join(', ')} are none: those surfaces were left out.`,
      ]);
  }

  #addBuilding(object: FlatObject, members: readonly FlatObject[], source: Source): void {
    const parts = members.filter((member) => familyOf(member.type) === 'part');
    const extras = members.filter((member) => familyOf(member.type) === 'installation');
    const own = this.#shape(object, extras, source);
    const shapes = parts.map((part) => this.#shape(part, [], source));
    const usable = shapes.filter((shape) => shape.mesh !== null || shape.polygons.length > 0);
    if (own.mesh === null && own.polygons.length === 0 && usable.length === 0) {
      this.counts.withoutGeometry += 1 + parts.length;
      return;
    }
    const key = this.#key(object);
    const isCoarser = usable.some((shape) => Math.floor(shape.rank) > Math.floor(own.rank) && own.rank >= 0);
    const united =
      own.polygons.length > 0
        ? null
        : joinFaces(
            usable.flatMap((shape) => shape.polygons),
            source.metresPerUnit,
          );
    this.counts.buildings += familyOf(object.type) === 'building' ? 1 : 0;
    const lows = [own, ...usable].flatMap((shape) => shape.lowest ?? []);
    const highs = [own, ...usable].flatMap((shape) => shape.highest ?? []);
    this.#push(object, key, null, {
      ...own,
      // The same walls once more, and coarser than those of the parts.
      mesh: isCoarser ? null : own.mesh,
      polygons: united?.polygons ?? own.polygons,
      lowest: lows.length > 0 ? Math.min(...lows) : null,
      highest: highs.length > 0 ? Math.max(...highs) : null,
    });
    parts.forEach((part, i) => {
      const shape = shapes[i] as Shape;
      if (shape.mesh === null && shape.polygons.length === 0) this.counts.withoutGeometry++;
      else this.#push(part, this.#key(part), key, shape);
    });
  }

  #key(object: FlatObject): string {
    const { key, isRepeated } = this.#keys.take(object.id);
    if (isRepeated)
      this.#problems.add('cityjson.id', 'warning', object.where, () => [
        `标识“${object.id}”已被用过，改为“${key}”。`,
        `The id “${object.id}” was taken already: it is called “${key}” now.`,
      ]);
    return key;
  }

  #push(object: FlatObject, key: string, partOf: string | null, shape: Shape): void {
    if (familyOf(object.type) === 'part') this.counts.parts++;
    this.counts.footprints.set(shape.source, (this.counts.footprints.get(shape.source) ?? 0) + 1);
    this.#faults.tell(shape.faults, object.where, partOf !== null);
    if (shape.source === 'hull')
      this.#problems.add('cityjson.footprint.hull', 'warning', object.where, () => [
        '无法得出轮廓，已用外包凸多边形代替。',
        'Its outline could not be found: its convex hull stands in.',
      ]);
    if (shape.polygons.length === 0)
      this.#problems.add('cityjson.footprint.none', 'note', object.where, () => [
        '从上方看没有面积，没有占地轮廓。',
        'Seen from above it has no area: it has no footprint.',
      ]);
    const read = readAttributes(object.attributes as Record<string, unknown>, this.#rolesOf, () => '{}');
    const groundMetres = shape.lowest ?? read.groundMetres;
    const height = shape.lowest === null || shape.highest === null ? 0 : shape.highest - shape.lowest;
    this.buildings.push({
      key,
      where: object.where,
      name: read.name,
      attributes: read.attributes,
      footprint: shape.polygons,
      groundMetres: groundMetres === null ? null : rounded(groundMetres),
      heightMetres: height > 0 ? rounded(height) : read.heightMetres,
      minHeightMetres: 0,
      storeys: read.storeys,
      partOf,
      mesh: shape.mesh,
    });
  }
}
