/**
 * A plan's grids as light on the land: borders in the colour of their grid, the same as curtains that can rise, and the borders that
 * there were before as pale dashes. Colours are attributes: a plan has few corners, and is laid anew when it changes.
 */
import { type BufferGeometry, Color, type IUniform, type Mesh, ShaderMaterial, type Vector2 } from 'three';
import { meshCurtains } from '../../geometry/curtains.ts';
import type { LocalPolygon, LocalRing } from '../../geometry/local-polygon.ts';
import { insetRing } from '../../geometry/polygon.ts';
import { meshRibbons } from '../../geometry/ribbons.ts';
import type { Terrain } from '../../geometry/terrain.ts';
import { createLens, GLOW, glowGeometry, glowMesh, paintOwners } from '../actors/glow.ts';
import { RIBBON } from '../actors/ribbon-shader.ts';
import { LAYER } from '../layers.ts';

const STEP_METRES = 8;
/** Neighbours run beside each other, not over each other. */
const LINE_INSET_METRES = 0.9;
const WALL_INSET_METRES = 1.6;
const WALL_METRES = 22;
const MARKED_METRES = 34;

export interface PlanShape {
  readonly polygons: readonly LocalPolygon[];
  /** `#rrggbb`. */
  readonly colour: string;
}

export interface PlanUniforms {
  readonly [name: string]: IUniform;
  readonly uLens: IUniform<Vector2>;
  /** Index of the grid that is worked on, -1 for none. */
  readonly uMarked: IUniform<number>;
  /** 0 the curtains lie flat, 1 they stand. */
  readonly uRise: IUniform<number>;
  readonly uGhost: IUniform<Color>;
}

export const createPlanUniforms = (): PlanUniforms => ({
  uLens: createLens(),
  uMarked: { value: -1 },
  uRise: { value: 0 },
  uGhost: { value: new Color('#ffffff') },
});

const LINE_VERTEX = /* glsl */ `
${RIBBON}
attribute float along;
attribute float owner;
attribute vec3 paint;
uniform float uMarked;
varying float vSide;
varying float vAlong;
varying float vWide;
varying float vMark;
varying vec3 vPaint;
void main() {
  float metres = metresPerPixel(modelViewMatrix * vec4(position, 1.0));
  vMark = abs(owner - uMarked) < 0.5 ? 1.0 : 0.0;
  float width = max(metres * (PIXELS + 4.0 * vMark), 0.9);
  vSide = side;
  vAlong = along;
  vWide = width / metres;
  vPaint = paint;
  gl_Position = ribbonCorner(width, overGround(width));
}
`;
const LINE_FRAGMENT = /* glsl */ `
uniform vec3 uGhost;
varying float vSide;
varying float vAlong;
varying float vWide;
varying float vMark;
varying vec3 vPaint;
void main() {
  float away = abs(vSide) * vWide * 0.5;
#ifdef GHOST
  // Dashes of nine metres: along the border, so that they stay where they are when one turns.
  float dash = smoothstep(0.04, 0.1, abs(fract(vAlong / 9.0) - 0.5) - 0.14);
  float core = 1.0 - smoothstep(1.0, 2.0, away);
  gl_FragColor = vec4(uGhost, core * dash * 0.85);
#else
  float core = 1.0 - smoothstep(1.1 + vMark, 2.1 + vMark, away);
  float glow = pow(max(0.0, 1.0 - abs(vSide)), 2.0);
  gl_FragColor = vec4(vPaint, max(core * 0.96, glow * (0.3 + 0.4 * vMark)) * SHARE);
#endif
  #include <colorspace_fragment>
}
`;

