/** The material of all buildings: one program, one instance a chunk. */
import { DoubleSide, ShaderMaterial, Vector3 } from 'three';
import type { BuildingChunk } from '../../geometry/building-chunks.ts';
import type { LightUniforms } from '../light/light-uniforms.ts';
import { FINISH_FRAGMENT, LIGHT_FRAGMENT, SHADOW_VERTEX } from '../materials/light-glsl.ts';
import { PLAIN_FRAGMENT, plainFinish } from '../materials/plain-glsl.ts';
import type { Quality } from '../quality.ts';
import type { BuildingState } from './building-state.ts';
import { BUILDING_DEPTH_VERTEX, BUILDING_VERTEX, DEPTH_FRAGMENT } from './building-vertex.ts';
import { FACADE_GLSL } from './facade-glsl.ts';
import { facadeUniform } from './palette.ts';
import { PLAIN_FACADE_FRAGMENT } from './plain-facade-glsl.ts';

const FRAGMENT = /* glsl */ `
varying vec3 vLocal;
varying vec2 vWall;
flat varying vec3 vNormal;
flat varying vec4 vBuilding;
flat varying vec4 vKind;
flat varying vec3 vWallColour;
flat varying vec3 vAccent;
flat varying vec3 vRoof;
flat varying vec4 vState;
flat varying float vLength;
flat varying float vGhost;
uniform vec2 uLit;
uniform float uThemed;
${LIGHT_FRAGMENT}
${FACADE_GLSL}

void main() {
  vec2 w = max(fwidth(vWall), vec2(1e-4));
  vec3 normal = vNormal;
  vec3 toEye = normalize(uEye - vLocal);
  float part = vKind.x;
  float office = vKind.w >= 100.0 ? 1.0 : 0.0;
  float units = vKind.w - 100.0 * office;
  float eaves = vBuilding.x;
  bool upright = abs(normal.z) < 0.3;
  Surface s = Surface(vWallColour, 0.0, vec3(0.0), 1.0, vec2(0.0));
  float gloss = 0.0;

  if (part == 0.0 && vWall.y < eaves || part == 6.0 && upright) {
    s = facade(vWall, w, vLength, part, vKind.y, vKind.z, units, office);
  } else if (part == 1.0) {
    s.colour = vRoof * (0.9 + 0.2 * soft(vLocal.xy * 0.11 + vBuilding.w * 40.0));
    vec2 seam = abs(fract(vLocal.xy / 6.0) - 0.5) * 6.0;
    vec2 px = max(fwidth(vLocal.xy), vec2(1e-4));
    s.colour *= 1.0 - 0.07 * max(cover(seam.x, 0.05, px.x), cover(seam.y, 0.05, px.y));
  } else if (part == 2.0) {
    float wave = abs(fract(vWall.x / 0.32) - 0.5) * 2.0;
    float seen = 1.0 - smoothstep(0.12, 0.32, w.x);
    s.colour = vRoof * mix(1.0, 0.8 + 0.4 * wave, seen) * (0.92 + 0.16 * soft(vLocal.xy * 0.4));
  } else if (part == 0.0 || part == 3.0) {
    s.colour = mix(vWallColour, vAccent, vKind.z < 2.0 ? 0.35 : 0.1) * 1.04;
    float coping = cover(vWall.y - eaves - 0.03, 0.07, w.y);
    s.colour *= 1.0 - 0.22 * coping * (part == 0.0 ? 1.0 : 0.0);
  } else if (part == 5.0) {
    s.colour = vec3(0.56, 0.58, 0.59);
    gloss = 0.25;
  } else if (part == 7.0 || part == 6.0) {
    s.colour = mix(vWallColour, vec3(0.7), 0.5);
  } else if (part == 8.0) {
    s.colour = vec3(0.025, 0.035, 0.06);
    gloss = 0.9;
  } else if (part == 9.0) {
    s = shopSign(vWall, w, vLength);
  }

  // Occlusion: the ground's own beside the wall, clearing with height; a soft line below the eaves.
  vec2 ground = groundMap(vLocal.xy + normal.xy * 2.5);
  float rise = clamp(vWall.y / max(eaves, 3.0), 0.0, 1.0);
  float sky = mix(ground.x, 1.0, smoothstep(0.0, 1.0, rise));
  float occlusion = sky * s.shade;
  if (upright) occlusion *= mix(0.74, 1.0, smoothstep(-0.2, 4.0, vWall.y));
  float shadow = sunShadow();
  vec3 light = lightOn(normal, shadow, occlusion);
  // Lamps light the lower walls.
  light += LAMP * ground.y * uAir.y * (upright ? 0.9 : 0.25) * exp(-max(vWall.y - 1.0, 0.0) / 4.5);
  vec3 colour = s.colour * light;

  float reflecting = max(s.glass, gloss);
  if (reflecting > 0.01) {
    vec3 side = normalize(vec3(-normal.y, normal.x, 0.0) + 1e-5);
    vec3 n = normalize(normal + side * s.tilt.x + vec3(0.0, 0.0, s.tilt.y));
    vec3 r = reflect(-toEye, n);
    float fresnel = 0.09 + 0.91 * pow(1.0 - max(dot(n, toEye), 0.0), 5.0);
    vec3 seen = r.z > 0.0 ? skyColour(r) : mix(uHorizon * 0.6, (uGroundLight + uSunColour * 0.12) * 0.55, smoothstep(0.0, 0.25, -r.z));
    float glint = pow(max(dot(r, uSunDir), 0.0), 240.0) * shadow;
    colour += (seen * fresnel * mix(0.75, 1.0, sky) + uSunColour * glint * 2.2 * (0.3 + fresnel)) * reflecting * s.shade;
  }
  colour += s.emission;

  // Pointed at: a breath lighter. Faded: towards the haze, without contrast, still a body.
  colour *= 1.0 + 0.16 * vState.y;
  colour += vState.y * 0.03;
  if (vState.x > 0.0) {
    float body = dot(light, vec3(0.3, 0.59, 0.11));
    vec3 ghost = mix(uHorizon, uSkyLight, 0.5) * (0.32 + 0.5 * min(body, 1.4)) + uAir.y * 0.02;
    colour = mix(colour, ghost, vState.x * 0.72);
  }
  // Over its photograph a building is a colour that lets it through: stronger where it is selected.
  float alpha = 1.0;
  if (vGhost > 0.5) {
    vec3 tint = uThemed > 0.5 ? vWallColour : vec3(1.0, 0.56, 0.16);
    colour = mix(colour, tint * (0.35 + 0.65 * dot(light, vec3(0.33))), 0.8);
    alpha = vState.z > 0.5 ? 0.6 : 0.42;
  }
  gl_FragColor = vec4(throughAir(colour, vLocal), alpha);
  ${FINISH_FRAGMENT}
}
`;

