/**
 * The ground of every grid in the colour of a theme: one draped mesh, one texel a grid. By night houses are too dark to carry a colour;
 * the ground carries it, as light.
 */
import { DataTexture, type Mesh, NearestFilter, RGBAFormat, ShaderMaterial, UnsignedByteType } from 'three';
import type { DrapedMesh } from '../../../geometry/draped-polygons.ts';
import { LAYER } from '../../layers.ts';
import { GLOW, glowGeometry, glowMesh } from '../glow.ts';

const VERTEX = /* glsl */ `
attribute float owner;
uniform sampler2D uTints;
varying vec4 vTint;
void main() {
  vTint = texelFetch(uTints, ivec2(int(owner + 0.5), 0), 0);
  vec3 p = position;
  p.z += 0.2;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(p, 1.0);
  gl_Position.z -= 0.00025 * gl_Position.w;
}
`;
const FRAGMENT = /* glsl */ `
uniform float uStrength;
varying vec4 vTint;
void main() {
  // The colours are the screen's own already.
  gl_FragColor = vec4(vTint.rgb, vTint.a * uStrength);
}
`;

export interface GridTints {
  readonly mesh: Mesh;
  /** `#rrggbbaa` of every grid, or null where nothing is said of it; an empty list hides them all. */
  set(colours: readonly (string | null)[]): void;
  setStrength(strength: number): void;
  dispose(): void;
}

export const createGridTints = (ground: DrapedMesh, grids: number): GridTints => {
  const texels = new Uint8Array(Math.max(1, grids) * 4);
  const texture = new DataTexture(texels, Math.max(1, grids), 1, RGBAFormat, UnsignedByteType);
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  texture.needsUpdate = true;
  const geometry = glowGeometry({ ...ground });
  const uStrength = { value: 0.5 };
  const material = new ShaderMaterial({
    name: 'grid-tints',
    uniforms: { uTints: { value: texture }, uStrength },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    ...GLOW,
  });
  const mesh = glowMesh(geometry, material, LAYER.glow - 1);
  mesh.visible = false;
  return {
    mesh,
    set: (colours) => {
      mesh.visible = colours.some((colour) => colour !== null);
      colours.forEach((colour, at) => {
        const value = colour === null ? 0 : Number.parseInt(colour.slice(1), 16);
        texels.set([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255], at * 4);
      });
      texture.needsUpdate = true;
    },
    setStrength: (strength) => {
      uStrength.value = strength;
    },
    dispose: () => {
      geometry.dispose();
      material.dispose();
      texture.dispose();
    },
  };
};
