import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, createFlight, flightSeconds, type Orbit, orbitOf, poseOf, turnBetween } from './orbit.ts';

const orbit: fc.Arbitrary<Orbit> = fc.record({
  target: fc.tuple(
    fc.double({ min: -900, max: 900, noNaN: true }),
    fc.double({ min: -900, max: 900, noNaN: true }),
    fc.double({ min: -50, max: 80, noNaN: true }),
  ),
  azimuth: fc.double({ min: -360, max: 720, noNaN: true }),
  elevation: fc.double({ min: 5, max: 85, noNaN: true }),
  distance: fc.double({ min: 20, max: 2500, noNaN: true }),
});

describe('orbits', () => {
  it('become poses and come back', () =>
    fc.assert(
      fc.property(orbit, (o) => {
        const back = orbitOf(poseOf(o));
        expect(back.distance).toBeCloseTo(o.distance, 6);
        expect(back.elevation).toBeCloseTo(o.elevation, 6);
        expect(Math.abs(turnBetween(back.azimuth, o.azimuth))).toBeLessThan(1e-6);
      }),
    ));

  it('are flown between the shorter way, from end to end', () =>
    fc.assert(
      fc.property(orbit, orbit, (a, b) => {
        expect(between(a, b, 0).distance).toBeCloseTo(a.distance, 6);
        const end = between(a, b, 1);
        expect(end.distance).toBeCloseTo(b.distance, 6);
        expect(Math.abs(turnBetween(end.azimuth, b.azimuth))).toBeLessThan(1e-6);
        expect(Math.abs(end.azimuth - a.azimuth)).toBeLessThanOrEqual(180.000001);
        expect(flightSeconds(a, b)).toBeLessThanOrEqual(7);
      }),
    ));
});

describe('a flight', () => {
  it('never jumps: small steps in time are small steps in space', () =>
    fc.assert(
      fc.property(orbit, orbit, (a, b) => {
        const flight = createFlight(a);
        flight.drift = 0.5;
        const seconds = flightSeconds(a, b);
        flight.to(b, 10, seconds);
        const far = Math.max(a.distance, b.distance) * 2 + 2600;
        let last = poseOf(flight.at(10)).position;
        for (let t = 10; t < 10 + seconds + 6; t += 0.05) {
          const next = poseOf(flight.at(t)).position;
          const step = Math.hypot(next[0] - last[0], next[1] - last[1], next[2] - last[2]);
          expect(step).toBeLessThan(far * 0.12);
          last = next;
        }
        expect(flight.flying(10 + seconds - 0.01)).toBe(true);
        expect(flight.flying(10 + seconds)).toBe(false);
      }),
      { numRuns: 40 },
    ));

  it('interrupted goes on from where it is', () => {
    const at = (azimuth: number): Orbit => ({ target: [0, 0, 0], azimuth, elevation: 30, distance: 100 });
    const flight = createFlight(at(0));
    flight.to(at(90), 0, 4);
    const before = flight.at(2);
    flight.to(at(20), 2, 4);
    expect(flight.at(2).azimuth).toBeCloseTo(before.azimuth, 9);
  });
});