const chunkUniforms = (chunk: BuildingChunk, state: BuildingState) => ({
  ...state.uniforms,
  uOrigin: { value: new Vector3(...chunk.origin) },
  uScale: { value: new Vector3(...chunk.scale) },
  uFirstSlot: { value: chunk.firstSlot },
});

export const createBuildingMaterial = (
  chunk: BuildingChunk,
  state: BuildingState,
  light: LightUniforms,
  quality: Quality,
): ShaderMaterial =>
  new ShaderMaterial({
    name: 'buildings',
    uniforms: { ...light, ...chunkUniforms(chunk, state), uFacades: { value: facadeUniform() } },
    defines: { SHADOW_TAPS: quality.shadowTaps },
    vertexShader: SHADOW_VERTEX + BUILDING_VERTEX,
    fragmentShader: FRAGMENT,
  });

const PLAIN = /* glsl */ `
${PLAIN_FRAGMENT}
${PLAIN_FACADE_FRAGMENT}
varying vec3 vLocal;

void main() {
  vec3 tone;
  vec3 shine;
  float glass = plainFacade(tone, shine);
  vec2 ground = groundMap(vLocal.xy);
  float rise = clamp(vWall.y / max(vRise.z, 3.0), 0.0, 1.0);
  vec3 light = vSunlight + vAmbient * mix(ground.x, 1.0, rise);
  light += LAMP * (ground.y * uAir.y * 0.9 * max(1.0 - vWall.y * 0.09, 0.0));
  vec3 colour = tone * light + vMirrored * glass + shine;
  ${plainFinish()}
}
`;

/** For a picture that moves on a slow machine. */
export const createPlainBuildingMaterial = (
  chunk: BuildingChunk,
  state: BuildingState,
  light: LightUniforms,
): ShaderMaterial =>
  new ShaderMaterial({
    name: 'plain-buildings',
    uniforms: { ...light, ...chunkUniforms(chunk, state), uFacades: { value: facadeUniform() } },
    defines: { PLAIN: '' },
    vertexShader: BUILDING_VERTEX,
    fragmentShader: PLAIN,
  });

/** Draws the chunk into the shadow map. */
export const createBuildingDepthMaterial = (chunk: BuildingChunk, state: BuildingState): ShaderMaterial =>
  new ShaderMaterial({
    name: 'buildings-depth',
    uniforms: chunkUniforms(chunk, state),
    vertexShader: BUILDING_DEPTH_VERTEX,
    fragmentShader: DEPTH_FRAGMENT,
    side: DoubleSide,
  });