const WALL_VERTEX = /* glsl */ `
attribute float top;
attribute float along;
attribute float owner;
attribute vec3 paint;
uniform float uMarked;
uniform float uRise;
varying float vTop;
varying float vAlong;
varying float vMark;
varying vec3 vPaint;
void main() {
  vMark = abs(owner - uMarked) < 0.5 ? 1.0 : 0.0;
  vTop = top;
  vAlong = along;
  vPaint = paint;
  vec3 p = position;
  p.z += 0.3 + top * mix(${WALL_METRES.toFixed(1)}, ${MARKED_METRES.toFixed(1)}, vMark) * uRise;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(p, 1.0);
}
`;
const WALL_FRAGMENT = /* glsl */ `
uniform float uRise;
varying float vTop;
varying float vAlong;
varying float vMark;
varying vec3 vPaint;
void main() {
  float edge = max(fwidth(vTop), 1e-4);
  float body = 0.16 + pow(1.0 - vTop, 1.6) * 0.4;
  float rim = smoothstep(1.0 - edge * 2.6, 1.0 - edge * 0.8, vTop) * 0.6;
  float thread = smoothstep(0.88, 1.0, abs(fract(vAlong / 9.0) * 2.0 - 1.0)) * (1.0 - smoothstep(0.4, 2.4, fwidth(vAlong)));
  float alpha = body + rim + thread * (1.0 - vTop) * 0.18;
  gl_FragColor = vec4(vPaint, min(0.9, alpha * (0.85 + 0.35 * vMark)) * min(1.0, uRise * 2.0));
  #include <colorspace_fragment>
}
`;

const ringsOf = (shapes: readonly PlanShape[], inset: number) =>
  shapes.flatMap(({ polygons }, owner) =>
    polygons.flatMap((rings) => rings.map((ring) => ({ ring: insetRing(ring, inset) ?? ring, owner }))),
  );

export interface PlanLights {
  readonly lines: readonly Mesh[];
  readonly ghosts: Mesh;
  readonly walls: Mesh;
  /** Whoever shows them lets go of all of them. */
  readonly all: readonly Mesh<BufferGeometry, ShaderMaterial>[];
}

export const createPlanLights = (
  shapes: readonly PlanShape[],
  former: readonly LocalRing[],
  terrain: Terrain,
  uniforms: PlanUniforms,
): PlanLights => {
  const colours = shapes.map(({ colour }) => new Color(colour));
  const ribbons = meshRibbons(
    ringsOf(shapes, LINE_INSET_METRES).map(({ ring, owner }) => ({ line: ring, closed: true, owner })),
    terrain.heightAt,
    STEP_METRES,
  );
  const dashes = meshRibbons(
    former.map((line) => ({ line, closed: false, owner: -2 })),
    terrain.heightAt,
    STEP_METRES,
  );
  const material = (name: string, defines: Record<string, string>, depthTest = true): ShaderMaterial =>
    new ShaderMaterial({
      ...GLOW,
      name,
      uniforms,
      defines: { SHARE: '1.0', PIXELS: '8.0', ...defines },
      vertexShader: LINE_VERTEX,
      fragmentShader: LINE_FRAGMENT,
      depthTest,
    });
  const curtains = meshCurtains(ringsOf(shapes, WALL_INSET_METRES), terrain.heightAt, STEP_METRES);
  const line = paintOwners(glowGeometry({ ...ribbons }), ribbons.owner, colours);
  const ghost = paintOwners(glowGeometry({ ...dashes }), dashes.owner, []);
  const wall = paintOwners(glowGeometry({ ...curtains }), curtains.owner, colours);
  const wallMaterial = new ShaderMaterial({
    ...GLOW,
    name: 'plan-walls',
    uniforms,
    vertexShader: WALL_VERTEX,
    fragmentShader: WALL_FRAGMENT,
  });
  const lines = [
    // Faint through what stands before it, whole where nothing does.
    glowMesh(line, material('plan-borders-behind', { SHARE: '0.35' }, false), LAYER.glow),
    glowMesh(line, material('plan-borders', {}), LAYER.glow),
  ];
  const ghosts = glowMesh(
    ghost,
    material('plan-ghosts', { GHOST: '', PIXELS: '5.0' }, false),
    LAYER.glow + 1,
  );
  const walls = glowMesh(wall, wallMaterial, LAYER.glow + 2);
  return { lines, ghosts, walls, all: [...lines, ghosts, walls] };
};
