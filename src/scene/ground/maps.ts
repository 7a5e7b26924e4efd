/** The pictures of the ground (sky and lamps, land tones) as textures that the shaders read. */
import {
  DataTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  RGBAFormat,
  RGFormat,
  SRGBColorSpace,
  UnsignedByteType,
} from 'three';
import type { GroundMap } from '../../geometry/ground-map.ts';
import type { LandMap } from '../../geometry/land-map.ts';

export const groundTexture = ({ data, width, height }: GroundMap): DataTexture => {
  const texture = new DataTexture(data, width, height, RGFormat, UnsignedByteType);
  texture.minFilter = LinearFilter;
  texture.magFilter = LinearFilter;
  texture.unpackAlignment = 1;
  texture.needsUpdate = true;
  return texture;
};

export const landTexture = ({ data, width, height }: LandMap): DataTexture => {
  const texture = new DataTexture(data, width, height, RGBAFormat, UnsignedByteType);
  texture.colorSpace = SRGBColorSpace;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.magFilter = LinearFilter;
  texture.generateMipmaps = true;
  texture.needsUpdate = true;
  return texture;
};
