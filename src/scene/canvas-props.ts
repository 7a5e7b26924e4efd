/** How every canvas of the product is set up. */
import { ACESFilmicToneMapping, PCFShadowMap, SRGBColorSpace } from 'three';
import type { Quality } from './quality.ts';

export const canvasProps = (quality: Quality, fovDegrees = 38) => ({
  dpr: [1, quality.stillPixelRatio] as [number, number],
  camera: { fov: fovDegrees, near: 1, far: 14_000, position: [0, 500, 800] as [number, number, number] },
  gl: {
    antialias: quality.antialias,
    powerPreference: 'high-performance' as const,
    toneMapping: ACESFilmicToneMapping,
    outputColorSpace: SRGBColorSpace,
  },
  shadows: { type: PCFShadowMap } as const,
});
