/** A warm line of light on the ground around the selected building, a thin one around the hovered. */
import { BufferGeometry, Color, type IUniform, type Mesh, ShaderMaterial, type Vector2 } from 'three';
import { insetRing } from '../../../geometry/polygon.ts';
import { meshRibbons, type RibbonInput } from '../../../geometry/ribbons.ts';
import { createLens, GLOW, glowGeometry, glowMesh } from '../glow.ts';
import { RIBBON } from '../ribbon-shader.ts';
import type { Stage } from '../stage.ts';

const OUT_METRES = 1.6;
const STEP_METRES = 6;

const VERTEX = /* glsl */ `
${RIBBON}
attribute float owner;
varying float vSide;
varying float vOwner;
void main() {
  float metres = metresPerPixel(modelViewMatrix * vec4(position, 1.0));
  float width = max(metres * (owner > 0.5 ? 26.0 : 9.0), owner > 0.5 ? 5.0 : 1.6);
  vSide = side;
  vOwner = owner;
  gl_Position = ribbonCorner(width, 0.45);
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
  const uLens = createLens();
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
      const ribbons = meshRibbons(lines, stage.terrain.heightAt, STEP_METRES);
      const { position, across, side, owner, index } = ribbons;
      mesh.geometry = glowGeometry({ position, across, side, owner, index });
    },
    dispose: () => {
      mesh.geometry.dispose();
      material.dispose();
    },
  };
};
