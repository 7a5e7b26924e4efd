/** One file into the collection, with what there is to say about it. The same readers, systems and plans as in the page. */
import { createHash } from 'node:crypto';
import { dateOf } from '../../src/domain/dates.ts';
import { newId } from '../../src/domain/ids.ts';
import type { LngLat, Source } from '../../src/domain/records/index.ts';
import { boundsOf } from '../../src/geometry/polygon.ts';
import { packMeshes } from '../../src/geometry/mesh-pack.ts';
import { locate } from '../../src/transfer/crs/locate.ts';
import type { LocatedSet } from '../../src/transfer/crs/located-set.ts';
import { doubtCrs } from '../../src/transfer/crs/doubt.ts';
import { resolveCrs } from '../../src/transfer/crs/resolve.ts';
import { settleCrs } from '../../src/transfer/crs/settle.ts';
import { gridChanges, planGrids } from '../../src/transfer/places/areas.ts';
import { communityAbout } from '../../src/transfer/places/new-community.ts';
import { detectPlaceFormat } from '../../src/transfer/places/detect.ts';
import type { PlaceFormat, PlaceSet } from '../../src/transfer/places/place-set.ts';
import { changesOf, DEFAULT_PLACE_OPTIONS, planPlaces } from '../../src/transfer/places/plan.ts';
import { terrainRequest } from '../../src/transfer/places/terrain-request.ts';
import { readPlaces } from '../../src/transfer/places/read-places.ts';
import { type Problem, Problems, Refused } from '../../src/transfer/problem.ts';
import { refusalOf } from '../../src/transfer/unknown-file.ts';
import { readAll, type SourceFile } from '../../src/transfer/source-file.ts';
import {
  createPlaceDirectory,
  existingOf,
  guessTable,
  mappingOf,
  planImport,
  readTable,
  sampleOfSheet,
} from '../../src/transfer/tables/index.ts';
import { readTileset } from '../../src/transfer/tiles/read-tileset.ts';
import type { Collection } from './collection.ts';

export interface FileReport {
  readonly file: string;
  readonly format: string | null;
  readonly version: string | null;
  readonly crs: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
  readonly seconds: number;
}
type Told = Omit<FileReport, 'file' | 'seconds'>;

const centreOf = ({ buildings, areas, terrain }: LocatedSet): LngLat | null => {
  const points = [
    ...buildings.flatMap(({ footprint, mesh }) => footprint[0]?.[0] ?? (mesh ? [mesh.origin] : [])),
    ...areas.flatMap(({ polygons }) => polygons[0]?.[0] ?? []),
    ...(terrain?.corners ?? []),
  ];
  if (points.length === 0) return null;
  const [west, south, east, north] = boundsOf(points);
  return [(west + east) / 2, (south + north) / 2];
};

const noCrs = (): Problem => ({
  code: 'convert.crs',
  severity: 'error',
  where: '',
  zh: '文件没有写明坐标系，也无法判断。请用 --crs 指定，例如 --crs EPSG:4547。',
  en: 'The file names no coordinate system and none can be told. Give it with --crs, such as --crs EPSG:4547.',
});
const toBePlaced = (): Problem => ({
  code: 'convert.unplaced',
  severity: 'warning',
  where: '',
  zh: '模型没有地理坐标，没有写入社区文件；请在“导入”页面摆放，或用 --crs 指定坐标系。',
  en: 'The model has no coordinates on earth and is not written; place it on the import page, or give its system with --crs.',
});
const guessed = (name: { readonly zh: string; readonly en: string }): Problem => ({
  code: 'convert.guessed',
  severity: 'warning',
  where: '',
  zh: `文件没有写明坐标系，按数值判断为 ${name.zh}；请核对，不对时用 --crs 指定。`,
  en: `The file names no coordinate system; by its numbers it was taken for ${name.en}. Check it, and give it with --crs if it is not.`,
});

/** Doubts that leave the declared system no sense at all. */
const IMPOSSIBLE: ReadonlySet<string> = new Set(['crs.notDegrees', 'crs.notMetres', 'crs.unreachable']);
const readOtherwise = (name: { readonly zh: string; readonly en: string }): Problem => ({
  code: 'convert.contradicted',
  severity: 'warning',
  where: '',
  zh: `坐标与文件写明的坐标系矛盾，已改按 ${name.zh} 读取；不对时用 --crs 指定。`,
  en: `The coordinates contradict the system that the file names; it was read as ${name.en} instead. Give it with --crs if that is wrong.`,
});
const isNothing = ({ buildings, areas, terrain, imagery }: PlaceSet): boolean =>
  buildings.length === 0 && areas.length === 0 && terrain === null && imagery === null;
