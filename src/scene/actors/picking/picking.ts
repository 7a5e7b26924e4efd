/**
 * What lies under a point of the picture. Symbols and labels lie over everything and go first; then whatever the ray meets nearest,
 * a home of the opened building or another building; last the grid whose ground it is.
 */
import type { Vec3 } from '../../../geometry/framing.ts';
import { rayToGround } from '../../../geometry/ground-ray.ts';
import { ringsContain } from '../../../geometry/local-polygon.ts';
import { type FlatRings, type Ray3, rayToPrism } from '../../../geometry/prism.ts';
import type { Hit } from '../../../state/selection-store.ts';
import type { TileHit } from '../../tile-picker.ts';
import type { Opened } from '../opened/opener.ts';
import { openedHeight } from '../opened/opening.ts';
import type { Stage } from '../stage.ts';
import type { Screen } from './screen.ts';

/** What lies flat on the screen and can be hit: symbols, labels. */
export interface ScreenTargets {
  at(x: number, y: number): Hit | null;
}
export interface PickingParts {
  readonly symbols: ScreenTargets;
  readonly labels: ScreenTargets;
  opened(): Opened | null;
  /** The building whose feature of a tileset the ray meets. */
  tiles?(ray: Ray3): TileHit | null;
  /** Is the building's volume unseen, because tiles show the house? */
  isGhost?(index: number): boolean;
  /** 1 for every building that the legend has switched off. */
  filtered(): Uint8Array;
  gridsShown(): boolean;
}
export interface Picking {
  /** CSS pixels from the canvas's top left. */
  pick(x: number, y: number): Hit | null;
  /** The same without symbols and labels. */
  pickSolid(x: number, y: number): Hit | null;
  /** Where the ray of the pixel meets house or ground, local metres. */
  placeAt(x: number, y: number): Vec3 | null;
}

const FARTHEST_METRES = 12_000;
/** A volume may stand so far before or behind the tiles that show its house, or its neighbour's. */
const TILES_BEYOND_METRES = 10;

export const boxHit = (opened: Opened, box: number): Hit | null => {
  const found = opened.model.boxes[box];
  if (!found) return null;
  const buildingId = opened.model.building.record.id;
  return found.dwelling
    ? { kind: 'dwelling', id: found.dwelling.id, buildingId }
    : { kind: 'floor', id: buildingId, floor: found.floor };
};

const hullOf = (opened: Opened): { rings: FlatRings; count: number } => {
  const { footprint } = opened.model.building;
  const ringStart = new Uint32Array(footprint.length + 1);
  footprint.forEach((ring, r) => {
    ringStart[r + 1] = (ringStart[r] as number) + ring.length;
  });
  return {
    rings: { xy: Float64Array.from(footprint.flat(2) as number[]), ringStart },
    count: footprint.length,
  };
};

export const createPicking = (stage: Stage, screen: Screen, parts: PickingParts): Picking => {
  const skip = new Uint8Array(stage.buildings.length);
  let hull: { of: Opened['model']; rings: FlatRings; count: number } | null = null;

  const refreshSkip = (openedIndex: number): Uint8Array => {
    const filtered = parts.filtered();
    skip.set(filtered.subarray(0, skip.length));
    if (openedIndex >= 0) skip[openedIndex] = 1;
    return skip;
  };
  /** The gaps between its floors belong to the opened building. */
  const hullDistance = (opened: Opened, ray: Ray3): number => {
    if (hull?.of !== opened.model) hull = { of: opened.model, ...hullOf(opened) };
    const { baseZ, record } = opened.model.building;
    const closed = record.heightMetres;
    const top =
      baseZ + closed + (openedHeight(record) - closed) * opened.parting.open + opened.parting.liftMetres;
    return rayToPrism(ray, hull.rings, 0, hull.count, baseZ, top);
  };

  const solidAt = (ray: Ray3): { hit: Hit | null; distance: number; ghost?: boolean } => {
    const opened = parts.opened();
    const { index, distance } = stage.picker.pick(ray, refreshSkip(opened?.index ?? -1));
    if (opened) {
      const home = opened.model.pick(ray, opened.parting);
      if (home.index >= 0 && home.distance <= distance)
        return { hit: boxHit(opened, home.index), distance: home.distance };
      const gap = hullDistance(opened, ray);
      if (gap < distance)
        return { hit: { kind: 'building', id: opened.model.building.record.id }, distance: gap };
    }
    const building = stage.buildings[index];
    return {
      hit: building ? { kind: 'building', id: building.record.id } : null,
      distance,
      ghost: building !== undefined && parts.isGhost?.(index) === true,
    };
  };
  const gridAt = (x: number, y: number): Hit | null => {
    const grid = stage.grids.find(({ polygons }) => polygons.some((p) => ringsContain(p, x, y)));
    return grid ? { kind: 'grid', id: grid.record.id } : null;
  };

  /** Tiles know their features better than the volumes that stand for the same houses. */
  const tileAt = (ray: Ray3, nearer: number): Hit | null => {
    if (parts.opened()) return null;
    const met = parts.tiles?.(ray);
    return met && met.distance <= nearer + TILES_BEYOND_METRES
      ? { kind: 'building', id: met.buildingId }
      : null;
  };

  const pickSolid = (x: number, y: number): Hit | null => {
    const ray = screen.rayAt(x, y);
    const ground = rayToGround(ray, stage.terrain.heightAt, FARTHEST_METRES);
    const { hit, distance, ghost } = solidAt(ray);
    // Nobody sees a ghost before the tiles.
    const tile = tileAt(ray, ghost ? ground : Math.min(distance, ground));
    if (tile) return tile;
    if (hit && distance <= ground) return hit;
    if (!Number.isFinite(ground) || !parts.gridsShown()) return null;
    return gridAt(ray.ox + ray.dx * ground, ray.oy + ray.dy * ground);
  };

  return {
    pick: (x, y) => parts.symbols.at(x, y) ?? parts.labels.at(x, y) ?? pickSolid(x, y),
    pickSolid,
    placeAt: (x, y) => {
      const ray = screen.rayAt(x, y);
      const distance = Math.min(
        rayToGround(ray, stage.terrain.heightAt, FARTHEST_METRES),
        solidAt(ray).distance,
      );
      if (!Number.isFinite(distance)) return null;
      return [ray.ox + ray.dx * distance, ray.oy + ray.dy * distance, ray.oz + ray.dz * distance];
    },
  };
};
