/**
 * Roads painted layer by layer: pavements, kerbs, then the carriageway with marks between the junctions, crossings at them, and
 * rounded corners. Within a layer all roads are one surface, so junctions need no special shape.
 *
 *        ════════════════╗ ┃  ┃ ╔═════════    pavement
 *                        ╚╗┃  ┃╔╝             rounded corner
 *        ─ ─ ─ ─ ─ ─ ┃≡┃          ┃≡┃ ─ ─    marks, crossing | clear | crossing, marks
 *        ══════════════════════════════════
 */
import { type GroundWriter, PAVING, type Paving } from './ground-writer.ts';
import type { Point } from './polygon.ts';
import {
  type Arm,
  clearMetres,
  cornerRadius,
  type Junction,
  junctionsOf,
  lengthsAlong,
  pointAlong,
  type RoadInput,
} from './road-network.ts';

const PAVEMENT = { main: 3.4, street: 2.6, lane: 0, path: 0 } as const;
const KERB = { main: 0.3, street: 0.3, lane: 0.2, path: 0 } as const;
const CROSSING_METRES = 3.6;
const STOP_METRES = 1.6;
const ARC_STEPS = 6;
const MITRE_LIMIT = 2.5;
/** A street narrower than this has no crossings painted. */
const CROSSING_WIDTH = 11;

/** Corner points of a strip about a line, left and right of every point, with mitred bends. */
const sides = (line: readonly Point[], half: number): { left: Point; right: Point }[] =>
  line.map((p, i) => {
    const a = line[Math.max(i - 1, 0)] as Point;
    const b = line[Math.min(i + 1, line.length - 1)] as Point;
    const inLength = Math.hypot(p[0] - a[0], p[1] - a[1]);
    const outLength = Math.hypot(b[0] - p[0], b[1] - p[1]);
    const d0: Point =
      inLength > 0
        ? [(p[0] - a[0]) / inLength, (p[1] - a[1]) / inLength]
        : [(b[0] - p[0]) / outLength, (b[1] - p[1]) / outLength];
    const d1: Point = outLength > 0 ? [(b[0] - p[0]) / outLength, (b[1] - p[1]) / outLength] : d0;
    const scale = Math.min(1 / Math.max(1 + d0[0] * d1[0] + d0[1] * d1[1], 1e-3), MITRE_LIMIT / 2) * half;
    const nx = -(d0[1] + d1[1]) * scale;
    const ny = (d0[0] + d1[0]) * scale;
    return { left: [p[0] + nx, p[1] + ny], right: [p[0] - nx, p[1] - ny] };
  });

/** A strip about a line; corners carry metres along (from `from`), metres across, half width and carriageway width. */
const writeStrip = (
  writer: GroundWriter,
  line: readonly Point[],
  half: number,
  paving: Paving,
  from = 0,
  extra = 0,
): void => {
  const edge = sides(line, half);
  const along = lengthsAlong(line);
  for (let i = 1; i < line.length; i++) {
    const [p, q] = [edge[i - 1] as { left: Point; right: Point }, edge[i] as { left: Point; right: Point }];
    const [u, v] = [from + (along[i - 1] as number), from + (along[i] as number)];
    writer.convex(
      [
        [...p.right, u, -half, half, extra],
        [...q.right, v, -half, half, extra],
        [...q.left, v, half, half, extra],
        [...p.left, u, half, half, extra],
      ],
      paving,
    );
  }
};

/** The part of a line between two distances along it. */
const partOf = (line: readonly Point[], from: number, to: number): Point[] => {
  const along = lengthsAlong(line);
  const inner = line.filter((_, i) => (along[i] as number) > from + 0.05 && (along[i] as number) < to - 0.05);
  return [pointAlong(line, along, from).point, ...inner, pointAlong(line, along, to).point];
};

/** The rounded corner between two neighbouring arms whose edges are `extra` metres outside their kerbs. */
const writeCorner = (
  writer: GroundWriter,
  at: Point,
  a: Arm,
  b: Arm,
  extra: readonly [number, number],
  paving: Paving,
): void => {
  const cross = a.direction[0] * b.direction[1] - a.direction[1] * b.direction[0];
  const dot = a.direction[0] * b.direction[0] + a.direction[1] * b.direction[1];
  const angle = Math.atan2(cross, dot);
  // Only the corner counter-clockwise from a to b, when it is neither straight nor a needle.
  if (angle < 0.35 || angle > 2.75) return;
  const radius = Math.max(cornerRadius(a, b) - Math.max(...extra) * 0.6, 1);
  const ha = a.halfWidth + extra[0];
  const hb = b.halfWidth + extra[1];
  // Left edge of a: at + t·a + ha·left(a); right edge of b: at + s·b + hb·right(b).
  const t = (hb + ha * dot) / cross;
  const corner: Point = [
    at[0] + a.direction[0] * t - a.direction[1] * ha,
    at[1] + a.direction[1] * t + a.direction[0] * ha,
  ];
  const reach = radius / Math.tan(angle / 2);
  const ta: Point = [corner[0] + a.direction[0] * reach, corner[1] + a.direction[1] * reach];
  const tb: Point = [corner[0] + b.direction[0] * reach, corner[1] + b.direction[1] * reach];
  const centre: Point = [ta[0] - a.direction[1] * radius, ta[1] + a.direction[0] * radius];
  const start = Math.atan2(ta[1] - centre[1], ta[0] - centre[0]);
  let turn = Math.atan2(tb[1] - centre[1], tb[0] - centre[0]) - start;
  if (turn > 0) turn -= Math.PI * 2;
  const arc = Array.from({ length: ARC_STEPS + 1 }, (_, i): Point => {
    const phi = start + (turn * i) / ARC_STEPS;
    return [centre[0] + Math.cos(phi) * radius, centre[1] + Math.sin(phi) * radius];
  });
  for (let i = 1; i < arc.length; i++) writer.convex([corner, arc[i - 1] as Point, arc[i] as Point], paving);
};

