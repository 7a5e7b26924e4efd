import { describe, expect, it, vi } from 'vitest';
import type { Source, SourceLink } from '../domain/records/index.ts';
import { createFrame } from '../geometry/frame.ts';
import { type PackedMesh, packMeshes } from '../geometry/mesh-pack.ts';
import { joined, modelsOf } from './models.ts';

const frame = createFrame([107.65, 35.73]);
const mesh = (key: string, east: number): PackedMesh => ({
  key,
  origin: frame.toLngLat([east, 0]),
  positions: Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 5),
  indices: Uint32Array.of(0, 1, 2),
  surfaces: Uint8Array.of(1),
  colours: null,
});
const bytes = packMeshes([mesh('a', 100), mesh('b', 200)]);
const source = (more: Partial<Source> = {}): Source =>
  ({ id: 'S', shown: true, meshId: 'asset', ...more }) as Source;
const link = (key: string, buildingId: string): SourceLink =>
  ({ sourceId: 'S', key, buildingId }) as SourceLink;

describe('modelsOf', () => {
  it('puts the meshes of linked objects where they stand; parts of one building are one mesh', async () => {
    const links = [link('a', 'B1'), link('b', 'B1'), link('gone', 'B2')];
    const models = await modelsOf([source()], links, frame, async () => bytes);
    expect([...models.meshOf.keys()]).toEqual(['B1']);
    const both = models.meshOf.get('B1');
    expect(both?.positions[0]).toBeCloseTo(100, 2);
    expect(both?.positions[9]).toBeCloseTo(200, 2);
    expect([...(both?.indices ?? [])]).toEqual([0, 1, 2, 3, 4, 5]);
    expect(models.signature.split('\n')).toHaveLength(2);
  });
  it('reads nothing for what is hidden, and an asset only once while it is shown', async () => {
    const read = vi.fn(async () => bytes);
    await modelsOf([source({ shown: false })], [link('a', 'B1')], frame, read);
    expect(read).not.toHaveBeenCalled();
    await modelsOf([source({ meshId: 'other' })], [link('a', 'B1')], frame, read);
    await modelsOf([source({ meshId: 'other' })], [link('b', 'B1')], frame, read);
    expect(read).toHaveBeenCalledTimes(1);
  });
  it('leaves buildings as they are where a pack is missing or broken', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const models = await modelsOf([source({ meshId: 'x' })], [link('a', 'B1')], frame, async () => null);
    expect(models.meshOf.size).toBe(0);
    const broken = bytes.slice(0, 50);
    expect(
      (await modelsOf([source({ meshId: 'y' })], [link('a', 'B1')], frame, async () => broken)).meshOf.size,
    ).toBe(0);
    quiet.mockRestore();
  });
});

describe('joined', () => {
  it('keeps colours only where every part has them', () => {
    const { key: _k, origin: _o, ...one } = mesh('a', 0);
    expect(joined([{ ...one, colours: Uint8Array.of(1, 2, 3) }, one]).colours).toBeNull();
    const coloured = { ...one, colours: Uint8Array.of(1, 2, 3) };
    expect([...(joined([coloured, coloured]).colours ?? [])]).toEqual([1, 2, 3, 1, 2, 3]);
  });
});
