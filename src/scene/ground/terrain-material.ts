/** The bare land of the loess plateau: tilled tableland, gullies whose steep sides show the strata. */
import { type DataTexture, ShaderMaterial } from 'three';
import type { LandMap } from '../../geometry/land-map.ts';
import type { LightUniforms } from '../light/light-uniforms.ts';
import { FINISH_FRAGMENT, LIGHT_FRAGMENT } from '../materials/light-glsl.ts';
import { NOISE_GLSL } from '../materials/noise-glsl.ts';
import type { Quality } from '../quality.ts';
import { GROUND_VERTEX } from './ground-vertex.ts';
import { landUniforms } from './land-uniforms.ts';

const FRAGMENT = /* glsl */ `
varying vec3 vLocal;
varying vec3 vNormal;
uniform sampler2D uLandMap;
uniform vec4 uLandBox;
${LIGHT_FRAGMENT}
${NOISE_GLSL}

void main() {
  vec3 normal = normalize(vNormal);
  float steep = 1.0 - normal.z;
  vec2 p = vLocal.xy;
  float broad = noise(p * 0.013);
  float px = max(length(fwidth(p)), 1e-3);
  float fine = px < 9.0 ? mix(noise(p * 0.13), 0.5, smoothstep(3.0, 9.0, px)) : 0.5;
  vec4 land = texture2D(uLandMap, (p - uLandBox.xy) * uLandBox.zw);
  vec2 inside = smoothstep(vec2(0.0), vec2(0.012), min((p - uLandBox.xy) * uLandBox.zw, 1.0 - (p - uLandBox.xy) * uLandBox.zw));
  vec3 open = mix(vec3(0.36, 0.315, 0.165), vec3(0.3, 0.31, 0.15), broad);
  vec3 colour = mix(open, land.rgb, inside.x * inside.y);
  colour = mix(colour, vec3(0.235, 0.265, 0.115), smoothstep(0.5, 0.85, fine * 0.5 + broad * 0.5) * 0.4);
  // Furrows along the plot, only near enough to be told apart.
  if (land.a > 0.003 && px < 1.2) {
    float turn = (land.a * 255.0 - 1.0) / 253.0 * 3.14159265;
    float across = dot(p, vec2(-sin(turn), cos(turn)));
    float row = 0.5 + 0.5 * sin(across * 6.2831853 / 2.2);
    colour *= 1.0 + (row - 0.5) * 0.2 * (1.0 - smoothstep(0.35, 1.2, px));
  }
  // Loess lies in even layers: bands by height on what is steep; scrub holds on to the ledges.
  if (steep > 0.015) {
    float layer = noise(vec2(vLocal.z * 0.42, broad * 3.0)) * 0.6 + noise(vec2(vLocal.z * 1.6, 7.0 + broad * 6.0)) * 0.4;
    vec3 loess = mix(vec3(0.4, 0.275, 0.145), vec3(0.57, 0.43, 0.255), layer);
    vec3 scrub = mix(vec3(0.27, 0.255, 0.12), vec3(0.345, 0.3, 0.155), fine);
    float bare = smoothstep(0.05, 0.3, steep + (layer - 0.5) * 0.16 + (fine - 0.5) * 0.12);
    colour = mix(colour, mix(scrub, loess, bare), smoothstep(0.015, 0.06, steep));
  }
  colour *= 0.93 + 0.14 * fine;
  vec2 ground = groundMap(vLocal.xy);
  vec3 light = lightOn(normal, sunShadow(), ground.x) + LAMP * ground.y * uAir.y * 1.3;
  gl_FragColor = vec4(throughAir(colour * light, vLocal), 1.0);
  ${FINISH_FRAGMENT}
}
`;

export const createTerrainMaterial = (
  light: LightUniforms,
  quality: Quality,
  land: LandMap,
  texture: DataTexture,
): ShaderMaterial =>
  new ShaderMaterial({
    name: 'terrain',
    uniforms: {
      ...light,
      ...landUniforms(land, texture),
    },
    defines: { SHADOW_TAPS: quality.shadowTaps },
    vertexShader: GROUND_VERTEX,
    fragmentShader: FRAGMENT,
  });