const nothing = (): Problem => ({
  code: 'convert.nothing',
  severity: 'error',
  where: '',
  zh: '文件里没有可以导入的楼栋、区域、地形或影像。',
  en: 'The file holds no building, area, terrain or picture that could be brought in.',
});

/** Rows that became or are something: what a table is there for. */
const TAKEN = ['imported', 'updated', 'unchanged'] as const;
const nothingTaken = (rejected: number): Problem => ({
  code: rejected > 0 ? 'convert.allRejected' : 'convert.noRows',
  severity: 'error',
  where: '',
  ...(rejected > 0
    ? {
        zh: `表格的 ${rejected} 行全部被退回，没有一行可以导入；请按上面的原因改正后重新导入。`,
        en: `All ${rejected} rows of the table were rejected, so nothing of it could be brought in; correct them by the reasons above.`,
      }
    : {
        zh: '表格里没有一行数据可以导入，请检查表头下面是否有内容。',
        en: 'The table holds no row of data that could be brought in; see whether anything stands below its headers.',
      }),
});

const save = (collection: Collection, bytes: Uint8Array): string => {
  const id = createHash('sha256').update(bytes).digest('hex');
  collection.assets.set(id, bytes);
  return id;
};

const convertPlaces = async (
  file: SourceFile,
  set: PlaceSet,
  crsText: string | null,
  collection: Collection,
): Promise<Told> => {
  const told = { format: set.format, version: set.version, counts: set.counts };
  const context = collection.placed
    ? {
        anchor: collection.community.anchor,
        footprints: collection.list('buildings').map(({ footprint }) => footprint),
      }
    : {};
  const settled = settleCrs(set, context);
  const contradicted = settled.doubts.find(({ code, better }) => IMPOSSIBLE.has(code) && better);
  const crs = crsText === null ? (contradicted?.better ?? settled.crs) : resolveCrs(crsText);
  if (!crs && set.unplaced) return { ...told, crs: null, problems: [...set.problems, toBePlaced()] };
  if (!crs)
    return {
      ...told,
      crs: set.crs?.text ?? null,
      problems: [...set.problems, ...settled.doubts.map(plain), noCrs()],
    };
  const doubts: Problem[] = (crsText === null ? settled.doubts : doubtCrs(set, crs, context)).map(plain);
  if (crsText === null && settled.by === 'guess') doubts.push(guessed(crs.name));
  if (crsText === null && contradicted && contradicted.better !== settled.crs)
    doubts.push(readOtherwise(crs.name));
  if (isNothing(set)) return { ...told, crs: crs.text, problems: [...set.problems, ...doubts, nothing()] };
  const first = locate(set, crs);
  const center = centreOf(first);
  if (center && !collection.placed) collection.moveTo(center);
  const { anchor, elevationMetres } = collection.community;
  const request = terrainRequest(first, anchor, elevationMetres, collection.list('buildings'));
  const located = request ? locate(set, crs, { terrain: request }) : first;
  collection.setGround(located.terrain?.grid ?? null, request?.elevationMetres ?? elevationMetres);
  const stamp = { at: collection.at, newId };
  const { community } = collection;
  const plan = planPlaces(
    located,
    { community, buildings: collection.list('buildings'), grids: collection.list('grids'), earlier: [] },
    DEFAULT_PLACE_OPTIONS,
    stamp,
  );
  const meshId = plan.meshes.length > 0 ? save(collection, packMeshes(plan.meshes)) : null;
  const { imagery } = located;
  const source: Source = {
    id: newId(),
    communityId: community.id,
    createdAt: stamp.at,
    updatedAt: stamp.at,
    revision: 1,
    kind: meshId
      ? 'model'
      : set.buildings.length > 0
        ? 'footprints'
        : set.terrain
          ? 'terrain'
          : imagery
            ? 'imagery'
            : 'areas',
    name: file.name.slice(0, 60),
    fileName: file.name.slice(0, 255),
    format: set.format,
    version: set.version,
    fileId: save(collection, await readAll(file)),
    meshId,
    address: null,
    crs: crs.text,
    placement: null,
    picture: imagery && { assetId: save(collection, imagery.bytes), corners: [...imagery.corners] },
    backdrop: null,
    importedOn: dateOf(stamp.at),
    shown: true,
  };
  const known = new Map(collection.list('buildings').map((building) => [building.id, building]));
  collection.apply(changesOf(plan, source, [], known, stamp));
  let problems = plan.problems.all();
  if (set.areas.length > 0 && set.buildings.length === 0) {
    const area = {
      community,
      buildings: collection.list('buildings'),
      grids: collection.list('grids'),
      gridWorkers: collection.list('gridWorkers'),
    };
    const grids = planGrids(located.areas, area, stamp);
    collection.apply(gridChanges(grids, area));
    problems = [...problems, ...grids.problems.all()];
  }
  return { ...told, crs: crs.text, problems: [...located.problems, ...doubts, ...problems] };
};

