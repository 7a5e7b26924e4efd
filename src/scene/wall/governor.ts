/**
 * Keeps the picture moving evenly: when frames come too slowly it gives up, in this order, shadows, effects, pixels, details, and at last
 * the flights themselves; when there is room again it takes them back one by one, and more rarely each time that turned out too early.
 */

export interface DrawLevel {
  readonly name: string;
  /** While the picture moves. */
  readonly shadows: boolean;
  /** The gleam along borders and the beat of the pulses. */
  readonly effects: boolean;
  /** Does the camera drift about a shot? Where it does not, a standing picture costs nothing and has all its pixels. */
  readonly drift: boolean;
  /** Device pixels a CSS pixel while the picture moves. */
  readonly movingRatio: number;
  /** Is what moves drawn plainly, where there is a plain way (`scene/plain-ways`)? */
  readonly plain: boolean;
  /** Are lamps, cars and walls drawn while the picture moves? From afar they are a third of all vertices and few pixels. */
  readonly details: boolean;
  /** Flights, or cuts from shot to shot. */
  readonly flights: boolean;
}

const MOVES = { drift: true, plain: false, details: true, flights: true } as const;
const PLAIN = { shadows: false, effects: false, drift: false, plain: true, details: false } as const;
export const LEVELS: readonly DrawLevel[] = [
  { name: 'full', shadows: true, effects: true, movingRatio: 1, ...MOVES },
  { name: 'noShadows', shadows: false, effects: true, movingRatio: 1, ...MOVES },
  { name: 'noEffects', shadows: false, effects: false, movingRatio: 1, ...MOVES },
  { name: 'threeQuarters', shadows: false, effects: false, movingRatio: 0.75, ...MOVES },
  { name: 'plain', ...PLAIN, movingRatio: 0.75, flights: true },
  { name: 'half', ...PLAIN, movingRatio: 0.5, flights: true },
  { name: 'third', ...PLAIN, movingRatio: 0.34, flights: true },
  { name: 'cuts', ...PLAIN, details: true, movingRatio: 1, flights: false },
];
/** Where a machine without a GPU begins. */
export const SOFTWARE_LEVEL = 4;

export interface GovernorLimits {
  /** Frames slower than this step down… */
  readonly slowMs: number;
  /** …and faster than this for long step up. */
  readonly fastMs: number;
}
const GPU: GovernorLimits = { slowMs: 42, fastMs: 26 };
/**
 * Ten frames a second, at least. In software most of a frame are vertices, so fewer pixels save little (85, 62 and 52 ms at the three
 * plain levels on two cores): what is well below the limit has room for the level above.
 */
const SOFTWARE: GovernorLimits = { slowMs: 100, fastMs: 72 };
export const limitsFor = (software: boolean): GovernorLimits => (software ? SOFTWARE : GPU);

/** Flown for so long before a level is judged: a shot's first second has work of its own, panels that turn and names that are drawn. */
const WINDOW_MS = 2500;
/** Frames far too slow need not be many to be believed: three that took so long together. */
const ENOUGH_MS = 900;
const FEWEST = 3;
/** Frames thrown away after a step: new shaders and buffers are made in them. */
const SETTLING = 2;
/** Twice too slow and more is not mended step by step. */
const FAR_TOO_SLOW = 2;
const PATIENCE_MS = 30_000;
const LONGEST_PATIENCE_MS = 3_600_000;
/** A machine that can only cut is given a flight to try after so long. */
const TRY_FLIGHTS_MS = 600_000;
/** A gap like this was a pause (a hidden tab, a sleeping machine), no slow frame. */
const PAUSE_MS = 5000;
/** Down again so soon after a step up: it was too early. */
const REGRET_MS = 60_000;

export interface Governor {
  readonly level: number;
  /** A frame of a flight took so long; true when the level changed. */
  frame(ms: number, nowMs: number): boolean;
  /** The picture stands; true when the level changed: where there are no flights, one is tried now and then. */
  rest(nowMs: number): boolean;
}

const LAST = LEVELS.length - 1;
const medianOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
};

const isEnough = (samples: readonly number[], slowMs: number): boolean => {
  const flown = samples.reduce((sum, ms) => sum + ms, 0);
  if (flown >= WINDOW_MS) return samples.length >= FEWEST;
  return samples.length >= FEWEST && flown >= ENOUGH_MS && medianOf(samples) > slowMs * FAR_TOO_SLOW;
};

/** The level below that could be fast enough, by the pixels it draws; the last one where none could. */
const lowerLevel = (level: number, ms: number, slowMs: number): number => {
  if (ms < slowMs * FAR_TOO_SLOW) return level + 1;
  const now = LEVELS[level]?.movingRatio ?? 1;
  const found = LEVELS.findIndex(
    ({ movingRatio, flights }, at) => at > level && (!flights || ms * (movingRatio / now) ** 2 <= slowMs),
  );
  return found < 0 ? LAST : found;
};

/** One that keeps its level, for a bench of that level. */
export const pinnedGovernor = (level: number): Governor => ({ level, frame: () => false, rest: () => false });

/** `best` is the level that is never stepped above. */
export const createGovernor = (first: number, best: number, limits: GovernorLimits): Governor => {
  let level = first;
  let samples: number[] = [];
  let settling = SETTLING;
  let patience = PATIENCE_MS;
  let tries = TRY_FLIGHTS_MS;
  let fastSince: number | null = null;
  let raisedAt = Number.NEGATIVE_INFINITY;
  let cutsSince: number | null = null;

  const step = (to: number, now: number): true => {
    level = to;
    samples = [];
    settling = SETTLING;
    fastSince = null;
    cutsSince = to === LAST ? now : null;
    return true;
  };
  return {
    get level() {
      return level;
    },
    rest: (now) => {
      if (level < LAST || cutsSince === null || now - cutsSince < tries) return false;
      tries = Math.min(LONGEST_PATIENCE_MS, tries * 2);
      raisedAt = now;
      return step(LAST - 1, now);
    },
    frame: (ms, now) => {
      if (ms > PAUSE_MS) return false;
      if (settling > 0) {
        settling--;
        return false;
      }
      samples.push(ms);
      if (!isEnough(samples, limits.slowMs)) return false;
      const median = medianOf(samples);
      samples = samples.slice(samples.length >> 1);
      if (median > limits.slowMs && level < LAST) {
        if (now - raisedAt < REGRET_MS) patience = Math.min(LONGEST_PATIENCE_MS, patience * 4);
        return step(lowerLevel(level, median, limits.slowMs), now);
      }
      if (median >= limits.fastMs || level <= best) {
        fastSince = null;
        return false;
      }
      fastSince ??= now;
      if (now - fastSince < patience) return false;
      raisedAt = now;
      return step(level - 1, now);
    },
  };
};
