/**
 * What of a material a plain mesh can carry: one colour, and one texture with where it lies on the mesh. Metalness, normal maps and
 * light are left to the scene.
 */
import {
  extensionOf,
  indexOf,
  type JsonRecord,
  listOf,
  numberOf,
  numbersOf,
  recordAt,
  recordOf,
} from './json-value.ts';

/** u' = a·u + b·v + c, v' = d·u + e·v + f. */
export type UvTransform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface Material {
  /** Red, green, blue, alpha, linear, 0–1. */
  readonly colour: readonly [number, number, number, number];
  /** Index in `images`; null without a texture. */
  readonly image: number | null;
  /** Which TEXCOORD. */
  readonly coordinates: number;
  readonly transform: UvTransform | null;
}

const PLAIN: Material = { colour: [1, 1, 1, 1], image: null, coordinates: 0, transform: null };

const transformOf = (described: JsonRecord | null): UvTransform | null => {
  if (described === null) return null;
  const [ox, oy] = numbersOf(described['offset'], 2) ?? [0, 0];
  const [sx, sy] = numbersOf(described['scale'], 2) ?? [1, 1];
  const rotation = numberOf(described['rotation']) ?? 0;
  const [sin, cos] = [Math.sin(rotation), Math.cos(rotation)];
  const matrix = [cos * (sx as number), sin * (sy as number), ox as number, -sin * (sx as number)] as const;
  const transform: UvTransform = [...matrix, cos * (sy as number), oy as number];
  return transform.join() === '1,0,0,0,1,0' ? null : transform;
};

/** The picture of a texture: one that every browser shows before one that has to be unpacked. */
const imageOf = (json: JsonRecord, texture: number): number | null => {
  const described = recordAt(json['textures'], texture);
  return (
    indexOf(described?.['source']) ??
    indexOf(extensionOf(described, 'EXT_texture_webp')?.['source']) ??
    indexOf(extensionOf(described, 'KHR_texture_basisu')?.['source']) ??
    indexOf(extensionOf(described, 'EXT_texture_avif')?.['source'])
  );
};

export const readMaterial = (json: JsonRecord, index: number | null): Material => {
  const described = recordAt(json['materials'], index);
  if (described === null) return PLAIN;
  const glossy = extensionOf(described, 'KHR_materials_pbrSpecularGlossiness');
  const rough = recordOf(described['pbrMetallicRoughness']);
  const colour = numbersOf(glossy?.['diffuseFactor'] ?? rough?.['baseColorFactor'], 4) ?? [1, 1, 1, 1];
  const texture = recordOf(glossy?.['diffuseTexture'] ?? rough?.['baseColorTexture']);
  const textureIndex = indexOf(texture?.['index']);
  const placed = extensionOf(texture, 'KHR_texture_transform');
  // With alphaMode OPAQUE the alpha of the colour means nothing.
  const opaque = (described['alphaMode'] ?? 'OPAQUE') === 'OPAQUE';
  const [r, g, b, a] = colour.map((value) => Math.min(Math.max(value, 0), 1)) as [
    number,
    number,
    number,
    number,
  ];
  return {
    colour: [r, g, b, opaque ? 1 : a],
    image: textureIndex === null ? null : imageOf(json, textureIndex),
    coordinates: indexOf(placed?.['texCoord']) ?? indexOf(texture?.['texCoord']) ?? 0,
    transform: transformOf(placed),
  };
};

/** Number of images of the file. */
export const imageCount = (json: JsonRecord): number => listOf(json['images']).length;

/** Linear 0–1 → sRGB 0–255: glTF's factors are linear, pictures and screens are not. */
export const srgbByte = (linear: number): number => {
  const value = Math.min(Math.max(linear, 0), 1);
  return Math.round((value <= 0.003_130_8 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055) * 255);
};
