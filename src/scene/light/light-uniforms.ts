/**
 * The light as every material of the landscape sees it: one set of uniform objects, shared by reference, so that a new hour is one
 * assignment. Lighting happens in local axes (z up); the shadow matrix takes local points.
 */
import {
  DepthTexture,
  type DirectionalLight,
  LessEqualCompare,
  Matrix4,
  Vector2,
  Vector3,
  Vector4,
} from 'three';
import type { IUniform, Texture } from 'three';
import { type SkyLight, skyLightAt } from './sky-palette.ts';

export interface LightUniforms {
  [name: string]: IUniform;
  readonly uSunDir: IUniform<Vector3>;
  readonly uSunColour: IUniform<Vector3>;
  readonly uSkyLight: IUniform<Vector3>;
  readonly uGroundLight: IUniform<Vector3>;
  readonly uZenith: IUniform<Vector3>;
  readonly uHorizon: IUniform<Vector3>;
  readonly uGlow: IUniform<Vector3>;
  /** Where the sun itself stands (`uSunDir` is the moon's at night). */
  readonly uGlowDir: IUniform<Vector3>;
  /** x haze a metre, y night 0…1, z stars 0…1, w how many times as far as over a community one sees. */
  readonly uAir: IUniform<Vector4>;
  /** Share of lit windows: x homes, y offices. */
  readonly uLit: IUniform<Vector2>;
  readonly uEye: IUniform<Vector3>;
  readonly uShadowMap: IUniform<Texture>;
  readonly uShadowMatrix: IUniform<Matrix4>;
  /** x 1 / map size, y strength, z metres a texel. */
  readonly uShadow: IUniform<Vector3>;
  /** Sky occlusion (r) and lamp light (g) on the ground, and its box: west, south, 1 / width, 1 / height. */
  readonly uGroundMap: IUniform<Texture | null>;
  readonly uGroundBox: IUniform<Vector4>;
}

/** In the place of a map that is not drawn yet: three.js has one of its own for that, which outlives every context (`scene/let-go`). */
const noShadowMap = (): DepthTexture => {
  const texture = new DepthTexture(1, 1);
  texture.compareFunction = LessEqualCompare;
  texture.needsUpdate = true;
  return texture;
};

export const createLightUniforms = (): LightUniforms => ({
  uSunDir: { value: new Vector3(0.5, -0.5, 0.7) },
  uSunColour: { value: new Vector3(1, 1, 1) },
  uSkyLight: { value: new Vector3(0.5, 0.5, 0.5) },
  uGroundLight: { value: new Vector3(0.3, 0.3, 0.3) },
  uZenith: { value: new Vector3() },
  uHorizon: { value: new Vector3() },
  uGlow: { value: new Vector3() },
  uGlowDir: { value: new Vector3(0, 0, 1) },
  uAir: { value: new Vector4(0, 0, 0, 1) },
  uLit: { value: new Vector2() },
  uEye: { value: new Vector3() },
  uShadowMap: { value: noShadowMap() },
  uShadowMatrix: { value: new Matrix4() },
  uShadow: { value: new Vector3(1 / 2048, 1, 1) },
  uGroundMap: { value: null },
  uGroundBox: { value: new Vector4(0, 0, 1, 1) },
});

export interface LightState {
  readonly light: SkyLight;
  /** Towards what throws the shadows: the sun, or at night the moon. */
  readonly direction: readonly [number, number, number];
}

/** Writes the light of an hour into the uniforms. */
export const setLight = (
  uniforms: LightUniforms,
  sunDirection: readonly [number, number, number],
  altitudeDegrees: number,
  shining: readonly [number, number, number],
  lit: { homes: number; offices: number },
  reach: number,
): SkyLight => {
  const light = skyLightAt(altitudeDegrees);
  uniforms.uSunDir.value.set(...shining);
  uniforms.uGlowDir.value.set(...sunDirection);
  uniforms.uSunColour.value.set(...light.sun);
  uniforms.uSkyLight.value.set(...light.skyLight);
  uniforms.uGroundLight.value.set(...light.groundLight);
  uniforms.uZenith.value.set(...light.zenith);
  uniforms.uHorizon.value.set(...light.horizon);
  uniforms.uGlow.value.set(...light.glow);
  uniforms.uAir.value.set(-Math.log(1 - light.haze) / 1000, light.night, light.stars, reach);
  uniforms.uLit.value.set(lit.homes, lit.offices);
  return light;
};

const LOCAL_TO_WORLD = new Matrix4().makeRotationX(-Math.PI / 2);

/** The shadow map exists only after three drew it, hence read when a frame is drawn. */
export const followShadow = (
  uniforms: LightUniforms,
  light: DirectionalLight,
  halfExtentMetres: number,
): void => {
  const map = light.shadow.map;
  if (map?.depthTexture) uniforms.uShadowMap.value = map.depthTexture;
  uniforms.uShadowMatrix.value.multiplyMatrices(light.shadow.matrix, LOCAL_TO_WORLD);
  const size = light.shadow.mapSize.x;
  uniforms.uShadow.value.x = 1 / size;
  uniforms.uShadow.value.z = (2 * halfExtentMetres) / size;
};
