/** A warm line of light on the ground around the selected building, a thin one around the hovered. */
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  type IUniform,
  type Mesh,
  ShaderMaterial,
  Vector2,
} from 'three';
import { insetRing } from '../../../geometry/polygon.ts';
import { meshRibbons, type RibbonInput } from '../../../geometry/ribbons.ts';
import { GLOW, glowMesh } from '../glow.ts';
import type { Stage } from '../stage.ts';

const OUT_METRES = 1.6;
const STEP_METRES = 6;

const VERTEX = /* glsl */ `
attribute vec2 across;
attribute float side;
attribute float owner;
uniform vec2 uLens;
varying float vSide;
varying float vOwner;
void main() {
  vec4 view = modelViewMatrix * vec4(position, 1.0);
  float metres = 2.0 * max(-view.z, 1.0) * uLens.y / uLens.x;
  float width = max(metres * (owner > 0.5 ? 26.0 : 9.0), owner > 0.5 ? 5.0 : 1.6);
  vSide = side;
  vOwner = owner;
  vec3 p = position;
  p.xy += across * side * width * 0.5;
  p.z += 0.45;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(p, 1.0);
  gl_Position.z -= 0.0006 * gl_Position.w;
}
`;
const FRAGMENT = /* glsl */ `
uniform vec3 uGlow;
varying float vSide;
varying float vOwner;
void main() {
  float near = 1.0 - abs(vSide);
  float glow = pow(near, 2.4) * 0.5 + smoothstep(0.86, 0.97, near) * 0.6;
  gl_FragColor = vec4(uGlow, min(1.0, glow) * (vOwner > 0.5 ? 0.95 : 0.6));
  #include <colorspace_fragment>
}
`;

export interface BuildingHalo {
  readonly mesh: Mesh;
  readonly uLens: IUniform<Vector2>;
  readonly uGlow: IUniform<Color>;
  /** Indices of the buildings, -1 for none. Cheap when nothing changed. */
  mark(hovered: number, selected: number): void;
  dispose(): void;
}

export const createBuildingHalo = (stage: Stage): BuildingHalo => {
  const uLens = { value: new Vector2(800, 0.34) };
  const uGlow = { value: new Color('#ffb65c') };
  const material = new ShaderMaterial({
    name: 'building-halo',
    uniforms: { uLens, uGlow },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    ...GLOW,
  });
  const mesh = glowMesh(new BufferGeometry(), material);
  mesh.visible = false;
  let marked: readonly [number, number] = [-1, -1];

  const lineOf = (index: number, owner: number): RibbonInput[] => {
    const ring = stage.buildings[index]?.footprint[0];
    return ring ? [{ line: insetRing(ring, -OUT_METRES) ?? ring, closed: true, owner }] : [];
  };
  return {
    mesh,
    uLens,
    uGlow,
    mark: (hovered, selected) => {
      const over = hovered === selected ? -1 : hovered;
      if (over === marked[0] && selected === marked[1]) return;
      marked = [over, selected];
      const lines = [...lineOf(over, 0), ...lineOf(selected, 1)];
      mesh.visible = lines.length > 0;
      mesh.geometry.dispose();
      const ribbon = meshRibbons(lines, stage.terrain.heightAt, STEP_METRES);
      const geometry = new BufferGeometry();
      geometry.setAttribute('position', new BufferAttribute(ribbon.position, 3));
      geometry.setAttribute('across', new BufferAttribute(ribbon.across, 2));
      geometry.setAttribute('side', new BufferAttribute(ribbon.side, 1));
      geometry.setAttribute('owner', new BufferAttribute(ribbon.owner, 1));
      geometry.setIndex(new BufferAttribute(ribbon.index, 1));
      mesh.geometry = geometry;
    },
    dispose: () => {
      mesh.geometry.dispose();
      material.dispose();
    },
  };
};