const writeCorners = (
  writer: GroundWriter,
  junctions: readonly Junction[],
  extraOf: (arm: Arm) => number,
  pavingOf: (a: Arm, b: Arm) => Paving | null,
): void => {
  for (const { point, arms } of junctions)
    arms.forEach((a, i) => {
      const b = arms[(i + 1) % arms.length] as Arm;
      if (a === b) return;
      const paving = pavingOf(a, b);
      if (paving !== null) writeCorner(writer, point, a, b, [extraOf(a), extraOf(b)], paving);
    });
};

interface Zone {
  readonly from: number;
  readonly to: number;
  readonly paving: Paving;
}

/** Clear zones, crossings and stop lines of a road, by metres along it. */
const zonesOf = (road: number, roads: readonly RoadInput[], junctions: readonly Junction[]): Zone[] => {
  const zones: Zone[] = [];
  const { widthMetres } = roads[road] as RoadInput;
  for (const junction of junctions)
    for (const arm of junction.arms) {
      if (arm.road !== road) continue;
      const clear = clearMetres(junction, arm);
      if (clear === 0) continue;
      const span = (from: number, to: number, paving: Paving): void => {
        const ends = [arm.at + arm.way * from, arm.at + arm.way * to];
        zones.push({ from: Math.min(...ends), to: Math.max(...ends), paving });
      };
      span(0, clear, PAVING.asphalt);
      if (widthMetres < CROSSING_WIDTH) continue;
      span(clear, clear + CROSSING_METRES, PAVING.zebra);
      span(clear + CROSSING_METRES, clear + CROSSING_METRES + STOP_METRES, PAVING.asphalt);
    }
  return zones.sort((a, b) => a.from - b.from);
};

/** The carriageway of a street: zones at the junctions, marks between them. Where zones overlap, the earlier one keeps its place. */
const writeStreet = (writer: GroundWriter, road: RoadInput, zones: readonly Zone[]): void => {
  const half = road.widthMetres / 2;
  const lengths = lengthsAlong(road.line);
  const total = lengths[lengths.length - 1] as number;
  let done = 0;
  const paint = (to: number, paving: Paving): void => {
    const end = Math.min(to, total);
    if (end > done + 0.1) {
      writeStrip(writer, partOf(road.line, done, end), half, paving, done);
      done = end;
    }
  };
  for (const zone of zones) {
    paint(zone.from, PAVING.marked);
    if (zone.to > done) paint(zone.to, zone.from < done - 0.5 ? PAVING.asphalt : zone.paving);
  }
  paint(total, PAVING.marked);
};

const isStreet = ({ kind }: { readonly kind: RoadInput['kind'] }): boolean =>
  kind === 'main' || kind === 'street';

/** All roads, in painting order, after everything that lies beneath them. */
export const writeRoads = (writer: GroundWriter, roads: readonly RoadInput[]): void => {
  const junctions = junctionsOf(roads);
  const half = (road: RoadInput): number => road.widthMetres / 2;

  for (const road of roads) if (road.kind === 'path') writeStrip(writer, road.line, half(road), PAVING.path);

  for (const road of roads)
    if (isStreet(road)) writeStrip(writer, road.line, half(road) + PAVEMENT[road.kind], PAVING.sidewalk);
  writeCorners(
    writer,
    junctions,
    (arm) => PAVEMENT[arm.kind],
    (a, b) => (isStreet(a) && isStreet(b) ? PAVING.sidewalk : null),
  );

  for (const road of roads)
    if (road.kind !== 'path') writeStrip(writer, road.line, half(road) + KERB[road.kind], PAVING.kerb);
  const paved = (a: Arm, b: Arm): boolean => a.kind !== 'path' && b.kind !== 'path';
  writeCorners(
    writer,
    junctions,
    (arm) => KERB[arm.kind],
    (a, b) => (paved(a, b) ? PAVING.kerb : null),
  );

  for (const road of roads) if (road.kind === 'lane') writeStrip(writer, road.line, half(road), PAVING.lane);
  writeCorners(
    writer,
    junctions,
    () => 0,
    (a, b) => (!paved(a, b) ? null : a.kind === 'lane' && b.kind === 'lane' ? PAVING.lane : PAVING.asphalt),
  );
  roads.forEach((road, i) => {
    if (road.kind === 'street') writeStreet(writer, road, zonesOf(i, roads, junctions));
  });
  roads.forEach((road, i) => {
    if (road.kind === 'main') writeStreet(writer, road, zonesOf(i, roads, junctions));
  });
};
