/**
 * Which objects make up a building. Files tell it twice, by `children` and by `parents`, and not always both; neither is trusted to be free
 * of circles.
 */
import type { Problems } from '../problem.ts';
import { type Family, type FlatObject, familyOf } from './model.ts';

export interface Kinship {
  /** The building that a part or an installation belongs to. */
  readonly owners: ReadonlyMap<string, string>;
  /** Parts and installations of a building. */
  readonly members: ReadonlyMap<string, readonly FlatObject[]>;
}

const isMember = (family: Family): boolean => family === 'part' || family === 'installation';

export const findKinship = (objects: ReadonlyMap<string, FlatObject>, problems: Problems): Kinship => {
  const parents = new Map<string, string>();
  const own = (child: FlatObject, parent: FlatObject): void => {
    if (!parents.has(child.id)) parents.set(child.id, parent.id);
  };
  for (const object of objects.values())
    for (const id of object.parents) {
      const parent = objects.get(id);
      if (parent !== undefined) own(object, parent);
      else
        problems.add('cityjson.parent', 'warning', object.where, () => [
          `它所属的“${id}”不在文件里，已当作单独的建筑。`,
          `What it belongs to, “${id}”, is not in the file: it stands alone.`,
        ]);
    }
  for (const object of objects.values())
    for (const id of object.children) {
      const child = objects.get(id);
      if (child !== undefined) own(child, object);
      else
        problems.add('cityjson.child', 'warning', object.where, () => [
          `它的组成部分“${id}”不在文件里。`,
          `Its part “${id}” is not in the file.`,
        ]);
    }
  const owners = new Map<string, string>();
  const members = new Map<string, FlatObject[]>();
  for (const object of objects.values()) {
    if (!isMember(familyOf(object.type))) continue;
    const owner = topOf(object, parents, objects, problems);
    if (owner === null) continue;
    owners.set(object.id, owner);
    const list = members.get(owner);
    if (list === undefined) members.set(owner, [object]);
    else list.push(object);
  }
  return { owners, members };
};

/** The building above, however many parts lie between; null where there is none. */
const topOf = (
  object: FlatObject,
  parents: ReadonlyMap<string, string>,
  objects: ReadonlyMap<string, FlatObject>,
  problems: Problems,
): string | null => {
  const seen = new Set([object.id]);
  for (let id = parents.get(object.id); id !== undefined; id = parents.get(id)) {
    const above = objects.get(id);
    if (above !== undefined && familyOf(above.type) === 'building') return id;
    if (seen.has(id)) {
      problems.add('cityjson.circle', 'error', object.where, () => [
        '父子关系成环，无法确定它属于哪栋建筑，已当作单独的建筑。',
        'Its parents go round in a circle: nobody knows which building it belongs to. It stands alone.',
      ]);
      return null;
    }
    seen.add(id);
  }
  return null;
};
