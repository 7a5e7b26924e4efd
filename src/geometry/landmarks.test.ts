import { describe, expect, it } from 'vitest';
import { landmarkMesh, type LandmarkModel } from './landmarks.ts';

/** One triangle that points two metres to the front (south), a metre up. */
const arrow: LandmarkModel = {
  position: Float32Array.of(-1, 0, 0, 1, 0, 0, 0, -2, 1),
  normal: Float32Array.of(0, -1, 0, 0, -1, 0, 0, -1, 0),
  colour: Float32Array.of(1, 0, 0, 1, 0, 0, 1, 0, 0),
  index: Uint32Array.of(0, 1, 2),
};
const models = new Map([['arrow', arrow]]);
const tipOf = (headingDegrees: number): number[] => {
  const { positions } = landmarkMesh([{ model: 'arrow', at: [10, 20], headingDegrees }], models, () => 5);
  return [...positions.subarray(6, 9)].map((v) => Math.round(v * 1000) / 1000);
};

describe('landmarkMesh', () => {
  it('turns the front to the heading and stands on the ground', () => {
    expect(tipOf(180)).toEqual([10, 18, 6]);
    expect(tipOf(0)).toEqual([10, 22, 6]);
    expect(tipOf(90)).toEqual([12, 20, 6]);
    expect(tipOf(270)).toEqual([8, 20, 6]);
  });

  it('joins many, each with its own corners, and leaves out what has no model', () => {
    const at = (x: number, model: string) => ({ model, at: [x, 0] as const, headingDegrees: 180 });
    const mesh = landmarkMesh([at(0, 'arrow'), at(50, 'gone'), at(100, 'arrow')], models, () => 0);
    expect([...mesh.indices]).toEqual([0, 1, 2, 3, 4, 5]);
    expect(mesh.positions[9]).toBe(99);
    expect([mesh.colours[0], mesh.normals[1]]).toEqual([255, -127]);
  });
});
