/**
 * Places that ask for attention: a beam over each and a ring that spreads from it. One mesh for all, of fixed size, filled anew when the
 * places change; two draw calls never more.
 */
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DynamicDrawUsage,
  type IUniform,
  type Mesh,
  ShaderMaterial,
  Vector2,
} from 'three';
import type { Vec3 } from '../../../geometry/framing.ts';
import { LAYER } from '../../layers.ts';
import { GLOW, glowMesh } from '../glow.ts';

/** More than these are no alarm but a state: the panel counts them. */
export const MOST_PULSES = 64;
/** A ring and a beam: four corners each. */
const CORNERS = 8;

export interface Pulse {
  readonly foot: Vec3;
  readonly colour: string;
  /** How often it beats, 1 calm … 2 urgent. */
  readonly pace: number;
}

const VERTEX = /* glsl */ `
attribute vec3 corner;
attribute vec3 paint;
attribute vec2 beat;
uniform float uTime;
uniform vec2 uLens;
varying vec3 vCorner;
varying vec3 vPaint;
varying float vPhase;
void main() {
  vec4 view = modelViewMatrix * vec4(position, 1.0);
  float metres = 2.0 * max(-view.z, 1.0) * uLens.y / uLens.x;
  vCorner = corner;
  vPaint = paint;
  vPhase = fract(uTime * 0.42 * beat.x + beat.y);
  if (beat.x == 0.0) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  if (corner.z < 0.5) {
    float radius = max(metres * 34.0, 9.0);
    vec3 p = position + vec3(corner.xy * radius, 0.6);
    gl_Position = projectionMatrix * modelViewMatrix * vec4(p, 1.0);
    gl_Position.z -= 0.0008 * gl_Position.w;
  } else {
    // Upright, turned to the eye.
    float wide = max(metres * 3.2, 0.7);
    float tall = max(metres * 74.0, 20.0);
    view.xyz += vec3(corner.x * wide, 0.0, 0.0) + mat3(modelViewMatrix) * vec3(0.0, 0.0, (corner.y * 0.5 + 0.5) * tall);
    gl_Position = projectionMatrix * view;
  }
}
`;
const FRAGMENT = /* glsl */ `
varying vec3 vCorner;
varying vec3 vPaint;
varying float vPhase;
void main() {
  float alpha;
  if (vCorner.z < 0.5) {
    float r = length(vCorner.xy);
    if (r > 1.0) discard;
    float ring = exp(-90.0 * pow(r - vPhase, 2.0)) * (1.0 - vPhase);
    float dot_ = 1.0 - smoothstep(0.12, 0.2, r);
    alpha = ring * 0.9 + dot_ * 0.9 + (1.0 - r) * 0.1;
  } else {
    float up = vCorner.y * 0.5 + 0.5;
    float across = 1.0 - abs(vCorner.x);
    alpha = pow(across, 1.6) * pow(1.0 - up, 1.3) * (0.62 + 0.38 * cos(6.2832 * vPhase));
  }
  gl_FragColor = vec4(vPaint, min(alpha, 1.0));
  #include <colorspace_fragment>
}
`;

export interface Pulses {
  readonly mesh: Mesh;
  readonly time: IUniform<number>;
  readonly lens: IUniform<Vector2>;
  set(pulses: readonly Pulse[]): void;
  dispose(): void;
}

const corners = (): Float32Array => {
  const square = [-1, -1, 1, -1, 1, 1, -1, 1];
  const out = new Float32Array(MOST_PULSES * CORNERS * 3);
  for (let v = 0; v < MOST_PULSES * CORNERS; v++) {
    const k = v % 4;
    out.set([square[2 * k] ?? 0, square[2 * k + 1] ?? 0, v % CORNERS < 4 ? 0 : 1], v * 3);
  }
  return out;
};
const indices = (): Uint16Array => {
  const out = new Uint16Array(MOST_PULSES * 12);
  for (let quad = 0; quad < MOST_PULSES * 2; quad++)
    out.set(
      [0, 1, 2, 0, 2, 3].map((k) => quad * 4 + k),
      quad * 6,
    );
  return out;
};

export const createPulses = (): Pulses => {
  const vertices = MOST_PULSES * CORNERS;
  const position = new BufferAttribute(new Float32Array(vertices * 3), 3).setUsage(DynamicDrawUsage);
  const paint = new BufferAttribute(new Float32Array(vertices * 3), 3).setUsage(DynamicDrawUsage);
  const beat = new BufferAttribute(new Float32Array(vertices * 2), 2).setUsage(DynamicDrawUsage);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', position);
  geometry.setAttribute('paint', paint);
  geometry.setAttribute('beat', beat);
  geometry.setAttribute('corner', new BufferAttribute(corners(), 3));
  geometry.setIndex(new BufferAttribute(indices(), 1));
  const time = { value: 0 };
  const lens = { value: new Vector2(800, 0.34) };
  const material = new ShaderMaterial({
    name: 'pulses',
    uniforms: { uTime: time, uLens: lens },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    ...GLOW,
  });
  const mesh = glowMesh(geometry, material, LAYER.glow + 1);
  mesh.visible = false;
  const colour = new Color();
  return {
    mesh,
    time,
    lens,
    set: (pulses) => {
      const shown = pulses.slice(0, MOST_PULSES);
      mesh.visible = shown.length > 0;
      for (let i = 0; i < MOST_PULSES; i++) {
        const pulse = shown[i];
        colour.set(pulse?.colour ?? '#000000');
        for (let k = 0; k < CORNERS; k++) {
          const v = i * CORNERS + k;
          position.setXYZ(v, ...(pulse?.foot ?? ([0, 0, 0] as const)));
          paint.setXYZ(v, colour.r, colour.g, colour.b);
          // Not all in step.
          beat.setXY(v, pulse?.pace ?? 0, (i * 0.618) % 1);
        }
      }
      position.needsUpdate = true;
      paint.needsUpdate = true;
      beat.needsUpdate = true;
    },
    dispose: () => {
      geometry.dispose();
      material.dispose();
    },
  };
};
