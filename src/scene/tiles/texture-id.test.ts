import {
  BufferAttribute,
  BufferGeometry,
  ClampToEdgeWrapping,
  Group,
  type Intersection,
  Mesh,
  MirroredRepeatWrapping,
  Raycaster,
  RepeatWrapping,
  Texture,
  Vector3,
} from 'three';
import { describe, expect, it } from 'vitest';
import { type ReadTexel, textureIdAt } from './texture-id.ts';

/** 4 × 2 texels: red counts 1 to 8 row by row from the top, green is 1 in the lower row; the last is half see-through. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
const picture = (): Picture => ({
  width: 4,
  height: 2,
  data: Uint8Array.from({ length: 32 }, (_, at) => {
    const texel = Math.floor(at / 4);
    return [texel + 1, texel < 4 ? 0 : 1, 0, texel === 7 ? 128 : 255][at % 4] ?? 0;
  }),
});
const readTexel: ReadTexel = (image, x, y) => {
  const { data, width } = image as Picture;
  return data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4);
};
const textureOf = (wrapping: typeof RepeatWrapping | typeof ClampToEdgeWrapping | 1002 = RepeatWrapping) => {
  const texture = new Texture();
  texture.image = picture();
  texture.wrapS = wrapping;
  texture.wrapT = wrapping;
  return texture;
};

/** A floor of 4 × 2 metres in the first quadrant, which shows the picture once, its upper row farther away; moved and turned. */
const floor = (times = 1): { readonly root: Group; readonly mesh: Mesh } => {
  const geometry = new BufferGeometry();
  const corners = [0, 0, 0, 4, 0, 0, 4, 0, -2, 0, 0, -2];
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(corners), 3));
  const uv = [0, 1, 1, 1, 1, 0, 0, 0].map((n) => n * times);
  geometry.setAttribute('uv', new BufferAttribute(new Float32Array(8), 2));
  geometry.setAttribute('uv1', new BufferAttribute(Float32Array.from(uv), 2));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  const mesh = new Mesh(geometry);
  const root = new Group();
  root.add(mesh);
  root.position.set(100, 7, -50);
  root.updateMatrixWorld(true);
  return { root, mesh };
};
const hitAt = ({ mesh }: ReturnType<typeof floor>, x: number, z: number): Intersection => {
  const [hit] = new Raycaster(new Vector3(100 + x, 50, -50 + z), new Vector3(0, -1, 0)).intersectObject(mesh);
  if (!hit) throw new Error('missed');
  return hit;
};
const info = (channels?: readonly number[]) => ({ index: 1, texCoord: 1, ...(channels ? { channels } : {}) });

describe('an id in a texture', () => {
  it('is that of the texel that the point shows, in each of both triangles', () => {
    const here = floor();
    const idAt = (x: number, z: number) =>
      textureIdAt(here.mesh, hitAt(here, x, z), info(), [null, textureOf()], readTexel);
    expect([0.5, 1.5, 2.5, 3.5].map((x) => idAt(x, -1.5))).toEqual([1, 2, 3, 4]);
    expect([0.5, 1.5, 2.5].map((x) => idAt(x, -0.5))).toEqual([5, 6, 7]);
    expect(idAt(0.99, -1.01)).toBe(1);
    expect(idAt(1.01, -0.99)).toBe(6);
  });

  it('is put together of channels, the lowest digits first', () => {
    const here = floor();
    const idOf = (channels: readonly number[], z = -0.5) =>
      textureIdAt(here.mesh, hitAt(here, 1.5, z), info(channels), [null, textureOf()], readTexel);
    expect(idOf([0, 1])).toBe(6 + 256);
    expect(idOf([1, 0])).toBe(1 + 6 * 256);
    expect(idOf([0, 1], -1.5)).toBe(2);
  });

  it('repeats as the sampler says', () => {
    const twice = floor(2);
    const idsOf = (texture: Texture) =>
      [0.25, 0.75, 2.25, 3.75].map((x) =>
        textureIdAt(twice.mesh, hitAt(twice, x, -1.75), info(), [null, texture], readTexel),
      );
    expect(idsOf(textureOf(RepeatWrapping))).toEqual([1, 2, 1, 4]);
    expect(idsOf(textureOf(MirroredRepeatWrapping))).toEqual([1, 2, 4, 1]);
    expect(idsOf(textureOf(ClampToEdgeWrapping))).toEqual([1, 2, 4, 4]);
  });

  it('is none where it cannot be told for certain', () => {
    const here = floor();
    const hit = hitAt(here, 3.5, -0.5);
    // What is see-through has lost digits on a canvas; its alpha has not.
    expect(textureIdAt(here.mesh, hit, info(), [null, textureOf()], readTexel)).toBeNull();
    expect(textureIdAt(here.mesh, hit, info([3]), [null, textureOf()], readTexel)).toBe(128);
    expect(textureIdAt(here.mesh, hit, info(), [null, new Texture()], readTexel)).toBeNull();
    expect(textureIdAt(here.mesh, hit, info(), [], readTexel)).toBeNull();
    expect(textureIdAt(here.mesh, hit, { index: 1, texCoord: 2 }, [null, textureOf()], readTexel)).toBeNull();
    expect(textureIdAt(here.mesh, hit, info([3]), [null, textureOf()], () => null)).toBeNull();
  });
});
