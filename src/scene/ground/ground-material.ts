/**
 * Everything laid out on the land in one draw call. It lies exactly on the terrain's triangles, so it needs no depth of its own: it is
 * painted in the order of its indices straight after the terrain, and whatever stands on it is drawn later.
 */
import { ShaderMaterial } from 'three';
import type { LightUniforms } from '../light/light-uniforms.ts';
import { FINISH_FRAGMENT, LIGHT_FRAGMENT, SHADOW_VERTEX } from '../materials/light-glsl.ts';
import { NOISE_GLSL } from '../materials/noise-glsl.ts';
import type { Quality } from '../quality.ts';
import { PAINTED_ON_LAND } from './painted-on-land.ts';
import { PAVING_GLSL } from './paving-glsl.ts';

const VERTEX = /* glsl */ `
attribute vec4 coordinates;
attribute vec2 kind;
varying vec3 vLocal;
varying vec4 vCoord;
flat varying vec2 vKind;
void main() {
  vLocal = position;
  vCoord = coordinates;
  vKind = kind;
  placeInShadow(position, vec3(0.0, 0.0, 1.0));
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
varying vec3 vLocal;
varying vec4 vCoord;
flat varying vec2 vKind;
${LIGHT_FRAGMENT}
${NOISE_GLSL}
${PAVING_GLSL}

vec3 lawn(vec3 tone, float broad, float fine) {
  return tone * (0.84 + 0.3 * broad) * (0.9 + 0.2 * fine);
}

void main() {
  vec2 w = max(fwidth(vCoord.xy), vec2(1e-3));
  vec2 p = vLocal.xy;
  vec2 pw = max(fwidth(p), vec2(1e-3));
  float kind = vKind.x;
  float chance = vKind.y / 255.0;
  float broad = noise(p * 0.045);
  float size = max(pw.x, pw.y);
  float fine = size < 1.6 ? mix(noise(p * 0.9), 0.5, smoothstep(0.4, 1.6, size)) : 0.5;
  float wet = 0.0;
  vec3 colour;
  if (kind < 2.5) {
    colour = vec3(0.185, 0.185, 0.187) * (0.92 + 0.1 * broad + 0.07 * fine);
    if (kind == 1.0) colour = roadMarks(colour, vCoord, w);
    else if (kind == 2.0) colour = mix(colour, vec3(0.74, 0.73, 0.7), 0.82 * lines(vCoord.y, 0.95, 0.24, w.y) * step(abs(vCoord.y), vCoord.z - 0.5));
  } else if (kind == 3.0) {
    colour = vec3(0.47, 0.445, 0.41) * (0.95 + 0.1 * broad);
    colour *= 1.0 - 0.16 * joints(vCoord.xy, vec2(1.2, 1.2), 0.03, w);
    float guide = abs(vCoord.y) - vCoord.z + 1.1;
    colour = mix(colour, vec3(0.6, 0.47, 0.2), 0.55 * line(guide, 0.16, w.y) * step(0.5, vCoord.z));
  } else if (kind == 4.0) {
    colour = vec3(0.56, 0.55, 0.53);
  } else if (kind == 5.0) {
    colour = vec3(0.3, 0.295, 0.285) * (0.92 + 0.12 * broad + 0.05 * fine);
    colour *= 1.0 - 0.14 * lines(vCoord.x, 5.0, 0.03, w.x);
  } else if (kind == 6.0) {
    colour = mix(vec3(0.44, 0.36, 0.25), vec3(0.5, 0.42, 0.3), broad) * (0.92 + 0.14 * fine);
    float verge = smoothstep(0.75, 1.0, abs(vCoord.y) / max(vCoord.z, 0.1) + 0.3 * (noise(p * 0.7) - 0.5));
    colour = mix(colour, vec3(0.27, 0.28, 0.15), verge * 0.8);
  } else if (kind == 7.0) {
    colour = mix(vec3(0.52, 0.485, 0.43), vec3(0.56, 0.53, 0.485), broad);
    colour *= 1.0 - 0.13 * joints(vCoord.xy, vec2(1.5, 1.5), 0.03, w);
    float inlay = max(lines(vCoord.x, 9.0, 0.32, w.x), lines(vCoord.y, 9.0, 0.32, w.y));
    colour = mix(colour, vec3(0.41, 0.335, 0.275), inlay * 0.55);
  } else if (kind == 8.0) {
    colour = vec3(0.42, 0.405, 0.375) * (0.93 + 0.12 * broad + 0.04 * fine);
    colour *= 1.0 - 0.11 * joints(vCoord.xy, vec2(4.0, 4.0), 0.03, w);
  } else if (kind == 9.0) {
    colour = lawn(vec3(0.225, 0.275, 0.115), broad, fine);
    vec2 rim = vCoord.zw - abs(vCoord.xy);
    colour = mix(colour, vec3(0.15, 0.19, 0.085), 0.5 * step(0.0, min(rim.x, rim.y)) * (1.0 - smoothstep(0.25, 0.7, min(rim.x, rim.y))));
  } else if (kind == 10.0) {
    colour = lawn(mix(vec3(0.2, 0.255, 0.105), vec3(0.255, 0.28, 0.125), noise(p * 0.02)), broad, fine);
  } else if (kind == 11.0) {
    colour = ballCourt(vCoord, w, chance);
  } else if (kind == 12.0) {
    colour = runningTrack(vCoord, w, lawn(vec3(0.2, 0.27, 0.11), broad, fine));
  } else if (kind == 13.0) {
    colour = vec3(0.05, 0.1, 0.1);
    wet = 1.0;
  } else if (kind == 14.0) {
    colour = parkingBays(vec3(0.27, 0.268, 0.262) * (0.93 + 0.12 * broad), vCoord, w);
  } else {
    colour = vec3(0.5, 0.42, 0.3);
  }
  vec3 normal = vec3(0.0, 0.0, 1.0);
  vec2 ground = groundMap(p);
  float sun = sunShadow();
  vec3 light = lightOn(normal, sun, ground.x) + LAMP * ground.y * uAir.y * 1.5;
  colour *= light;
  if (wet > 0.0) {
    vec3 toEye = normalize(uEye - vLocal);
    vec2 ripple = (vec2(noise(p * 1.7), noise(p * 1.7 + 40.0)) - 0.5) * 0.05;
    vec3 r = reflect(-toEye, normalize(vec3(ripple, 1.0)));
    float fresnel = 0.06 + 0.94 * pow(1.0 - max(toEye.z, 0.0), 5.0);
    colour += skyColour(r) * fresnel + uSunColour * pow(max(dot(r, uSunDir), 0.0), 300.0) * sun * 1.5;
  }
  gl_FragColor = vec4(throughAir(colour, vLocal), 1.0);
  ${FINISH_FRAGMENT}
}
`;

export const createGroundMaterial = (light: LightUniforms, quality: Quality): ShaderMaterial =>
  new ShaderMaterial({
    name: 'ground',
    uniforms: { ...light },
    defines: { SHADOW_TAPS: quality.shadowTaps },
    vertexShader: SHADOW_VERTEX + VERTEX,
    fragmentShader: FRAGMENT,
    ...PAINTED_ON_LAND,
  });
