/** How far people walk to a facility: a disc on the ground in its colour, all of them by the layer, one when it is selected. */
import { Color, type IUniform, type Mesh, ShaderMaterial, Vector2 } from 'three';
import { meshDiscs } from '../../../geometry/discs.ts';
import { GLOW, glowGeometry, glowMesh, paintOwners } from '../glow.ts';
import type { Stage } from '../stage.ts';
import { FACILITY_COLOURS } from '../symbols/facility-colours.ts';

export interface ReachUniforms {
  readonly [name: string]: IUniform;
  /** Hovered and selected facility, -1 for none. */
  readonly uMarked: IUniform<Vector2>;
  /** 1 shows all discs, 0 only the marked. */
  readonly uAll: IUniform<number>;
  readonly uStrength: IUniform<number>;
}

const VERTEX = /* glsl */ `
attribute vec2 radial;
attribute float owner;
attribute vec3 paint;
uniform vec2 uMarked;
uniform float uAll;
varying vec2 vRadial;
varying vec3 vPaint;
varying float vMark;
void main() {
  float mark = owner == uMarked.y ? 1.0 : owner == uMarked.x ? 0.6 : 0.0;
  vRadial = radial;
  vPaint = paint;
  vMark = mark;
  if (uAll < 0.5 && mark == 0.0) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  vec3 p = position;
  p.z += 0.4;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(p, 1.0);
  gl_Position.z -= 0.0004 * gl_Position.w;
}
`;
const FRAGMENT = /* glsl */ `
uniform float uStrength;
varying vec2 vRadial;
varying vec3 vPaint;
varying float vMark;
void main() {
  float metres = (1.0 - vRadial.x) * vRadial.y;
  float px = max(fwidth(metres), 1e-3);
  float line = 1.0 - smoothstep(px * 1.1, px * 2.1, abs(metres - px * 1.6));
  float towardsRim = pow(vRadial.x, 3.0);
  float alpha = max(line * (0.55 + 0.4 * vMark), (0.035 + 0.1 * towardsRim) * (1.0 + 0.8 * vMark)) * uStrength;
  gl_FragColor = vec4(vPaint, alpha);
  #include <colorspace_fragment>
}
`;

export interface ReachDiscs {
  readonly mesh: Mesh;
  readonly uniforms: ReachUniforms;
  dispose(): void;
}

export const createReachDiscs = (stage: Stage): ReachDiscs => {
  const discs = meshDiscs(
    stage.facilities.map(({ record, foot }, owner) => ({
      x: foot[0],
      y: foot[1],
      radiusMetres: record.reachMetres,
      owner,
    })),
    stage.terrain.heightAt,
  );
  const colours = stage.facilities.map(({ record }) => new Color(FACILITY_COLOURS[record.kind]));
  const uniforms: ReachUniforms = {
    uMarked: { value: new Vector2(-1, -1) },
    uAll: { value: 0 },
    uStrength: { value: 1 },
  };
  const geometry = paintOwners(glowGeometry({ ...discs }), discs.owner, colours);
  const material = new ShaderMaterial({
    name: 'reach-discs',
    uniforms,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    ...GLOW,
  });
  const mesh = glowMesh(geometry, material);
  return {
    mesh,
    uniforms,
    dispose: () => {
      geometry.dispose();
      material.dispose();
    },
  };
};
