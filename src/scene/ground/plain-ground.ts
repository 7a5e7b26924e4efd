/** The land and what is laid out on it while the picture moves on a slow machine: every material is its average tone. */
import { type DataTexture, ShaderMaterial } from 'three';
import type { LandMap } from '../../geometry/land-map.ts';
import type { LightUniforms } from '../light/light-uniforms.ts';
import { AIR_GLSL } from '../materials/light-glsl.ts';
import { PLAIN_FRAGMENT, PLAIN_VERTEX, plainFinish } from '../materials/plain-glsl.ts';
import { landUniforms } from './land-uniforms.ts';
import { PAINTED_ON_LAND } from './painted-on-land.ts';

/** Linear, by `PAVING` of `geometry/ground-writer.ts`; of a court and a track what lies around the field. */
const TONES = [
  [0.186, 0.186, 0.188],
  [0.197, 0.195, 0.19],
  [0.36, 0.358, 0.352],
  [0.465, 0.438, 0.397],
  [0.56, 0.55, 0.53],
  [0.297, 0.292, 0.282],
  [0.432, 0.365, 0.245],
  [0.523, 0.487, 0.438],
  [0.417, 0.402, 0.372],
  [0.223, 0.272, 0.114],
  [0.226, 0.266, 0.114],
  [0.16, 0.28, 0.2],
  [0.41, 0.175, 0.12],
  [0.05, 0.1, 0.1],
  [0.298, 0.296, 0.289],
  [0.5, 0.42, 0.3],
] as const;
const WATER = 13;
const COURT = 11;
const TRACK = 12;

const vec3s = TONES.map((tone) => `vec3(${tone.join(', ')})`).join(', ');

const GROUND_VERTEX = /* glsl */ `
${PLAIN_VERTEX}
attribute vec4 coordinates;
attribute vec2 kind;
varying vec2 vPlace;
varying vec4 vCoord;
varying vec3 vSheen;
flat varying vec3 vTone;
flat varying vec3 vField;
flat varying vec2 vInset;

const vec3 TONES[${TONES.length}] = vec3[](${vec3s});

void main() {
  vPlace = position.xy;
  vCoord = coordinates;
  int k = int(kind.x);
  vTone = TONES[k];
  vField = vTone;
  // A field lies so far inside its court; a lawn so far inside its track, which is round.
  vInset = vec2(1e6, 0.0);
  if (k == ${COURT}) {
    vField = kind.y < 127.5 ? vec3(0.36, 0.14, 0.09) : vec3(0.11, 0.22, 0.34);
    vInset.x = 1.6;
  } else if (k == ${TRACK}) {
    vField = vec3(0.2, 0.27, 0.11);
    vInset = vec2(min(coordinates.w * 0.3, 5.0), 1.0);
  }
  vSheen = vec3(0.0);
  if (k == ${WATER}) {
    vec3 toEye = normalize(uEye - position);
    vSheen = skyColour(reflect(-toEye, vec3(0.0, 0.0, 1.0))) * (0.06 + 0.94 * pow(1.0 - max(toEye.z, 0.0), 5.0));
  }
  shineOn(position, vec3(0.0, 0.0, 1.0));
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;

const GROUND_FRAGMENT = /* glsl */ `
${PLAIN_FRAGMENT}
varying vec2 vPlace;
varying vec4 vCoord;
varying vec3 vSheen;
flat varying vec3 vTone;
flat varying vec3 vField;
flat varying vec2 vInset;

void main() {
  vec2 rim = vCoord.zw - abs(vCoord.xy);
  float inward = mix(min(rim.x, rim.y), (1.0 - length(vCoord.xy / max(vCoord.zw, 0.1))) * min(vCoord.z, vCoord.w), vInset.y);
  vec3 tone = inward > vInset.x ? vField : vTone;
  vec2 ground = groundMap(vPlace);
  vec3 colour = tone * (vSunlight + vAmbient * ground.x + LAMP * ground.y * uAir.y * 1.5) + vSheen;
  ${plainFinish()}
}
`;

export const createPlainGroundMaterial = (light: LightUniforms): ShaderMaterial =>
  new ShaderMaterial({
    name: 'plain-ground',
    uniforms: { ...light },
    vertexShader: GROUND_VERTEX,
    fragmentShader: GROUND_FRAGMENT,
    ...PAINTED_ON_LAND,
  });

const LAND_VERTEX = /* glsl */ `
${PLAIN_VERTEX}
varying vec3 vLocal;
varying vec4 vSlope;
void main() {
  vLocal = position;
  vec3 n = normalize(normal);
  float steep = 1.0 - n.z;
  vec3 bank = mix(vec3(0.308, 0.278, 0.138), vec3(0.485, 0.353, 0.198), smoothstep(0.05, 0.3, steep));
  vSlope = vec4(bank, smoothstep(0.015, 0.06, steep));
  shineOn(position, n);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;

const LAND_FRAGMENT = /* glsl */ `
${PLAIN_FRAGMENT}
uniform sampler2D uLandMap;
uniform vec4 uLandBox;
uniform vec3 uEye;
${AIR_GLSL}
varying vec3 vLocal;
varying vec4 vSlope;
void main() {
  vec2 at = (vLocal.xy - uLandBox.xy) * uLandBox.zw;
  vec2 inside = clamp(min(at, 1.0 - at) * 83.0, 0.0, 1.0);
  vec3 tone = mix(vec3(0.33, 0.312, 0.157), texture2D(uLandMap, at).rgb, inside.x * inside.y);
  tone = mix(mix(tone, vec3(0.235, 0.265, 0.115), 0.05), vSlope.rgb, vSlope.a);
  vec2 ground = groundMap(vLocal.xy);
  vec3 colour = tone * (vSunlight + vAmbient * ground.x + LAMP * ground.y * uAir.y * 1.3);
  // Its outer triangles are kilometres long: too long for air that is known at their corners.
  float air = airBetween(distance(vLocal, uEye));
  ${plainFinish('air')}
}
`;

export const createPlainTerrainMaterial = (
  light: LightUniforms,
  land: LandMap,
  texture: DataTexture,
): ShaderMaterial =>
  new ShaderMaterial({
    name: 'plain-terrain',
    uniforms: { ...light, ...landUniforms(land, texture) },
    vertexShader: LAND_VERTEX,
    fragmentShader: LAND_FRAGMENT,
  });
