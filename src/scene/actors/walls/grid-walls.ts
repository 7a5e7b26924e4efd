/**
 * Grids as walls of light: one curtain for all of them, brightest at its foot, lost towards its upper edge. The grid of the shot stands
 * higher and in the warm colour. One draw call; which grid, how high and the passing gleam are uniforms.
 */
import {
  AdditiveBlending,
  Color,
  type IUniform,
  type Mesh,
  NormalBlending,
  ShaderMaterial,
  Vector2,
} from 'three';
import { meshCurtains } from '../../../geometry/curtains.ts';
import { insetRing } from '../../../geometry/polygon.ts';
import type { Mode } from '../../../state/view.ts';
import { GLOW, glowGeometry, glowMesh } from '../glow.ts';
import type { Stage } from '../stage.ts';

const STEP_METRES = 10;
/** Neighbours stand beside each other, not in each other. */
const INSET_METRES = 1.4;
const HEIGHT_METRES = 24;
const MARKED_METRES = 46;

const VERTEX = /* glsl */ `
attribute float top;
attribute float along;
attribute float owner;
uniform vec2 uMarked;
uniform float uRise;
varying float vTop;
varying float vAlong;
varying float vMark;
void main() {
  float marked = owner == uMarked.x ? uMarked.y : 0.0;
  float height = mix(${HEIGHT_METRES.toFixed(1)}, ${MARKED_METRES.toFixed(1)}, marked) * uRise;
  vTop = top;
  vAlong = along;
  vMark = marked;
  vec3 p = position;
  p.z += 0.3 + top * height;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(p, 1.0);
}
`;
const FRAGMENT = /* glsl */ `
uniform vec3 uColour;
uniform vec3 uMarkColour;
uniform float uStrength;
uniform float uTime;
uniform float uOthers;
varying float vTop;
varying float vAlong;
varying float vMark;
void main() {
  float body = pow(1.0 - vTop, 1.5) * 0.44;
  float edge = max(fwidth(vTop), 1e-4);
  float foot = 1.0 - smoothstep(edge * 0.6, edge * 2.2 + 0.012, vTop);
  float rim = smoothstep(1.0 - edge * 2.4, 1.0 - edge * 0.6, vTop);
  // Fine upright threads, and a gleam that wanders along the border.
  float thread = smoothstep(0.86, 1.0, abs(fract(vAlong / 9.0) * 2.0 - 1.0)) * (1.0 - smoothstep(0.4, 2.4, fwidth(vAlong)));
  float gleam = exp(-16.0 * abs(fract(vAlong / 420.0 - uTime * 0.045) - 0.5)) * (1.0 - vTop);
  float alpha = body + foot * 0.4 + rim * (0.1 + 0.3 * vMark) + thread * (1.0 - vTop) * 0.16 + gleam * 0.5;
  alpha *= mix(uOthers, 1.5, vMark) * uStrength;
  vec3 colour = mix(uColour, uMarkColour, vMark);
  gl_FragColor = vec4(colour, min(alpha, 0.92));
  #include <colorspace_fragment>
}
`;

const COLOURS: Readonly<Record<Mode, { line: string; marked: string; strength: number }>> = {
  night: { line: '#5fc9d8', marked: '#ffbd6e', strength: 0.9 },
  day: { line: '#0f7f95', marked: '#d9701c', strength: 0.95 },
};

export interface GridWalls {
  readonly mesh: Mesh;
  /** x index of the grid of the shot, y how far it has come forward, 0…1. */
  readonly marked: IUniform<Vector2>;
  /** Seconds, for the gleam; stands still where effects are off. */
  readonly time: IUniform<number>;
  /** How strong the other grids are while one is marked. */
  readonly others: IUniform<number>;
  setMode(mode: Mode): void;
  dispose(): void;
}

export const createGridWalls = (stage: Stage): GridWalls => {
  const curtain = meshCurtains(
    stage.grids.flatMap(({ polygons }, owner) =>
      polygons.flatMap((rings) =>
        rings.map((ring) => ({ ring: insetRing(ring, INSET_METRES) ?? ring, owner })),
      ),
    ),
    stage.terrain.heightAt,
    STEP_METRES,
  );
  const geometry = glowGeometry({ ...curtain });
  const marked = { value: new Vector2(-1, 0) };
  const time = { value: 0 };
  const others = { value: 1 };
  const uColour = { value: new Color() };
  const uMarkColour = { value: new Color() };
  const uStrength = { value: 1 };
  const material = new ShaderMaterial({
    name: 'grid-walls',
    uniforms: {
      uMarked: marked,
      uTime: time,
      uOthers: others,
      uRise: { value: 1 },
      uColour,
      uMarkColour,
      uStrength,
    },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    ...GLOW,
  });
  const mesh = glowMesh(geometry, material);
  return {
    mesh,
    marked,
    time,
    others,
    setMode: (mode) => {
      const { line, marked: warm, strength } = COLOURS[mode];
      uColour.value.set(line);
      uMarkColour.value.set(warm);
      uStrength.value = strength;
      // Light adds up in the dark; by day it has to cover.
      material.blending = mode === 'night' ? AdditiveBlending : NormalBlending;
      material.needsUpdate = true;
    },
    dispose: () => {
      geometry.dispose();
      material.dispose();
    },
  };
};
