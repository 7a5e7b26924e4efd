/**
 * Where a model says that it stands. Recognised are
 * - CESIUM_RTC and the RTC_CENTER of a b3dm tile: added to every position, in the z-up system;
 * - coordinates so large that they can only be earth-centred (EPSG:4978);
 * - in the extras of the asset, the scene, the file or a single root: `crs` (or `srs`, `epsg`, `srid`: text or number) of a system
 *   in metres, with `origin` (or `offset`, `global_offset`: [x, y] or [x, y, z], z up), or `crs x` and `crs y` as BlenderGIS writes
 *   them. Without an origin the coordinates have to be far from zero to be taken for the system's own;
 * - `latitude` and `longitude` there (SketchUp, BlenderGIS): told as a hint, the model still has to be placed.
 */
import type { DeclaredCrs } from '../places/place-set.ts';
import type { Problems } from '../problem.ts';
import type { GltfContainer } from './container.ts';
import { extensionOf, type JsonRecord, listOf, numberOf, numbersOf, recordOf } from './json-value.ts';
import type { Scene } from './scene-graph.ts';

export type Offset = readonly [x: number, y: number, z: number];
export const NO_OFFSET: Offset = [0, 0, 0];

export interface Georeference {
  readonly crs: DeclaredCrs | null;
  readonly offset: Offset;
  /** The offset was given, so that the coordinates are the system's even near its zero. */
  readonly anchored: boolean;
}

const CRS_NAMES = ['crs', 'srs', 'epsg', 'srid', 'coordinatesystem', 'referencesystem'];
const ORIGIN_NAMES = ['origin', 'offset', 'globaloffset', 'crsoffset'];
/** Systems in degrees cannot hold a model's metres. */
const GEOGRAPHIC = /(?:EPSG:+(?:\d+:)?(?:4326|4490|4979|4214|4610|4258|4269)|CRS84)$/i;

/** By lower-case name without blanks, dashes and underscores. */
const foldedOf = (extras: JsonRecord): Map<string, unknown> =>
  new Map(Object.entries(extras).map(([name, value]) => [name.toLowerCase().replace(/[\s_-]/g, ''), value]));

const firstIn = (folded: Map<string, unknown>, names: readonly string[]): unknown =>
  names
    .map((name) => folded.get(name))
    .find((value) => value !== undefined && value !== null && value !== '');

const crsText = (value: unknown): string | null => {
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{4,6}$/.test(value.trim())))
    return `EPSG:${value}`.replace(/\s/g, '');
  return typeof value === 'string' ? value.trim() : null;
};

const originIn = (folded: Map<string, unknown>): Offset | null => {
  const listed = firstIn(folded, ORIGIN_NAMES);
  const [x, y, z] = numbersOf(listed, 3) ??
    numbersOf(listed, 2) ?? [numberOf(folded.get('crsx')), numberOf(folded.get('crsy'))];
  return typeof x === 'number' && typeof y === 'number' ? [x, y, z ?? 0] : null;
};

const placesOfExtras = (json: JsonRecord, scene: Scene): (readonly [where: string, extras: JsonRecord])[] => {
  const [root] = scene.roots;
  const holders: [string, JsonRecord | null | undefined][] = [
    ['scene', scene.json],
    ['asset', recordOf(json['asset'])],
    ['', json],
    [`nodes[${root?.index}]`, scene.roots.length === 1 ? root?.json : null],
  ];
  return holders.flatMap(([where, holder]) => {
    const extras = recordOf(holder?.['extras']);
    return extras === null ? [] : [[`${where}.extras`.replace(/^\./, ''), extras] as const];
  });
};

const tellDegrees = (folded: Map<string, unknown>, where: string, problems: Problems): void => {
  const [lat, lng] = [folded.get('latitude'), folded.get('longitude')].map((value) =>
    numberOf(typeof value === 'string' ? Number(value) : value),
  );
  if (lat == null || lng == null || Math.abs(lat) > 90 || Math.abs(lng) > 180 || (lat === 0 && lng === 0))
    return;
  problems.add('gltf.degrees', 'note', where, () => [
    `模型写明位于东经 ${lng}、北纬 ${lat}，可作为放置的锚点。`,
    `The model says that it stands at longitude ${lng}, latitude ${lat}; that can be its anchor.`,
  ]);
};

export const readGeoreference = (
  { json, rtcCentre }: GltfContainer,
  scene: Scene,
  problems: Problems,
): Georeference => {
  const rtc = rtcCentre ?? (numbersOf(extensionOf(json, 'CESIUM_RTC')?.['center'], 3) as Offset | null);
  if (rtc !== null) return { crs: null, offset: rtc, anchored: false };
  for (const [where, extras] of placesOfExtras(json, scene)) {
    const folded = foldedOf(extras);
    tellDegrees(folded, where, problems);
    const text = crsText(firstIn(folded, CRS_NAMES));
    if (text === null) continue;
    if (GEOGRAPHIC.test(text)) {
      problems.add('gltf.crs.degrees', 'note', where, () => [
        `写明的坐标系 ${text} 以度为单位，模型以米为单位，不能直接使用。`,
        `The system ${text} that is named counts in degrees, the model in metres; it cannot be used as it is.`,
      ]);
      continue;
    }
    const origin = originIn(folded);
    return { crs: { text, where }, offset: origin ?? NO_OFFSET, anchored: origin !== null };
  }
  return { crs: null, offset: NO_OFFSET, anchored: false };
};

/** Extensions without which the file's maker thinks it cannot be read, and that are not known here. */
const KNOWN =
  /^(?:KHR_(?:draco_mesh_compression|mesh_quantization|meshopt_compression|texture_transform|texture_basisu|materials_\w+|lights_\w+|xmp\w*|animation_pointer|node_visibility)|EXT_(?:meshopt_compression|texture_webp|texture_avif|mesh_gpu_instancing|mesh_features|instance_features|structural_metadata|lights_\w+)|CESIUM_(?:RTC|primitive_outline)|FB_geometry_metadata)$/;

export const tellExtensions = (json: JsonRecord, problems: Problems): void => {
  for (const name of listOf(json['extensionsRequired']))
    if (typeof name === 'string' && !KNOWN.test(name))
      problems.add('gltf.extension', 'warning', 'extensionsRequired', () => [
        `文件要求的扩展 ${name} 不支持，导入结果可能不完整。`,
        `The file requires the extension ${name}, which is not supported; what is read may be incomplete.`,
      ]);
};
