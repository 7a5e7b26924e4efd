/**
 * The sun (at night the moon) as three's own light, for the standard materials of what moves in the scene, and its shadow map, which
 * the landscape's materials read too. The map is static: it is drawn only when the sun or what it shines on has changed.
 */
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Color, DirectionalLight, FogExp2, HemisphereLight, Object3D } from 'three';
import type { LngLat } from '../../domain/records/base.ts';
import { useSceneContext } from '../context.ts';
import { reachOf } from '../layout/extent.ts';
import { followShadow, setLight } from './light-uniforms.ts';
import { directionOf, litShares, MOON, sunPosition } from './sun-position.ts';

interface SunLightProps {
  readonly date: string;
  readonly hour: number;
  readonly anchor: LngLat;
  readonly shadows: boolean;
}

/** Below this the sun throws no shadows worth drawing and the moon takes over. */
const MOONRISE_DEGREES = -4;
/** Shadows longer than this altitude gives would cover everything. */
const LOWEST_SHADOW_DEGREES = 4;
const DEPTH_BIAS = -0.0002;

/** Towards what throws the shadows. */
const shiningDirection = (direction: readonly [number, number, number], altitudeDegrees: number) => {
  if (altitudeDegrees < MOONRISE_DEGREES) return MOON;
  if (altitudeDegrees >= LOWEST_SHADOW_DEGREES) return direction;
  const azimuth = (Math.atan2(direction[0], direction[1]) * 180) / Math.PI;
  return directionOf(azimuth, LOWEST_SHADOW_DEGREES);
};

export const SunLight = ({ date, hour, anchor, shadows }: SunLightProps) => {
  const { light, extent, quality, shadowsChanged } = useSceneContext();
  const gl = useThree((state) => state.gl);
  const scene = useThree((state) => state.scene);
  const invalidate = useThree((state) => state.invalidate);

  const lamps = useMemo(() => {
    const sun = new DirectionalLight();
    const sky = new HemisphereLight();
    const target = new Object3D();
    sun.target = target;
    return { sun, sky, target };
  }, []);

  useEffect(() => {
    const { sun } = lamps;
    const half = extent.radius;
    const depth = half + extent.tallest;
    sun.castShadow = true;
    sun.shadow.mapSize.set(quality.shadowMapSize, quality.shadowMapSize);
    sun.shadow.bias = DEPTH_BIAS;
    sun.shadow.normalBias = 0.3;
    const camera = sun.shadow.camera;
    [camera.left, camera.right, camera.top, camera.bottom] = [-half, half, half, -half];
    [camera.near, camera.far] = [1, depth * 2 + 200];
    camera.updateProjectionMatrix();
    return () => sun.dispose();
  }, [lamps, extent, quality]);

  useEffect(() => {
    const { sun, sky, target } = lamps;
    const position = sunPosition(date, hour, anchor);
    const shining = shiningDirection(position.direction, position.altitudeDegrees);
    const reach = reachOf(extent);
    const { direction, altitudeDegrees } = position;
    const state = setLight(light, direction, altitudeDegrees, shining, litShares(hour), reach);
    const distance = extent.radius + extent.tallest + 100;
    target.position.set(...extent.centre);
    sun.position.set(
      extent.centre[0] + shining[0] * distance,
      extent.centre[1] + shining[1] * distance,
      extent.centre[2] + shining[2] * distance,
    );
    // Standard materials divide light by π.
    const strength = Math.max(...state.sun);
    sun.color.setRGB(state.sun[0] / strength, state.sun[1] / strength, state.sun[2] / strength);
    sun.intensity = strength * Math.PI;
    sky.color.setRGB(...state.skyLight);
    sky.groundColor.setRGB(...state.groundLight);
    sky.intensity = Math.PI;
    // A hemisphere light shines along its own position: local up.
    sky.position.set(0, 0, 1);
    light.uShadow.value.y = shadows ? 1 : 0;
    sun.shadow.intensity = shadows ? 1 : 0;
    gl.toneMappingExposure = state.exposure;
    scene.fog = new FogExp2(
      new Color().setRGB(...state.horizon).getHex(),
      (light.uAir.value.x / reach) * 0.5,
    );
    shadowsChanged();
    invalidate();
  }, [lamps, date, hour, anchor, shadows, light, extent, gl, scene, invalidate, shadowsChanged]);

  useFrame(() => followShadow(light, lamps.sun, extent.radius), -1);

  return (
    <>
      <primitive object={lamps.sun} />
      <primitive object={lamps.target} />
      <primitive object={lamps.sky} />
    </>
  );
};
