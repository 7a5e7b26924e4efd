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
import { detectPlaceFormat } from '../../src/transfer/places/detect.ts';
import type { PlaceFormat, PlaceSet } from '../../src/transfer/places/place-set.ts';
import { changesOf, DEFAULT_PLACE_OPTIONS, planPlaces } from '../../src/transfer/places/plan.ts';
import { terrainRequest } from '../../src/transfer/places/terrain-request.ts';
import { readPlaces } from '../../src/transfer/places/read-places.ts';
import { type Problem, Refused } from '../../src/transfer/problem.ts';
import { refusalOf } from '../../src/transfer/unknown-file.ts';
import { readAll, type SourceFile } from '../../src/transfer/source-file.ts';
import { readTileset } from '../../src/transfer/tiles/read-tileset.ts';
import type { Collection } from './collection.ts';
import { convertTable } from './convert-table.ts';
import type { FileReport, Told } from './told.ts';

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
const guessed = (name: { readonly zh: string; readonly en: string }, isNamed: boolean): Problem => ({
  code: 'convert.guessed',
  severity: 'warning',
  where: '',
  zh: `${isNamed ? '文件写的坐标系不认识' : '文件没有写明坐标系'}，按数值判断为 ${name.zh}；请核对，不对时用 --crs 指定。`,
  en: `The file names ${isNamed ? 'a coordinate system that is not known' : 'no coordinate system'}; by its numbers it was taken for ${name.en}. Check it, and give it with --crs if it is not.`,
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
  if (crsText === null && settled.by === 'guess') doubts.push(guessed(crs.name, set.crs !== null));
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

const tilesStay = (): Problem => ({
  code: 'convert.tiles',
  severity: 'note',
  where: '',
  zh: '三维瓦片不写入社区文件：用 npm start -- --tiles 文件夹 发布，再在“导入”页面填写 /tiles/tileset.json。',
  en: 'Tiles are not written into the community: serve them with npm start -- --tiles FOLDER and give /tiles/tileset.json on the import page.',
});

const convertTileset = async (file: SourceFile): Promise<Told> => {
  const info = await readTileset(file);
  return {
    format: '3dtiles',
    version: info.version,
    crs: 'EPSG:4978',
    counts: { tiles: info.tiles, ...info.contents },
    problems: [...info.problems, tilesStay()],
  };
};

/** Opened by what they hold: what is called .xls is often a CSV file, a web page or a new workbook, and each has its own sentence. */
export const TABLE = /\.(?:csv|tsv|txt|tab|xls|xlsx|xlsm|et)$/i;

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
