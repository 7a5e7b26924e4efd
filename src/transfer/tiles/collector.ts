/** Looks at the contents of tiles one by one and adds up what they are. */
import type { Pace } from '../pace.ts';
import type { Problems } from '../problem.ts';
import type { SourceFile } from '../source-file.ts';
import { type Content, type ContentTable, idPropertyOf, readContent } from './content.ts';
import { resolveUri } from './relative-uri.ts';
import { CONTENT_KINDS, type ContentKind, type FeatureTable } from './tileset-info.ts';

/** Paths of missing files that are told one by one. */
const TOLD_MISSING = 1000;
/** Contents whose tables are read: a city of a hundred thousand tiles has the same few tables in all of them. */
const OPENED = 2000;

/** An external tileset that a content turned out to be; its JSON the first time that it is met. */
export interface External {
  readonly path: string;
  readonly json: Content['json'];
}

export class Collector {
  readonly contents = Object.fromEntries(CONTENT_KINDS.map((kind) => [kind, 0])) as Record<
    ContentKind,
    number
  >;
  readonly missing: string[] = [];
  readonly extensions = new Set<string>();
  missingCount = 0;
  contentBytes = 0;
  hasFeatureIds = false;
  private opened = 0;
  private looked = 0;
  private passed = false;
  private readonly seen = new Map<string, External | null>();
  private readonly tables = new Map<string, ContentTable & { tiles: number }>();

  constructor(
    private readonly file: SourceFile,
    private readonly problems: Problems,
    private readonly pace: Pace,
    /** Contents that are looked for at all; the rest are counted by their names. */
    private readonly most = Number.POSITIVE_INFINITY,
  ) {}

  /** The path of a URI, or null and a problem where it leads out of the folder. */
  pathOf(uri: string, base: string, where: string): string | null {
    const resolved = resolveUri(uri, base);
    if (resolved.kind === 'file') return resolved.path;
    this.problems.add(`tiles.uri.${resolved.kind}`, 'error', where, () =>
      resolved.kind === 'outside'
        ? [
            `“${uri.slice(0, 120)}”在外部，不会去下载。`,
            `“${uri.slice(0, 120)}” lies outside and is not fetched.`,
          ]
        : [
            `“${uri.slice(0, 120)}”指向所选文件夹之外。`,
            `“${uri.slice(0, 120)}” leads out of the folder that was chosen.`,
          ],
    );
    return null;
  }

  /** A file of the folder; null and counted where it is not there. */
  async fileAt(path: string, where: string): Promise<SourceFile | null> {
    const found = await this.file.sibling(path);
    if (found !== null) return found;
    this.missingCount++;
    if (this.missing.length < TOLD_MISSING) this.missing.push(path);
    this.problems.add('tiles.missing', 'warning', where, () => [
      `缺少文件“${path}”。`,
      `The file “${path}” is missing.`,
    ]);
    return null;
  }

  /** Looks at the content of a tile, once however often it is named; gives the external tileset that it is. */
  async add(uri: string, base: string, where: string): Promise<External | null> {
    const path = this.pathOf(uri, base, where);
    if (path === null) return null;
    await this.pace(this.contentBytes);
    const known = this.seen.get(path);
    if (known !== undefined) return known;
    this.seen.set(path, null);
    if (this.looked >= this.most) {
      this.pass(path);
      return null;
    }
    this.looked++;
    const file = await this.fileAt(path, where);
    if (file === null) return null;
    this.contentBytes += file.size;
    const external = await this.look(file, path, where);
    this.seen.set(path, external === null ? null : { path, json: null });
    return external;
  }

  /** Counts a content by its name alone. */
  private pass(path: string): void {
    const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
    const kind = CONTENT_KINDS.find((each) => each === ending) ?? (ending === 'json' ? 'tileset' : 'unknown');
    this.contents[kind]++;
    if (this.passed) return;
    this.passed = true;
    this.problems.add('tiles.notAll', 'note', '', () => [
      `瓦片很多，只检查了前 ${this.most} 个，其余按文件名统计。`,
      `There are many tiles: the first ${this.most} were looked at, the others are counted by their names.`,
    ]);
  }

  private async look(file: SourceFile, path: string, where: string): Promise<External | null> {
    const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
    const byEnding = CONTENT_KINDS.find((kind) => kind === ending);
    // Every JSON is opened: it may be a tileset that leads on.
    if (this.opened >= OPENED && byEnding !== undefined && byEnding !== 'gltf') {
      this.contents[byEnding]++;
      return null;
    }
    this.opened++;
    const content = await readContent(file);
    for (const kind of content.kinds) this.contents[kind]++;
    for (const name of content.extensions) this.extensions.add(name);
    for (const table of content.tables) this.addTable(table);
    this.hasFeatureIds ||= content.hasFeatureIds;
    const { damage } = content;
    if (damage !== null)
      this.problems.add('tiles.content.damaged', 'error', where, () => [
        `“${path}”不可用：${damage[0]}。`,
        `“${path}” cannot be used: ${damage[1]}.`,
      ]);
    else if (content.kinds.includes('unknown'))
      this.problems.add('tiles.content.unknown', 'warning', where, () => [
        `“${path}”不是认识的瓦片格式。`,
        `“${path}” is no kind of tile that is known.`,
      ]);
    return content.json === null ? null : { path, json: content.json };
  }

  private addTable(table: ContentTable): void {
    const key = JSON.stringify([table.source, table.name, table.properties]);
    const known = this.tables.get(key);
    this.tables.set(key, {
      ...table,
      features: table.features + (known?.features ?? 0),
      tiles: 1 + (known?.tiles ?? 0),
    });
  }

  featureTables(): FeatureTable[] {
    return [...this.tables.values()].map((table) => ({
      source: table.source,
      name: table.name,
      properties: table.properties,
      idProperty: idPropertyOf(table.properties),
      tiles: table.tiles,
      features: table.features,
    }));
  }
}
