/** The sky: one triangle over the whole screen at the far plane, drawn last so that it fills only what is left. */
import { useMemo } from 'react';
import { BufferAttribute, BufferGeometry, Mesh, ShaderMaterial } from 'three';
import { LAYER } from '../layers.ts';
import { FINISH_FRAGMENT, LIGHT_FRAGMENT } from '../materials/light-glsl.ts';
import { NOISE_GLSL } from '../materials/noise-glsl.ts';
import type { Quality } from '../quality.ts';
import { useDisposal } from '../use-disposal.ts';
import type { LightUniforms } from './light-uniforms.ts';

const VERTEX = /* glsl */ `
varying vec3 vRay;
varying vec3 vShadow;
void main() {
  vec4 far = inverse(projectionMatrix) * vec4(position.xy, 1.0, 1.0);
  vec3 world = (inverse(viewMatrix) * vec4(far.xyz / far.w, 0.0)).xyz;
  vRay = vec3(world.x, -world.z, world.y);
  vShadow = vec3(0.0);
  gl_Position = vec4(position.xy, 1.0, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
varying vec3 vRay;
${LIGHT_FRAGMENT}
${NOISE_GLSL}

float chance(vec3 p) {
  p = fract(p * 0.1031);
  p += dot(p, p.zyx + 31.32);
  return fract((p.x + p.y) * p.z);
}

void main() {
  vec3 dir = normalize(vRay);
  vec3 sky = skyColour(normalize(vec3(dir.xy, max(dir.z, 0.02))));
  float disc = smoothstep(0.99962, 0.99982, dot(dir, uGlowDir)) * step(0.0, dir.z);
  sky += uSunColour * disc * 2.5 * (1.0 - uAir.y);
#ifdef CLOUDS
  // High thin cloud on a plane overhead, lost in the haze towards the horizon.
  if (dir.z > 0.03) {
    vec2 p = dir.xy / (dir.z + 0.12) * 1.7 + 3.0;
    p += 0.35 * noise(p * 1.3 + 11.0);
    float veil = noise(p) * 0.5 + noise(p * vec2(2.1, 2.9) + 7.0) * 0.28 + noise(p * vec2(4.3, 5.9) + 17.0) * 0.15 + noise(p * 11.0) * 0.07;
    float cloud = smoothstep(0.5, 0.86, veil) * smoothstep(0.03, 0.3, dir.z) * 0.62;
    vec3 lit = uSkyLight * 0.9 + uSunColour * (0.24 + 0.3 * pow(max(dot(dir, uGlowDir), 0.0), 6.0));
    sky = mix(sky, lit, cloud * (1.0 - 0.75 * uAir.y));
  }
#endif
  if (uAir.z > 0.01 && dir.z > 0.02) {
    vec3 cell = floor(dir * 210.0);
    float c = chance(cell);
    vec3 off = fract(dir * 210.0) - 0.5;
    float star = step(0.9965, c) * smoothstep(0.35, 0.0, length(off)) * (0.4 + 0.6 * fract(c * 7919.0));
    sky += vec3(0.75, 0.82, 1.0) * star * uAir.z * smoothstep(0.05, 0.4, dir.z) * 0.7;
  }
  // A wide gradient in 8 bits shows bands; a grain below one step hides them.
  gl_FragColor = vec4(sky, 1.0);
  ${FINISH_FRAGMENT}
  gl_FragColor.rgb += (chance(vec3(gl_FragCoord.xy, 1.0)) - 0.5) / 255.0;
}
`;

const createSky = (light: LightUniforms, quality: Quality): Mesh => {
  const geometry = new BufferGeometry();
  geometry.setAttribute(
    'position',
    new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3),
  );
  const material = new ShaderMaterial({
    name: 'sky',
    uniforms: { ...light },
    defines: { SHADOW_TAPS: 1, ...(quality.level === 'high' ? { CLOUDS: '' } : {}) },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    depthWrite: false,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = LAYER.sky;
  mesh.raycast = () => undefined;
  return mesh;
};

interface SkyProps {
  readonly light: LightUniforms;
  readonly quality: Quality;
}

export const Sky = ({ light, quality }: SkyProps) => {
  const mesh = useMemo(() => createSky(light, quality), [light, quality]);
  useDisposal(mesh);
  return <primitive object={mesh} />;
};
