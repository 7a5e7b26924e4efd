/**
 * Where a model stands, from points that somebody recognised in it and on the map: the similarity (shift, turn, scale, and mirror where
 * allowed) with the smallest sum of squared distances. In complex numbers a turn with scale is one factor, so that the best one is a
 * quotient of two sums and nothing has to be iterated.
 */
import type { LngLat } from '../../domain/records/base.ts';
import { createFrame } from '../../geometry/frame.ts';
import type { Problem } from '../problem.ts';
import type { Placement } from './located-set.ts';

/** A point of the model and the same point on the ground. */
export interface PointPair {
  /** x, y in the model's units; z where its height is known. */
  readonly model: readonly [x: number, y: number, z?: number];
  readonly lngLat: LngLat;
  /** Height above sea level, metres. */
  readonly heightMetres?: number;
}

export interface PlacementFit {
  readonly placement: Placement;
  /** How far each point remains from where it should be, on the ground, metres. Two points always fit: 0. */
  readonly residualsMetres: readonly number[];
  /** Root of the mean square of them. */
  readonly rmsMetres: number;
  readonly problems: readonly Problem[];
}

export interface FitOptions {
  /** Told by a person; otherwise mirrored only where three or more points leave no doubt. */
  readonly mirrored?: boolean;
  /** Keep the model's scale, metres a unit, instead of finding it. */
  readonly scale?: number;
  /** Height where no pair tells one, metres above sea level. */
  readonly groundMetres?: number;
}

/** A mirror is believed where it leaves a fifth of the error. */
const MIRROR_GAIN = 5;
/** Points that are closer together than this say nothing about direction. */
const CLOSEST_METRES = 0.5;

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

interface Similarity {
  readonly scale: number;
  readonly rotationDegrees: number;
  readonly residuals: readonly number[];
  readonly rms: number;
}

/** From points about their means. Clockwise angles: east + i·north of the ground is the model's times scale·e^(−i·angle). */
const similarity = (
  model: readonly (readonly [number, number])[],
  ground: readonly (readonly [number, number])[],
  fixedScale: number | undefined,
): Similarity => {
  let [re, im, size] = [0, 0, 0];
  model.forEach(([x, y], i) => {
    const [e, n] = ground[i] as readonly [number, number];
    re += x * e + y * n;
    im += x * n - y * e;
    size += x * x + y * y;
  });
  const scale = fixedScale ?? Math.hypot(re, im) / size;
  const angle = Math.atan2(im, re);
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  const residuals = model.map(([x, y], i) => {
    const [e, n] = ground[i] as readonly [number, number];
    return Math.hypot(x * cos - y * sin - e, x * sin + y * cos - n);
  });
  return {
    scale,
    rotationDegrees: ((((-angle * 180) / Math.PI) % 360) + 360) % 360,
    residuals,
    rms: Math.sqrt(mean(residuals.map((r) => r * r))),
  };
};

const problem = (code: string, severity: Problem['severity'], zh: string, en: string): Problem => ({
  code,
  severity,
  where: '',
  zh,
  en,
});

/** The placement of a model from two or more pairs; null with the reason where they do not determine one. */
export const placementFromPoints = (
  pairs: readonly PointPair[],
  options: FitOptions = {},
): PlacementFit | { readonly placement: null; readonly problems: readonly Problem[] } => {
  const refuse = (code: string, zh: string, en: string) => ({
    placement: null,
    problems: [problem(code, 'error', zh, en)],
  });
  const usable = pairs.filter(({ model, lngLat }) => [model[0], model[1], ...lngLat].every(Number.isFinite));
  const first = usable[0];
  if (!first || usable.length < 2)
    return refuse('placement.tooFew', '至少需要两对对应点。', 'At least two pairs of points are needed.');
  const pivot: [number, number] = [mean(usable.map((p) => p.model[0])), mean(usable.map((p) => p.model[1]))];
  const anchor: LngLat = [mean(usable.map((p) => p.lngLat[0])), mean(usable.map((p) => p.lngLat[1]))];
  const frame = createFrame(anchor);
  const ground = usable.map((p) => frame.toLocal(p.lngLat));
  const model = usable.map((p): [number, number] => [p.model[0] - pivot[0], p.model[1] - pivot[1]]);
  const reach = (points: readonly (readonly [number, number])[]): number =>
    Math.max(...points.map(([x, y]) => Math.hypot(x, y)));
  if (reach(ground) < CLOSEST_METRES)
    return refuse(
      'placement.sameGround',
      '地图上的几个点重合了，无法确定方向。',
      'The points on the map are the same, so the direction is unknown.',
    );
  if (reach(model) === 0)
    return refuse(
      'placement.sameModel',
      '模型上的几个点重合了，无法确定方向。',
      'The points of the model are the same, so the direction is unknown.',
    );
  const straight = similarity(model, ground, options.scale);
  const turned = similarity(
    model.map(([x, y]) => [-x, y]),
    ground,
    options.scale,
  );
  // Two points fit both ways; three in a line nearly so.
  const mirrored = options.mirrored ?? (usable.length > 2 && turned.rms * MIRROR_GAIN < straight.rms);
  const best = mirrored ? turned : straight;
  const heights = usable.filter((p) => p.heightMetres !== undefined && p.model[2] !== undefined);
  const groundMetres =
    heights.length === 0
      ? (options.groundMetres ?? 0)
      : mean(heights.map((p) => (p.heightMetres as number) - (p.model[2] as number) * best.scale));
  const problems: Problem[] = [];
  if (options.mirrored === undefined && mirrored)
    problems.push(
      problem(
        'placement.mirrored',
        'warning',
        '模型左右相反，已镜像。',
        'The model is mirrored; it is turned over.',
      ),
    );
  const span = reach(ground);
  if (best.rms > Math.max(1, span * 0.02))
    problems.push(
      problem(
        'placement.poorFit',
        'warning',
        `对应点之间不吻合，平均相差 ${best.rms.toFixed(1)} 米，请检查是否点错。`,
        `The points do not agree: they are ${best.rms.toFixed(1)} m off on average; check whether one is wrong.`,
      ),
    );
  return {
    placement: {
      anchor,
      pivot,
      groundMetres,
      rotationDegrees: best.rotationDegrees,
      scale: best.scale,
      mirrored,
    },
    residualsMetres: best.residuals,
    rmsMetres: best.rms,
    problems,
  };
};
