/** The bare land of the loess plateau: tilled tableland, gullies whose steep sides show the strata. */
import { ShaderMaterial } from 'three';
import type { LightUniforms } from '../light/light-uniforms.ts';
import { FINISH_FRAGMENT, LIGHT_FRAGMENT, SHADOW_VERTEX } from '../materials/light-glsl.ts';
import { NOISE_GLSL } from '../materials/noise-glsl.ts';
import type { Quality } from '../quality.ts';

const VERTEX = /* glsl */ `
varying vec3 vLocal;
varying vec3 vNormal;
void main() {
  vLocal = position;
  vNormal = normal;
  placeInShadow(position, normalize(normal));
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
varying vec3 vLocal;
varying vec3 vNormal;
${LIGHT_FRAGMENT}
${NOISE_GLSL}

void main() {
  vec3 normal = normalize(vNormal);
  float steep = 1.0 - normal.z;
  float broad = noise(vLocal.xy * 0.013);
  float fine = noise(vLocal.xy * 0.11);
  vec3 soil = mix(vec3(0.43, 0.36, 0.25), vec3(0.37, 0.36, 0.22), broad);
  soil = mix(soil, vec3(0.29, 0.32, 0.17), smoothstep(0.45, 0.8, fine * 0.5 + broad * 0.5) * 0.7);
  // Loess lies in even layers: bands by height on what is steep.
  float layer = noise(vec2(vLocal.z * 0.55, broad * 3.0)) * 0.6 + noise(vec2(vLocal.z * 2.1, 7.0 + broad * 6.0)) * 0.4;
  vec3 loess = mix(vec3(0.5, 0.36, 0.21), vec3(0.66, 0.52, 0.34), layer);
  vec3 colour = mix(soil, loess, smoothstep(0.03, 0.16, steep));
  colour *= 0.93 + 0.14 * fine;
  vec2 ground = groundMap(vLocal.xy);
  vec3 light = lightOn(normal, sunShadow(), ground.x) + LAMP * ground.y * uAir.y * 1.3;
  gl_FragColor = vec4(throughAir(colour * light, vLocal), 1.0);
  ${FINISH_FRAGMENT}
}
`;

export const createTerrainMaterial = (light: LightUniforms, quality: Quality): ShaderMaterial =>
  new ShaderMaterial({
    name: 'terrain',
    uniforms: { ...light },
    defines: { SHADOW_TAPS: quality.shadowTaps },
    vertexShader: SHADOW_VERTEX + VERTEX,
    fragmentShader: FRAGMENT,
  });
