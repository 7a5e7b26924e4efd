/**
 * Grids on the ground: borders as ribbons that keep their width on the screen, and the selected grid's ground lightly tinted. One
 * mesh for all borders, one for all grounds; which grid is hovered or selected is a uniform.
 */
import { Color, type IUniform, type Mesh, ShaderMaterial, Vector2 } from 'three';
import { type DrapedMesh, drapePolygons } from '../../../geometry/draped-polygons.ts';
import { meshRibbons, type RibbonMesh } from '../../../geometry/ribbons.ts';
import { LAYER } from '../../layers.ts';
import { createLens, GLOW, glowGeometry, glowMesh } from '../glow.ts';
import { RIBBON } from '../ribbon-shader.ts';
import type { Stage } from '../stage.ts';

const STEP_METRES = 8;

export interface BorderUniforms {
  readonly [name: string]: IUniform;
  /** Index of the hovered and of the selected grid, -1 for none. */
  readonly uGrids: IUniform<Vector2>;
  readonly uLens: IUniform<Vector2>;
  readonly uLine: IUniform<Color>;
  readonly uGlowLine: IUniform<Color>;
  readonly uStrength: IUniform<number>;
}

const createBorderUniforms = (): BorderUniforms => ({
  uGrids: { value: new Vector2(-1, -1) },
  uLens: createLens(),
  uLine: { value: new Color() },
  uGlowLine: { value: new Color() },
  uStrength: { value: 1 },
});

/** How much of a border shows through what stands before it. */
const BEHIND_SHARE = 0.34;

const BORDER_VERTEX = /* glsl */ `
${RIBBON}
attribute float owner;
uniform vec2 uGrids;
varying float vSide;
varying float vOwner;
varying float vWide;
varying float vShare;
void main() {
  vec4 view = modelViewMatrix * vec4(position, 1.0);
  float metres = metresPerPixel(view);
  bool mine = owner == uGrids.y || owner == uGrids.x;
  float pixels = mine ? 9.0 : 6.0;
  float width = max(metres * pixels, 0.9);
  vSide = side;
  vOwner = owner;
  vWide = width / metres;
#ifdef BEHIND
  // From near, or from low down, a line through walls says nothing and breaks up.
  vec3 down = normalize((modelViewMatrix * vec4(0.0, 0.0, 1.0, 0.0)).xyz);
  float steep = abs(dot(normalize(view.xyz), down));
  vShare = SHARE * smoothstep(0.12, 0.5, metres) * smoothstep(0.2, 0.45, steep);
#else
  vShare = SHARE;
#endif
  gl_Position = ribbonCorner(width, overGround(width));
}
`;
const BORDER_FRAGMENT = /* glsl */ `
uniform vec2 uGrids;
uniform vec3 uLine;
uniform vec3 uGlowLine;
uniform float uStrength;
varying float vSide;
varying float vOwner;
varying float vWide;
varying float vShare;
void main() {
  float selected = abs(vOwner - uGrids.y) < 0.5 ? 1.0 : 0.0;
  float hovered = abs(vOwner - uGrids.x) < 0.5 ? 1.0 : 0.0;
  float away = abs(vSide) * vWide * 0.5;
  // A sharp line in the middle of a soft glow.
  float half_ = 0.85 + 0.7 * selected + 0.35 * hovered;
  float core = 1.0 - smoothstep(half_ - 0.5, half_ + 0.6, away);
  float glow = pow(max(0.0, 1.0 - abs(vSide)), 2.0);
  float alpha = max(core * 0.92, glow * (0.2 + 0.4 * selected + 0.2 * hovered)) * uStrength * vShare;
  vec3 colour = mix(uGlowLine, uLine, core);
  gl_FragColor = vec4(colour, alpha);
  #include <colorspace_fragment>
}
`;

const FILL_VERTEX = /* glsl */ `
attribute float owner;
uniform vec2 uGrids;
varying float vLight;
void main() {
  float selected = owner == uGrids.y ? 1.0 : 0.0;
  float hovered = owner == uGrids.x ? 1.0 : 0.0;
  vLight = max(selected, hovered * 0.5);
  if (vLight == 0.0) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  vec3 p = position;
  p.z += 0.25;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(p, 1.0);
  gl_Position.z -= 0.0003 * gl_Position.w;
}
`;
const FILL_FRAGMENT = /* glsl */ `
uniform vec3 uGlowLine;
varying float vLight;
void main() {
  gl_FragColor = vec4(uGlowLine, 0.17 * vLight);
  #include <colorspace_fragment>
}
`;

/** Two passes over one geometry: whole where nothing stands before it, faint through trees and houses. */
const createBorderMeshes = (ribbon: RibbonMesh, uniforms: BorderUniforms): readonly [Mesh, Mesh] => {
  const { position, across, side, owner, index } = ribbon;
  const geometry = glowGeometry({ position, across, side, owner, index });
  const material = (name: string, share: number, depthTest: boolean): ShaderMaterial =>
    new ShaderMaterial({
      ...GLOW,
      name,
      uniforms,
      defines: { SHARE: share.toFixed(2), ...(depthTest ? {} : { BEHIND: '' }) },
      vertexShader: BORDER_VERTEX,
      fragmentShader: BORDER_FRAGMENT,
      depthTest,
    });
  return [
    glowMesh(geometry, material('grid-borders-behind', BEHIND_SHARE, false), LAYER.glow),
    glowMesh(geometry, material('grid-borders', 1, true), LAYER.glow),
  ];
};

const createFillMesh = (ground: DrapedMesh, uniforms: BorderUniforms): Mesh => {
  const material = new ShaderMaterial({
    ...GLOW,
    name: 'grid-grounds',
    uniforms,
    vertexShader: FILL_VERTEX,
    fragmentShader: FILL_FRAGMENT,
  });
  return glowMesh(glowGeometry({ ...ground }), material, LAYER.glow);
};

export interface GridBorders {
  readonly uniforms: BorderUniforms;
  readonly lines: readonly Mesh[];
  /** The grounds, and their shape for whoever colours them otherwise. */
  readonly fills: Mesh;
  readonly ground: DrapedMesh;
}

export const createGridBorders = ({ grids, terrain }: Pick<Stage, 'grids' | 'terrain'>): GridBorders => {
  const uniforms = createBorderUniforms();
  const lines = grids.flatMap(({ polygons }, owner) =>
    polygons.flatMap((rings) => rings.map((line) => ({ line, closed: true, owner }))),
  );
  const ground = drapePolygons(
    grids.map(({ polygons }, owner) => ({ polygons, owner })),
    terrain,
  );
  return {
    uniforms,
    lines: createBorderMeshes(meshRibbons(lines, terrain.heightAt, STEP_METRES), uniforms),
    fills: createFillMesh(ground, uniforms),
    ground,
  };
};
