/** Roads as a network: where they meet, which arms leave a junction, and how far each arm stays free of marks. */
import type { Point } from './polygon.ts';

export type RoadKind = 'main' | 'street' | 'lane' | 'path';

export interface RoadInput {
  readonly kind: RoadKind;
  readonly widthMetres: number;
  /** Local metres. */
  readonly line: readonly Point[];
}

export interface Arm {
  readonly road: number;
  /** Metres along the road to the junction. */
  readonly at: number;
  /** 1 when the arm runs in the road's own direction. */
  readonly way: 1 | -1;
  /** Unit vector away from the junction. */
  readonly direction: Point;
  readonly halfWidth: number;
  readonly kind: RoadKind;
}

export interface Junction {
  readonly point: Point;
  /** Counter-clockwise from east. */
  readonly arms: readonly Arm[];
}

const TOUCH_METRES = 0.6;
const SAME_JUNCTION_METRES = 2.5;
const ARM_METRES = 1.5;

export const lengthsAlong = (line: readonly Point[]): number[] => {
  const out = [0];
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1] as Point;
    const b = line[i] as Point;
    out.push((out[i - 1] as number) + Math.hypot(b[0] - a[0], b[1] - a[1]));
  }
  return out;
};

interface Meeting {
  readonly point: Point;
  readonly a: { readonly road: number; readonly at: number };
  readonly b: { readonly road: number; readonly at: number };
}

/** Where two segments cross or an end of one touches the other: parameters on both, or null. */
const meet = (a0: Point, a1: Point, b0: Point, b1: Point): readonly [number, number] | null => {
  const [ax, ay] = [a1[0] - a0[0], a1[1] - a0[1]];
  const [bx, by] = [b1[0] - b0[0], b1[1] - b0[1]];
  const cross = ax * by - ay * bx;
  const la = Math.hypot(ax, ay);
  const lb = Math.hypot(bx, by);
  if (la === 0 || lb === 0 || Math.abs(cross) < 0.05 * la * lb) return null;
  const [dx, dy] = [b0[0] - a0[0], b0[1] - a0[1]];
  const s = (dx * by - dy * bx) / cross;
  const t = (dx * ay - dy * ax) / cross;
  const [es, et] = [TOUCH_METRES / la, TOUCH_METRES / lb];
  if (s < -es || s > 1 + es || t < -et || t > 1 + et) return null;
  return [Math.min(Math.max(s, 0), 1), Math.min(Math.max(t, 0), 1)];
};

const meetings = (roads: readonly RoadInput[]): Meeting[] => {
  const lengths = roads.map((road) => lengthsAlong(road.line));
  const out: Meeting[] = [];
  for (let a = 0; a < roads.length; a++)
    for (let b = a + 1; b < roads.length; b++) {
      const la = (roads[a] as RoadInput).line;
      const lb = (roads[b] as RoadInput).line;
      for (let i = 1; i < la.length; i++)
        for (let j = 1; j < lb.length; j++) {
          const [p, q] = [la[i - 1] as Point, la[i] as Point];
          const hit = meet(p, q, lb[j - 1] as Point, lb[j] as Point);
          if (!hit) continue;
          const along = (road: number, k: number, t: number): number => {
            const l = lengths[road] as number[];
            return (l[k - 1] as number) + ((l[k] as number) - (l[k - 1] as number)) * t;
          };
          out.push({
            point: [p[0] + (q[0] - p[0]) * hit[0], p[1] + (q[1] - p[1]) * hit[0]],
            a: { road: a, at: along(a, i, hit[0]) },
            b: { road: b, at: along(b, j, hit[1]) },
          });
        }
    }
  return out;
};

/** The point at a distance along a line, and the direction of the line there. */
export const pointAlong = (
  line: readonly Point[],
  lengths: readonly number[],
  at: number,
): { point: Point; direction: Point } => {
  let i = 1;
  while (i < line.length - 1 && (lengths[i] as number) < at) i++;
  const a = line[i - 1] as Point;
  const b = line[i] as Point;
  const length = (lengths[i] as number) - (lengths[i - 1] as number) || 1;
  const t = (at - (lengths[i - 1] as number)) / length;
  return {
    point: [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t],
    direction: [(b[0] - a[0]) / length, (b[1] - a[1]) / length],
  };
};

/** Junctions of all roads. Cost: pairs of segments; 100 roads with 1,000 segments about 10 ms. */
export const junctionsOf = (roads: readonly RoadInput[]): Junction[] => {
  const lengths = roads.map((road) => lengthsAlong(road.line));
  const nodes: { point: Point; members: Map<number, number> }[] = [];
  for (const { point, a, b } of meetings(roads)) {
    let node = nodes.find(
      (n) => Math.hypot(n.point[0] - point[0], n.point[1] - point[1]) < SAME_JUNCTION_METRES,
    );
    if (!node) {
      node = { point, members: new Map() };
      nodes.push(node);
    }
    for (const { road, at } of [a, b]) if (!node.members.has(road)) node.members.set(road, at);
  }
  return nodes.map(({ point, members }) => {
    const arms: Arm[] = [];
    for (const [road, at] of members) {
      const { kind, widthMetres, line } = roads[road] as RoadInput;
      const l = lengths[road] as number[];
      const total = l[l.length - 1] as number;
      const base = { road, at, kind, halfWidth: widthMetres / 2 };
      if (at < total - ARM_METRES) {
        const { direction } = pointAlong(line, l, at + ARM_METRES);
        arms.push({ ...base, way: 1, direction });
      }
      if (at > ARM_METRES) {
        const { direction } = pointAlong(line, l, at - ARM_METRES);
        arms.push({ ...base, way: -1, direction: [-direction[0], -direction[1]] });
      }
    }
    arms.sort(
      (a, b) => Math.atan2(a.direction[1], a.direction[0]) - Math.atan2(b.direction[1], b.direction[0]),
    );
    return { point, arms };
  });
};

const CORNER_RADIUS = { main: 7, street: 6, lane: 3, path: 2 } as const;

/** Radius of the kerb between two arms, metres. */
export const cornerRadius = (a: Arm, b: Arm): number =>
  Math.min(CORNER_RADIUS[a.kind], CORNER_RADIUS[b.kind]);

const isStreet = (arm: Arm): boolean => arm.kind === 'main' || arm.kind === 'street';

/** How far from the junction's middle an arm is part of the crossing: beyond it begin crossings and marks. 0 between lanes. */
export const clearMetres = (junction: Junction, arm: Arm): number => {
  if (!isStreet(arm)) return 0;
  let clear = 0;
  for (const other of junction.arms) {
    if (other === arm || !isStreet(other)) continue;
    const sine = Math.abs(arm.direction[0] * other.direction[1] - arm.direction[1] * other.direction[0]);
    if (sine < 0.3) continue;
    clear = Math.max(clear, other.halfWidth / sine + cornerRadius(arm, other) * 0.75);
  }
  return clear;
};
