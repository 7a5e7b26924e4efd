/**
 * A point on the screen where a thing can really be seen and clicked: candidates on its surface are tried until one is inside the
 * canvas, not under a panel, and picked as that thing.
 */
import type { Vec3 } from '../../../geometry/framing.ts';
import { ringsContain } from '../../../geometry/local-polygon.ts';
import { boundsOf, type Point } from '../../../geometry/polygon.ts';
import type { Hit } from '../../../state/selection-store.ts';
import { slideOf } from '../opened/opened-model.ts';
import type { Opened } from '../opened/opener.ts';
import type { Stage } from '../stage.ts';
import type { Picking } from './picking.ts';
import type { Screen, ScreenPoint } from './screen.ts';

export interface VisiblePointParts {
  readonly picking: Picking;
  readonly element: HTMLElement;
  opened(): Opened | null;
  /** Centre of a facility's symbol, local metres. */
  symbolCentre(index: number): Vec3;
}

const EDGE_PX = 2;
/** Points tried across a grid, each way. */
const GRID_STEPS = 9;

/** Points on walls and roof of an upright body, best first. */
const bodyPoints = (outside: readonly Point[], centre: Point, bottom: number, top: number): Vec3[] => {
  const walls = outside.map((a, i) => {
    const b = outside[(i + 1) % outside.length] as Point;
    return { a, b, length: Math.hypot(b[0] - a[0], b[1] - a[1]) };
  });
  walls.sort((p, q) => q.length - p.length);
  const on = (share: number, height: number): Vec3[] =>
    walls.map(
      ({ a, b }): Vec3 => [
        a[0] + (b[0] - a[0]) * share,
        a[1] + (b[1] - a[1]) * share,
        bottom + (top - bottom) * height,
      ],
    );
  const roof = outside.map(
    ([x, y]): Vec3 => [centre[0] + (x - centre[0]) * 0.6, centre[1] + (y - centre[1]) * 0.6, top],
  );
  return [
    ...on(0.5, 0.6),
    [centre[0], centre[1], top],
    ...roof,
    ...on(0.25, 0.8),
    ...on(0.75, 0.8),
    ...on(0.1, 0.92),
    ...on(0.9, 0.92),
    ...on(0.5, 0.95),
    ...on(0.5, 0.25),
  ];
};

const sameThing = (hit: Hit | null, kind: string, id: string): boolean => {
  if (!hit) return false;
  if (hit.kind === kind && hit.id === id) return true;
  // Of the opened building, homes and floors are what one sees.
  return (
    kind === 'building' &&
    ((hit.kind === 'dwelling' && hit.buildingId === id) || (hit.kind === 'floor' && hit.id === id))
  );
};

export const createVisiblePoints = (stage: Stage, screen: Screen, parts: VisiblePointParts) => {
  const { picking, element } = parts;

  const seen = (place: Vec3, kind: string, id: string): ScreenPoint | null => {
    const point = screen.project(place);
    if (!point || point.x < EDGE_PX || point.y < EDGE_PX) return null;
    if (point.x > screen.width - EDGE_PX || point.y > screen.height - EDGE_PX) return null;
    const rect = element.getBoundingClientRect();
    const page = { x: rect.left + point.x, y: rect.top + point.y };
    const over = document.elementFromPoint(page.x, page.y);
    if (over && over !== element && !over.contains(element)) return null;
    return sameThing(picking.pick(point.x, point.y), kind, id) ? page : null;
  };

  const candidates = (kind: string, id: string): Vec3[] => {
    const opened = parts.opened();
    if (kind === 'building') {
      const building = stage.buildings[stage.buildingIndex.get(id) ?? -1];
      if (!building) return [];
      const { footprint, centre, baseZ, topZ, record } = building;
      if (opened?.model.building === building)
        return opened.model.boxes.flatMap((_, i) => boxPoints(opened, i));
      return bodyPoints(footprint[0] ?? [], centre, baseZ + record.minHeightMetres, topZ);
    }
    if (kind === 'dwelling' || kind === 'floor') {
      if (!opened) return [];
      return opened.model.boxes.flatMap((box, i) =>
        (
          kind === 'dwelling'
            ? box.dwelling?.id === id
            : !box.dwelling && opened.model.building.record.id === id
        )
          ? boxPoints(opened, i)
          : [],
      );
    }
    if (kind === 'facility') {
      const index = stage.facilities.findIndex((f) => f.record.id === id);
      return index >= 0 ? [parts.symbolCentre(index)] : [];
    }
    if (kind !== 'grid') return [];
    const grid = stage.grids.find((g) => g.record.id === id);
    return grid ? gridPoints(grid.polygons, grid.centre.point) : [];
  };

  const boxPoints = (opened: Opened, index: number): Vec3[] => {
    const { model, parting } = opened;
    const box = model.boxes[index];
    const ring = box?.pieces[0]?.[0];
    if (!box || !ring) return [];
    const rise = model.riseOf(box.ordinal, parting);
    const slide = slideOf(index, parting);
    return bodyPoints(ring, box.centre, box.bottom + rise + 0.2, box.top + rise - 0.2).map(
      ([x, y, z]): Vec3 => [
        // A little inwards: homes are drawn with a joint around them.
        box.centre[0] + (x - box.centre[0]) * 0.97 + box.slide[0] * slide,
        box.centre[1] + (y - box.centre[1]) * 0.97 + box.slide[1] * slide,
        z,
      ],
    );
  };

  const gridPoints = (polygons: Stage['grids'][number]['polygons'], centre: Point): Vec3[] => {
    const onGround = ([x, y]: Point): Vec3 => [x, y, stage.terrain.heightAt(x, y)];
    const [west, south, east, north] = boundsOf(polygons.flatMap((p) => p[0] ?? []));
    const points: Vec3[] = [onGround(centre)];
    for (let i = 1; i < GRID_STEPS; i++)
      for (let j = 1; j < GRID_STEPS; j++) {
        const x = west + ((east - west) * i) / GRID_STEPS;
        const y = south + ((north - south) * j) / GRID_STEPS;
        if (polygons.some((p) => ringsContain(p, x, y))) points.push(onGround([x, y]));
      }
    return points;
  };

  /** CSS pixels from the page's top left, or null when nothing of it is in sight. */
  return (kind: string, id: string): ScreenPoint | null => {
    for (const place of candidates(kind, id)) {
      const point = seen(place, kind, id);
      if (point) return point;
    }
    return null;
  };
};
