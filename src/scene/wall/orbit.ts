/**
 * A camera's place as an orbit about what it looks at, and flights between orbits: the shorter turn, a soft start and landing, and a
 * rise half-way over long distances. Local metres, degrees; time is handed in.
 */
import { anglesOf, directionTo, type Pose, type Vec3 } from '../../geometry/framing.ts';

export interface Orbit {
  readonly target: Vec3;
  /** Where the camera stands as seen from the target: degrees from north, clockwise, and above the horizon. */
  readonly azimuth: number;
  readonly elevation: number;
  readonly distance: number;
}

export const orbitOf = (pose: Pose): Orbit => {
  const { azimuth, elevation } = anglesOf(pose);
  const [x, y, z] = pose.position;
  const [tx, ty, tz] = pose.target;
  return { target: pose.target, azimuth, elevation, distance: Math.hypot(x - tx, y - ty, z - tz) };
};

export const poseOf = ({ target, azimuth, elevation, distance }: Orbit): Pose => {
  const [x, y, z] = directionTo(azimuth, elevation);
  return {
    target,
    position: [target[0] + x * distance, target[1] + y * distance, target[2] + z * distance],
  };
};

/** Turn from one azimuth to another, −180…180. */
export const turnBetween = (from: number, to: number): number => ((((to - from) % 360) + 540) % 360) - 180;

/** Starts and lands without a jerk: speed and acceleration are 0 at both ends. */
export const smootherstep = (t: number): number => {
  const x = Math.min(1, Math.max(0, t));
  return x * x * x * (x * (6 * x - 15) + 10);
};

const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** Part-way between two orbits; `t` is already eased. */
export const between = (from: Orbit, to: Orbit, t: number): Orbit => {
  const way = Math.hypot(to.target[0] - from.target[0], to.target[1] - from.target[1]);
  const near = Math.min(from.distance, to.distance);
  // Over a long way the eye goes back to see where it flies.
  const rise = 1 + Math.min(0.5, (way / (near * 6)) * 0.6) * Math.sin(Math.PI * t);
  return {
    target: [
      mix(from.target[0], to.target[0], t),
      mix(from.target[1], to.target[1], t),
      mix(from.target[2], to.target[2], t),
    ],
    azimuth: from.azimuth + turnBetween(from.azimuth, to.azimuth) * t,
    elevation: mix(from.elevation, to.elevation, t),
    // By ratio, so that nearing is as even as going away.
    distance: from.distance * (to.distance / from.distance) ** t * rise,
  };
};

const SHORTEST_SECONDS = 3.2;
const LONGEST_SECONDS = 7;

/** How long a flight takes: longer for wider turns and farther ways. */
export const flightSeconds = (from: Orbit, to: Orbit): number => {
  const way = Math.hypot(
    to.target[0] - from.target[0],
    to.target[1] - from.target[1],
    to.target[2] - from.target[2],
  );
  const turn = Math.abs(turnBetween(from.azimuth, to.azimuth));
  const zoom = Math.abs(Math.log(to.distance / from.distance));
  return Math.min(LONGEST_SECONDS, SHORTEST_SECONDS + way / 260 + turn / 45 + zoom * 1.1);
};

export interface Flight {
  /** Sets off from where the camera is now. */
  to(goal: Orbit, nowSeconds: number, seconds: number): void;
  /** Is there at once. */
  jump(goal: Orbit): void;
  readonly goal: Orbit;
  /** Degrees a second about the goal once it is reached. */
  drift: number;
  at(nowSeconds: number): Orbit;
  flying(nowSeconds: number): boolean;
}

/** The drift begins as softly as the flight ends. */
const DRIFT_IN_SECONDS = 2.5;

export const createFlight = (first: Orbit): Flight => {
  let from = first;
  let goal = first;
  let start = 0;
  let duration = 0;
  const flight: Flight = {
    get goal() {
      return goal;
    },
    drift: 0,
    to: (next, now, seconds) => {
      from = flight.at(now);
      goal = next;
      start = now;
      duration = seconds;
    },
    jump: (next) => {
      from = next;
      goal = next;
      duration = 0;
    },
    at: (now) => {
      const since = now - start - duration;
      if (duration > 0 && since < 0) return between(from, goal, smootherstep((now - start) / duration));
      if (flight.drift === 0 || duration === 0) return goal;
      const soft =
        since < DRIFT_IN_SECONDS ? (since * since) / (2 * DRIFT_IN_SECONDS) : since - DRIFT_IN_SECONDS / 2;
      return { ...goal, azimuth: goal.azimuth + flight.drift * soft };
    },
    flying: (now) => duration > 0 && now < start + duration,
  };
  return flight;
};
