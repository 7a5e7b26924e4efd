/**
 * With `?inspect` in the address (before or behind the `#`), `window.linli` lets benches and tests look in. Frozen, read-only:
 *
 *   ready               promise: the community is loaded and its figures are known
 *   idle()              promise: nothing is loading, querying or animating for two frames
 *   counts()            {buildings, dwellings, vacantDwellings, households, residents, members, floating, lowIncomeHouseholds,
 *                        organisations, facilities, grids, matters}
 *   buildings()         [{id, name, center: [lng, lat], heightMetres}]
 *   screenPositionOf(kind, id)   {x, y} in CSS pixels of a visible point, or null
 *   pick(x, y)          {kind, id} under a point in CSS pixels, or null
 *   frames()            {drawCalls, triangles, scriptMs: number[]} of the last 120 frames
 *   memory()            {geometries, textures}
 */
import type { LngLat, Polygon } from '../domain/records/index.ts';
import { counts as countRecords, onCommitted } from '../storage/index.ts';
import { duringWork, whenIdle } from './busy.ts';
import { usePlaces } from './places.ts';
import { sceneProbe } from './scene-probe.ts';

type Counts = Awaited<ReturnType<typeof countRecords>>;

/** Mean of the corners of the outside ring, degrees. */
export const centreOf = (footprint: Polygon): LngLat => {
  const ring = footprint[0] ?? [];
  const sum = ring.reduce<LngLat>((at, [lng, lat]) => [at[0] + lng, at[1] + lat], [0, 0]);
  return [sum[0] / Math.max(1, ring.length), sum[1] / Math.max(1, ring.length)];
};

/** Is `inspect` asked for, in the search or in the query behind the hash? */
export const inspectWanted = ({ search, hash }: Pick<Location, 'search' | 'hash'>): boolean => {
  const behindHash = hash.includes('?') ? hash.slice(hash.indexOf('?')) : '';
  return new URLSearchParams(search).has('inspect') || new URLSearchParams(behindHash).has('inspect');
};

const whenPlacesReady = (): Promise<void> =>
  new Promise((resolve) => {
    const check = (): boolean => usePlaces.getState().status === 'ready';
    if (check()) return resolve();
    const stop = usePlaces.subscribe(() => {
      if (!check()) return;
      stop();
      resolve();
    });
  });

const build = () => {
  let figures: Counts | null = null;
  const refresh = (): Promise<void> =>
    duringWork('inspect', async () => {
      figures = await countRecords();
    });
  const ready = whenPlacesReady().then(async () => {
    onCommitted(() => void refresh());
    await refresh();
  });
  return Object.freeze({
    ready,
    idle: async (): Promise<void> => {
      await ready;
      await whenIdle();
    },
    counts: () => ({ ...figures }),
    buildings: () =>
      usePlaces.getState().buildings.map(({ id, name, footprint, heightMetres }) => ({
        id,
        name,
        center: centreOf(footprint),
        heightMetres,
      })),
    screenPositionOf: (kind: string, id: string) => sceneProbe().screenPositionOf(kind, id),
    pick: (x: number, y: number) => {
      const hit = sceneProbe().pick(x, y);
      return hit && { kind: hit.kind, id: hit.id };
    },
    frames: () => sceneProbe().frames(),
    memory: () => sceneProbe().memory(),
  });
};

export type LinliInspect = ReturnType<typeof build>;

/** Puts `window.linli` in place when the address asks for it. */
export const installInspect = (): void => {
  if (!inspectWanted(window.location) || 'linli' in window) return;
  Object.defineProperty(window, 'linli', { value: build(), writable: false, configurable: false });
};
