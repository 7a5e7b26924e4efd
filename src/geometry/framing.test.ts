import fc from 'fast-check';
import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { anglesOf, type FramedBox, frameBox, frameClear } from './framing.ts';

const lens = { fovYDegrees: 40, aspect: 1.6 };
const box: FramedBox = { centre: [100, 50, 10], half: [30, 8, 10] };

describe('frameBox', () => {
  it('keeps every corner in the picture and wastes no room, from any side', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -180, max: 180 }),
        fc.integer({ min: 5, max: 85 }),
        fc.double({ min: 0.5, max: 2.5, noNaN: true }),
        (azimuth, elevation, aspect) => {
          const { position, target } = frameBox(box, azimuth, elevation, { fovYDegrees: 40, aspect }, 1);
          const camera = new PerspectiveCamera(40, aspect, 0.1, 5000);
          camera.up.set(0, 0, 1);
          camera.position.set(...position);
          camera.lookAt(new Vector3(...target));
          camera.updateMatrixWorld();
          let most = 0;
          for (let k = 0; k < 8; k++) {
            const p = new Vector3(
              box.centre[0] + box.half[0] * (k & 1 ? 1 : -1),
              box.centre[1] + box.half[1] * (k & 2 ? 1 : -1),
              box.centre[2] + box.half[2] * (k & 4 ? 1 : -1),
            ).project(camera);
            most = Math.max(most, Math.abs(p.x), Math.abs(p.y));
          }
          expect(most).toBeLessThan(1.001);
          expect(most).toBeGreaterThan(0.999);
        },
      ),
      { seed: 3 },
    );
  });
  it('stands where it was told to', () => {
    const angles = anglesOf(frameBox(box, 225, 35, lens));
    expect(angles.azimuth).toBeCloseTo(-135);
    expect(angles.elevation).toBeCloseTo(35);
  });
});

describe('frameClear', () => {
  it('takes the wanted direction when nothing is in the way', () => {
    expect(frameClear(box, 225, 35, lens, () => false)).toEqual(frameBox(box, 225, 35, lens));
  });
  it('walks round what stands in the way', () => {
    // Everything south of the box is hidden.
    const pose = frameClear(box, 180, 30, lens, (from) => from[1] < box.centre[1]);
    expect(pose.position[1]).toBeGreaterThanOrEqual(box.centre[1] - 1e-6);
  });
});
