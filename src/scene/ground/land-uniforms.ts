/** The tones of the land as the shaders read them. */
import { type DataTexture, Vector4 } from 'three';
import type { LandMap } from '../../geometry/land-map.ts';

export const landUniforms = (land: LandMap, texture: DataTexture) => ({
  uLandMap: { value: texture },
  uLandBox: {
    value: new Vector4(
      land.west,
      land.south,
      1 / (land.width * land.texelMetres),
      1 / (land.height * land.texelMetres),
    ),
  },
});
