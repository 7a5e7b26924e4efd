/**
 * What moves on a slow machine is drawn plainly. A software rasteriser runs every branch of a shader for every pixel and pays for a
 * texture, a root or a noise as a graphics card does not: so light and air are reckoned at the corners, and what is drawn into a surface
 * (joints, furrows, leaves) is its average. No shadows: who draws plainly has given them up.
 */
import { FINISH_FRAGMENT, LIGHT_GLSL } from './light-glsl.ts';

export const PLAIN_VERTEX = /* glsl */ `
${LIGHT_GLSL}
varying vec3 vSunlight;
varying vec3 vAmbient;
varying vec4 vAir;

/** Light and air of a corner; what is in the open only. */
void shineOn(vec3 local, vec3 normal) {
  vSunlight = lightOn(normal, 1.0, 0.0);
  vAmbient = lightOn(normal, 0.0, 1.0);
  vec3 ray = local - uEye;
  float far = length(ray);
  vAir = vec4(hazeColour(ray / max(far, 0.001)), airBetween(far));
}
`;

export const PLAIN_FRAGMENT = /* glsl */ `
uniform vec4 uAir;
uniform sampler2D uGroundMap;
uniform vec4 uGroundBox;
varying vec3 vSunlight;
varying vec3 vAmbient;
varying vec4 vAir;

const vec3 LAMP = vec3(1.0, 0.66, 0.36);
/** x sky seen from the ground, y lamp light, at a local point. */
vec2 groundMap(vec2 p) {
  return texture2D(uGroundMap, (p - uGroundBox.xy) * uGroundBox.zw).rg;
}
`;

/** Ends a plain fragment: `colour` is what the surface sends out, `air` the share of it that the air takes. */
export const plainFinish = (air = 'vAir.a'): string => /* glsl */ `
  gl_FragColor = vec4(mix(colour, vAir.rgb, ${air}), 1.0);
  ${FINISH_FRAGMENT}
`;
