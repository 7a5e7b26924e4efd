/** Property tables of EXT_structural_metadata: what the feature ids of a mesh mean. One that is broken costs only its own column. */
import type { Problems } from '../problem.ts';
import type { SourceFile } from '../source-file.ts';
import {
  type Attributes,
  attributesOf,
  extensionOf,
  indexOf,
  type JsonRecord,
  listOf,
  numberOf,
  parseJsonObject,
  recordOf,
  textOf,
} from './json-value.ts';
import { type Column, readColumn } from './property-column.ts';
import type { Resources } from './resources.ts';
import { orProblem } from './unusable.ts';
import { bytesOfUri } from './uris.ts';

export interface PropertyTable {
  readonly name: string;
  readonly count: number;
  readonly properties: readonly string[];
  row(id: number): Attributes;
}

/** `id`: the class name, for tables whose schema says nothing more. */
interface SchemaClass {
  readonly properties: JsonRecord;
  readonly enums: JsonRecord;
}

const readSchema = async (
  metadata: JsonRecord,
  file: SourceFile,
  { budget }: Resources,
  problems: Problems,
): Promise<JsonRecord | null> => {
  const inline = recordOf(metadata['schema']);
  const uri = textOf(metadata['schemaUri']);
  if (inline !== null || uri === null) return inline;
  const where = 'extensions.EXT_structural_metadata.schemaUri';
  const bytes = await orProblem(problems, where, () => bytesOfUri(file, uri, (size) => budget.allow(size)));
  if (bytes === null) return null;
  try {
    return parseJsonObject(bytes, 'gltf.schema', uri);
  } catch {
    problems.add('gltf.schema', 'error', where, () => [
      `属性定义文件“${uri}”不是有效的 JSON，属性略去。`,
      `The schema “${uri}” is not valid JSON; attributes are left out.`,
    ]);
    return null;
  }
};

/** A value as the schema means it: names of enumerations, scaled numbers, nothing where it is the value for nothing. */
const meant = (value: unknown, described: JsonRecord, { enums }: SchemaClass): unknown => {
  const same = (other: unknown): boolean => JSON.stringify(value) === JSON.stringify(other);
  if (described['noData'] !== undefined && same(described['noData'])) return described['default'] ?? null;
  if (described['type'] === 'ENUM') {
    const names = listOf(recordOf(enums[String(described['enumType'])])?.['values']).map(recordOf);
    const name = (entry: unknown): unknown =>
      names.find((known) => known?.['value'] === entry)?.['name'] ?? entry;
    return Array.isArray(value) ? value.map(name) : name(value);
  }
  const [scale, offset] = [numberOf(described['scale']), numberOf(described['offset'])];
  return typeof value === 'number' && (scale !== null || offset !== null)
    ? value * (scale ?? 1) + (offset ?? 0)
    : value;
};

const readTable = async (
  table: JsonRecord,
  schema: JsonRecord,
  index: number,
  resources: Resources,
  problems: Problems,
): Promise<PropertyTable | null> => {
  const where = `extensions.EXT_structural_metadata.propertyTables[${index}]`;
  const className = textOf(table['class']) ?? '';
  const described = recordOf(recordOf(schema['classes'])?.[className]);
  const count = indexOf(table['count']);
  if (described === null || count === null) {
    problems.add('gltf.table', 'error', where, () => [
      '属性表没有对应的类或行数，略去。',
      'The property table has no class or count and is left out.',
    ]);
    return null;
  }
  const ofClass: SchemaClass = {
    properties: recordOf(described['properties']) ?? {},
    enums: recordOf(schema['enums']) ?? {},
  };
  const columns = new Map<string, Column>();
  for (const [name, property] of Object.entries(recordOf(table['properties']) ?? {})) {
    const about = recordOf(ofClass.properties[name]);
    const stored = recordOf(property);
    if (about === null || stored === null) continue;
    const column = await orProblem(problems, `${where}.properties.${name}`, () =>
      readColumn(resources, about, stored, ofClass.enums, count),
    );
    if (column !== null) columns.set(name, (id) => meant(column(id), about, ofClass));
  }
  // Properties with a default need no column.
  for (const [name, about] of Object.entries(ofClass.properties))
    if (!columns.has(name) && recordOf(about)?.['default'] !== undefined)
      columns.set(name, () => recordOf(about)?.['default']);
  return {
    name: textOf(table['name']) ?? textOf(described['name']) ?? className,
    count,
    properties: [...columns.keys()],
    row: (id) =>
      attributesOf(
        id < count ? Object.fromEntries([...columns].map(([name, column]) => [name, column(id)])) : {},
      ),
  };
};

/** The file's tables, in order; null for one that cannot be used. */
export const readPropertyTables = async (
  file: SourceFile,
  resources: Resources,
  problems: Problems,
): Promise<readonly (PropertyTable | null)[]> => {
  const metadata = extensionOf(resources.json, 'EXT_structural_metadata');
  const tables = listOf(metadata?.['propertyTables']);
  if (metadata === null || tables.length === 0) return [];
  const schema = await readSchema(metadata, file, resources, problems);
  if (schema === null) return [];
  const read: (PropertyTable | null)[] = [];
  for (const [index, table] of tables.entries())
    read.push(await readTable(recordOf(table) ?? {}, schema, index, resources, problems));
  return read;
};
