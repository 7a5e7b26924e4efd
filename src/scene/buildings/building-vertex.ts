/** Vertex side of the buildings: unpacks the 16 bytes, looks up what is known of the building, and leaves out what is hidden. */
import { FACADES } from './palette.ts';
import { PLAIN_FACADE_VERTEX } from './plain-facade-glsl.ts';

const UNPACK = /* glsl */ `
attribute vec4 place;
attribute vec4 wall;
uniform vec3 uOrigin;
uniform vec3 uScale;
uniform float uFirstSlot;
uniform sampler2D uPaint;
uniform sampler2D uInfo;
uniform vec4 uSlots;

vec3 octahedral(float word) {
  vec2 e = vec2(floor(word / 256.0), mod(word, 256.0)) / 255.0 * 2.0 - 1.0;
  e -= sign(e) * step(abs(e), vec2(0.004)) * abs(e);
  vec3 n = vec3(e, 1.0 - abs(e.x) - abs(e.y));
  if (n.z < 0.0) n.xy = (1.0 - abs(n.yx)) * vec2(n.x >= 0.0 ? 1.0 : -1.0, n.y >= 0.0 ? 1.0 : -1.0);
  return normalize(n);
}
vec4 paintOf(float slot) {
  int i = int(slot);
  return texelFetch(uPaint, ivec2(i & 255, i >> 8), 0);
}
vec4 infoOf(float slot, int k) {
  int i = int(slot) * 2 + k;
  return texelFetch(uInfo, ivec2(i & 255, i >> 8), 0);
}
`;

export const BUILDING_VERTEX = /* glsl */ `
${UNPACK}
uniform vec3 uFacades[${FACADES.length * 3}];
uniform float uFade;
uniform float uThemed;
#ifdef PLAIN
${PLAIN_FACADE_VERTEX}
// What a plain facade is reckoned from goes no further than this shader.
vec4 vBuilding;
vec4 vKind;
vec3 vWallColour;
vec3 vAccent;
vec3 vRoof;
float vLength;
#else
flat varying vec3 vNormal;
flat varying vec4 vBuilding;
flat varying vec4 vKind;
flat varying vec3 vWallColour;
flat varying vec3 vAccent;
flat varying vec3 vRoof;
flat varying vec4 vState;
flat varying float vLength;
flat varying float vGhost;
#endif
varying vec3 vLocal;
varying vec2 vWall;

void main() {
  float slot = uFirstSlot + place.w;
  vec4 paint = paintOf(slot);
  bool ghost = paint.a < 0.75;
  if (paint.a < 0.004 || slot == uSlots.z || (ghost && slot != uSlots.x && slot != uSlots.y)) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  vec4 info = infoOf(slot, 0);
  vec4 kind = infoOf(slot, 1);
  vec3 local = uOrigin + place.xyz * uScale;
  vec3 normal = octahedral(wall.w);
  vLocal = local;
  vWall = vec2(wall.x * 0.01, local.z - info.x);
  vLength = wall.y * 0.01;
  vBuilding = vec4(info.yzw, kind.z);
  vKind = vec4(mod(wall.z, 16.0), floor(wall.z / 16.0), kind.x, kind.y + 100.0 * kind.w);

  int f = int(min(kind.x, ${(FACADES.length - 1).toFixed(1)})) * 3;
  float tone = 0.93 + 0.14 * kind.z;
  vec3 warm = mix(vec3(1.015, 1.0, 0.975), vec3(0.985, 1.0, 1.02), fract(kind.z * 7.13));
  vWallColour = uFacades[f] * tone * warm;
  // A face of a model brings its colour in the words that walls have their metres in.
  if (vKind.x == 10.0)
    vWallColour = pow(vec3(floor(wall.x / 256.0), mod(wall.x, 256.0), wall.y) / 255.0, vec3(2.2));
  vAccent = uFacades[f + 1] * (0.95 + 0.1 * fract(kind.z * 3.7));
  vRoof = uFacades[f + 2] * (0.92 + 0.16 * fract(kind.z * 5.3));
  if (uThemed > 0.5) {
    vec3 tint = pow(paint.rgb, vec3(2.2));
    float light = dot(vWallColour, vec3(0.3, 0.59, 0.11));
    vWallColour = tint * (0.9 + 0.16 * light);
    vAccent = mix(tint * 1.12, vec3(0.8), 0.32);
    vRoof = mix(tint, vec3(0.75), 0.12);
  }
#ifdef PLAIN
  shineOn(local, normal);
  drawPlainly(local, normal, vWallColour, vAccent, vRoof, vBuilding, vKind, vLength);
#else
  vNormal = normal;
  vGhost = ghost ? 1.0 : 0.0;
  float selected = slot == uSlots.y ? 1.0 : 0.0;
  vState = vec4(slot == uSlots.w ? 0.0 : uFade, slot == uSlots.x ? 1.0 : 0.0, selected, uThemed);
  placeInShadow(local, normal);
#endif
  gl_Position = projectionMatrix * modelViewMatrix * vec4(local, 1.0);
}
`;

/** The same places for the shadow map. */
export const BUILDING_DEPTH_VERTEX = /* glsl */ `
${UNPACK}
void main() {
  float slot = uFirstSlot + place.w;
  // What only a real scene shows casts no shadow of ours.
  if (paintOf(slot).a < 0.75 || slot == uSlots.z) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  gl_Position = projectionMatrix * modelViewMatrix * vec4(uOrigin + place.xyz * uScale, 1.0);
}
`;

export const DEPTH_FRAGMENT = /* glsl */ `
void main() { gl_FragColor = vec4(1.0); }
`;
