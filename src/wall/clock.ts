/**
 * The wall's time. It is the machine's, except under `?inspect`, where tests and pictures may begin at another moment (`now=`) and let
 * it run faster (`speed=`): a week in half an hour.
 */

export interface Clock {
  now(): number;
}

interface ClockOptions {
  readonly start?: number;
  readonly speed?: number;
}

export const createClock = ({ start, speed = 1 }: ClockOptions, machine: () => number = Date.now): Clock => {
  if (start === undefined && speed === 1) return { now: machine };
  const began = machine();
  const from = start ?? began;
  return { now: () => from + (machine() - began) * speed };
};

/** `now=2026-09-30T18:00` (the community's own time) and `speed=336` of an address; anything else is passed over. */
export const clockOptions = (params: URLSearchParams): ClockOptions => {
  const start = Date.parse(`${params.get('now') ?? ''}+08:00`);
  const speed = Number(params.get('speed') ?? 1);
  return {
    ...(Number.isFinite(start) ? { start } : {}),
    ...(speed >= 1 && speed <= 10_000 ? { speed } : {}),
  };
};

let clock: Clock = createClock({});

export const setWallClock = (next: Clock): void => {
  clock = next;
};
export const wallNow = (): number => clock.now();

const COMMUNITY_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** Hour of the community's day, 0…24 with fractions. */
export const hourOf = (epochMs: number): number =>
  ((((epochMs + COMMUNITY_OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS) / 3_600_000;

/** `18:05` of the community. */
export const clockText = (epochMs: number): string =>
  new Date(epochMs + COMMUNITY_OFFSET_MS).toISOString().slice(11, 16);

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (epochMs: number): number => new Date(epochMs + COMMUNITY_OFFSET_MS).getUTCDay();

/** A machine that slept, or a clock that was set: by so many milliseconds the time is another than a moment ago. */
type Follower = (byMs: number) => void;
const followers = new Set<Follower>();
export const onClockJump = (follower: Follower): (() => void) => {
  followers.add(follower);
  return () => void followers.delete(follower);
};

const LOOK_MS = 1000;
/** A busy machine looks late by less than this. */
const JUMP_MS = 8000;

/** Looks at the machine's clock every second; the returned function ends it. */
export const watchClock = (machine: () => number = Date.now): (() => void) => {
  let last = machine();
  const timer = setInterval(() => {
    const now = machine();
    const by = now - last - LOOK_MS;
    last = now;
    if (Math.abs(by) > JUMP_MS) for (const follower of followers) follower(by);
  }, LOOK_MS);
  return () => clearInterval(timer);
};
