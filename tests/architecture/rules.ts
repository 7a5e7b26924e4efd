/** Who may import whom, and which packages belong to which room: the table of the design, as data. */

/** Rooms that a room may import from, besides itself. */
export const ROOM_IMPORTS: Record<string, readonly string[]> = {
  domain: [],
  geometry: ['domain'],
  storage: ['domain'],
  transfer: ['domain', 'geometry'],
  sync: ['domain', 'storage'],
  state: ['domain', 'geometry', 'storage'],
  scene: ['domain', 'geometry', 'state'],
  ui: ['domain', 'state', 'storage'],
  staff: ['domain', 'geometry', 'storage', 'transfer', 'sync', 'state', 'scene', 'ui'],
  planner: ['domain', 'geometry', 'storage', 'transfer', 'sync', 'state', 'scene', 'ui'],
  wall: ['domain', 'geometry', 'storage', 'transfer', 'sync', 'state', 'scene', 'ui'],
  app: [
    'domain',
    'geometry',
    'storage',
    'transfer',
    'sync',
    'state',
    'scene',
    'ui',
    'staff',
    'planner',
    'wall',
  ],
};

const REACT = ['react', 'react-dom', 'react-i18next', 'i18next', 'react-router', 'zustand'];
const SCREEN = [...REACT, 'antd', '@ant-design/icons', 'dexie-react-hooks', 'comlink'];

/** Packages that a room may import; a subpath counts as its package, `@scope/*` as all of a scope. */
export const ROOM_PACKAGES: Record<string, readonly string[]> = {
  domain: ['zod'],
  geometry: [
    '@turf/*',
    'earcut',
    'flatbush',
    'rbush',
    'd3-delaunay',
    'clipper2-ts',
    'robust-predicates',
    'suncalc',
  ],
  storage: ['dexie', '@noble/*', 'hash-wasm'],
  transfer: [
    'gcoord',
    'proj4',
    'papaparse',
    'comlink',
    'geotiff',
    'fast-png',
    'fflate',
    'saxes',
    'hucre',
    '@gltf-transform/*',
    'draco3dgltf',
    'meshoptimizer',
    'topojson-server',
    '@noble/*',
    'hash-wasm',
  ],
  sync: ['@nats-io/*'],
  state: ['zustand', 'dexie-react-hooks', 'comlink', 'pinyin-pro'],
  scene: [
    ...REACT,
    'three',
    '@react-three/*',
    'three-mesh-bvh',
    'camera-controls',
    'suncalc',
    '3d-tiles-renderer',
    'meshoptimizer',
    'comlink',
  ],
  ui: [...SCREEN, 'echarts'],
  staff: SCREEN,
  planner: SCREEN,
  wall: [...SCREEN, 'echarts'],
  app: [...SCREEN, 'zod', 'virtual:pwa-register', '@fontsource-variable/*'],
};

/** What unit tests may use in every room. */
export const TEST_PACKAGES: readonly string[] = ['vitest', 'fast-check', 'fake-indexeddb', 'node:*'];

/** A second opinion that a room's tests may ask, although the room itself must do without it. */
export const ROOM_ORACLES: Record<string, readonly string[]> = {
  geometry: ['three', 'three-mesh-bvh', 'geos-wasm'],
  transfer: ['iconv-lite', 'ajv', '@gltf-transform/*'],
};

/** The longest file that needs no reason; the reason stands in the first comment, after these words. */
export const LONGEST_FILE_LINES = 300;
export const LONG_FILE_REASON = 'Above 300 lines:';

/** Names of document types, which look like addresses and are fetched by nobody. */
export const ALLOWED_ADDRESSES: readonly RegExp[] = [
  /^http:\/\/www\.w3\.org\//,
  /^https?:\/\/(?:127\.0\.0\.1|localhost)\b/,
];