const plain = ({ code, severity, where, zh, en }: Problem): Problem => ({ code, severity, where, zh, en });

const convertTable = async (file: SourceFile, crs: string | null, collection: Collection): Promise<Told> => {
  const table = await readTable(file);
  const counts: Record<string, number> = {};
  const add = (key: string, by: number): void => {
    counts[key] = (counts[key] ?? 0) + by;
  };
  // A table can have as many faults as rows: of each kind the first are told, and how many more there are.
  const problems = new Problems();
  const tell = ({ code, severity, where, zh, en }: Problem): void =>
    problems.add(code, severity, where, () => [zh, en]);
  for (const sheet of table.sheets.filter(({ hidden }) => !hidden)) {
    const mapping = mappingOf(guessTable(await sampleOfSheet(table, sheet)));
    const tables = collection.tables();
    const directory = createPlaceDirectory({
      buildings: tables.buildings ?? [],
      dwellings: tables.dwellings ?? [],
      remembered: tables.addressAliases ?? [],
    });
    const stamp = { communityId: collection.community.id, by: '', at: collection.at, newId };
    const wasPlaced = collection.placed;
    const plan = planImport(sheet.rows(), mapping, mapping.kind, directory, existingOf(tables), {
      stamp,
      crs,
      problems: table.problems,
      ...(wasPlaced ? { anchor: collection.community.anchor } : {}),
    });
    for await (const { outcomes, changes, skipped } of plan) {
      collection.apply(changes);
      add('skipped', skipped.length);
      for (const { outcome, reasons, warnings } of outcomes) {
        add(outcome, 1);
        for (const reason of [...reasons, ...warnings]) tell(reason);
      }
    }
    const buildings = collection.list('buildings');
    if (!wasPlaced && buildings.length > 0)
      collection.moveTo(communityAbout(collection.community, buildings).anchor);
    add('sheets', 1);
  }
  const taken = TAKEN.some((outcome) => (counts[outcome] ?? 0) > 0);
  return {
    format: table.format,
    version: null,
    crs: null,
    counts,
    problems: [
      ...table.problems.all(),
      ...problems.all(),
      ...(taken ? [] : [nothingTaken(counts['rejected'] ?? 0)]),
    ],
  };
};

const convertTileset = async (file: SourceFile): Promise<Told> => {
  const info = await readTileset(file);
  return {
    format: '3dtiles',
    version: info.version,
    crs: 'EPSG:4978',
    counts: { tiles: info.tiles, ...info.contents },
    problems: info.problems,
  };
};

const TABLE = /\.(?:csv|tsv|txt|xlsx)$/i;

/** What is told of a file; a file of which nothing can be used is told with its refusal. */
export const convertFile = async (
  file: SourceFile,
  crs: string | null,
  collection: Collection,
): Promise<FileReport> => {
  const began = performance.now();
  const done = (told: Told): FileReport => ({
    file: file.name,
    ...told,
    seconds: Math.round(performance.now() - began) / 1000,
  });
  let format: PlaceFormat | null = null;
  try {
    format = await detectPlaceFormat(file);
    if (format === '3dtiles') return done(await convertTileset(file));
    if (format) return done(await convertPlaces(file, await readPlaces(file, format), crs, collection));
    if (TABLE.test(file.name)) return done(await convertTable(file, crs, collection));
    throw await refusalOf(file);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return done({ format, version: null, crs: null, counts: {}, problems: [error.problem] });
  }
};

const REFUSING: ReadonlySet<string> = new Set([
  'convert.crs',
  'convert.nothing',
  'convert.allRejected',
  'convert.noRows',
]);

/** Nothing of it was of use. */
export const isRefused = ({ counts, problems }: FileReport): boolean =>
  Object.keys(counts).length === 0 || problems.some(({ code }) => REFUSING.has(code));
