import { describe, expect, it, vi } from 'vitest';
import { centreOf, inspectWanted } from './inspect.ts';
import { registerSceneProbe, sceneProbe } from './scene-probe.ts';

vi.mock('../storage/index.ts', () => ({}));

describe('inspect', () => {
  it.each([
    ['?inspect', '#/staff', true],
    ['', '#/staff?inspect', true],
    ['?a=1&inspect=1', '', true],
    ['', '#/staff/building/inspect', false],
    ['', '', false],
  ])('is asked for by %s%s: %s', (search, hash, wanted) => {
    expect(inspectWanted({ search, hash })).toBe(wanted);
  });
  it('gives the middle of a footprint', () => {
    expect(
      centreOf([
        [
          [0, 0],
          [2, 0],
          [2, 4],
          [0, 4],
        ],
      ]),
    ).toEqual([1, 2]);
  });
  it('answers without a scene, from its parts, and without them again', () => {
    expect(sceneProbe().pick(1, 1)).toBeNull();
    const remove = registerSceneProbe({ pick: () => ({ kind: 'building', id: 'B' }) });
    registerSceneProbe({ memory: () => ({ geometries: 3, textures: 2 }) });
    expect(sceneProbe().pick(1, 1)).toEqual({ kind: 'building', id: 'B' });
    expect(sceneProbe().memory().geometries).toBe(3);
    remove();
    expect(sceneProbe().pick(1, 1)).toBeNull();
  });
});
