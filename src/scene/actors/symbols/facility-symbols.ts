/**
 * All facility symbols as one mesh. A coin stands on its tip, turns its face to the eye and keeps its size on the screen, but never
 * becomes smaller than a signpost in the street.
 */
import { BufferAttribute, BufferGeometry, type IUniform, Mesh, ShaderMaterial, Vector2 } from 'three';
import type { Vec3 } from '../../../geometry/framing.ts';
import type { Hit } from '../../../state/selection-store.ts';
import { LAYER } from '../../layers.ts';
import type { LightUniforms } from '../../light/light-uniforms.ts';
import { FINISH_FRAGMENT } from '../../materials/light-glsl.ts';
import type { ScreenTargets } from '../picking/picking.ts';
import type { Screen } from '../picking/screen.ts';
import type { Stage, StageFacility } from '../stage.ts';
import type { ModelArrays } from '../../models/model-arrays.ts';

/** A coin on its point is so many units high; its centre and radius. */
const UNITS = 3.1;
const CENTRE_UNITS = 2.1;
/** On the screen: near, and in the overview, where many stand close together. */
const NEAR_PX = 46;
const FAR_PX = 31;
const FAR_SCALE = { from: 0.35, to: 1.1 } as const;
const SMALLEST_METRES = 4.6;
/** Metres a pixel over which the symbols of one place draw apart into their row, and the units that one takes in it. */
const APART = { from: 0.5, to: 1.3 } as const;
const ROW_UNITS = 2.2;
const HIT_MARGIN = 1.15;

export interface SymbolUniforms {
  readonly [name: string]: IUniform;
  readonly uMarked: IUniform<Vector2>;
  readonly uLens: IUniform<Vector2>;
}

const VERTEX = /* glsl */ `
attribute vec3 foot;
attribute vec3 paint;
attribute float owner;
attribute vec4 row;
uniform vec2 uLens;
uniform vec2 uMarked;
uniform vec3 uEye;
varying vec3 vNormal;
varying vec3 vPaint;
varying float vMark;
void main() {
  vec4 view = modelViewMatrix * vec4(foot, 1.0);
  float metres = 2.0 * max(-view.z, 1.0) * uLens.y / uLens.x;
  float mark = owner == uMarked.y ? 1.0 : owner == uMarked.x ? 0.6 : 0.0;
  float pixels = mix(${NEAR_PX.toFixed(1)}, ${FAR_PX.toFixed(1)}, smoothstep(${FAR_SCALE.from.toFixed(2)}, ${FAR_SCALE.to.toFixed(2)}, metres));
  float size = max(metres * pixels, ${SMALLEST_METRES.toFixed(1)}) / ${UNITS.toFixed(1)} * (1.0 + 0.16 * mark);
  vec2 to = normalize(uEye.xy - foot.xy + vec2(1e-4));
  float apart = smoothstep(${APART.from.toFixed(2)}, ${APART.to.toFixed(2)}, metres);
  vec3 stand = mix(foot, row.xyz, apart);
  stand.xy += vec2(-to.y, to.x) * row.w * apart * size * ${ROW_UNITS.toFixed(1)};
  // The coin faces along −y of its own axes.
  mat2 turn = mat2(vec2(-to.y, to.x), -to);
  vec3 p = vec3(turn * position.xy, position.z) * size;
  vNormal = vec3(turn * normal.xy, normal.z);
  vPaint = paint;
  vMark = mark;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(stand + p, 1.0);
  gl_Position.z -= 0.0004 * gl_Position.w;
}
`;
const FRAGMENT = /* glsl */ `
uniform vec3 uSunDir;
uniform vec4 uAir;
varying vec3 vNormal;
varying vec3 vPaint;
varying float vMark;
void main() {
  vec3 n = normalize(vNormal);
  // A sign is read at night as by day: its light is its own, the sun only models it.
  float light = 0.86 + 0.16 * n.z + 0.18 * max(dot(n, uSunDir), 0.0);
  vec3 colour = vPaint * light * mix(1.25, 0.95, uAir.y) * (1.0 + 0.25 * vMark);
  gl_FragColor = vec4(colour, 1.0);
  ${FINISH_FRAGMENT}
}
`;

export interface FacilitySymbols extends ScreenTargets {
  readonly mesh: Mesh;
  readonly uniforms: SymbolUniforms;
  dispose(): void;
}

/** Height of a coin on its point where a pixel covers so many metres. The vertex shader has the same sum. */
export const coinHeight = (metresPerPixel: number): number => {
  const pixels = NEAR_PX + (FAR_PX - NEAR_PX) * smooth(FAR_SCALE.from, FAR_SCALE.to, metresPerPixel);
  return Math.max(metresPerPixel * pixels, SMALLEST_METRES);
};

const smooth = (from: number, to: number, x: number): number => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

/** Where the tip of a coin is drawn for an eye, local metres. The vertex shader has the same sum. */
export const coinTip = (
  { foot, place: { middle, rank } }: Pick<StageFacility, 'foot' | 'place'>,
  eye: Vec3,
  metresPerPixel: number,
): Vec3 => {
  const apart = smooth(APART.from, APART.to, metresPerPixel);
  const away = Math.hypot(eye[0] - foot[0], eye[1] - foot[1]) || 1;
  const [tx, ty] = [(eye[0] - foot[0]) / away, (eye[1] - foot[1]) / away];
  const step = ((rank * apart * coinHeight(metresPerPixel)) / UNITS) * ROW_UNITS;
  const between = (axis: 0 | 1 | 2): number => foot[axis] + (middle[axis] - foot[axis]) * apart;
  return [between(0) - ty * step, between(1) + tx * step, between(2)];
};

/** Middle of a coin as it is drawn now, local metres. */
export const coinCentre = (facility: Pick<StageFacility, 'foot' | 'place'>, screen: Screen): Vec3 => {
  const scale = screen.metresPerPixel(facility.foot);
  const [x, y, z] = coinTip(facility, screen.eye(), scale);
  return [x, y, z + (coinHeight(scale) * CENTRE_UNITS) / UNITS];
};

const merge = (stage: Stage, models: readonly ModelArrays[]): BufferGeometry => {
  const vertices = models.reduce((s, m) => s + m.position.length / 3, 0);
  const indices = models.reduce((s, m) => s + m.index.length, 0);
  const position = new Float32Array(vertices * 3);
  const normal = new Float32Array(vertices * 3);
  const paint = new Float32Array(vertices * 3);
  const foot = new Float32Array(vertices * 3);
  const row = new Float32Array(vertices * 4);
  const owner = new Float32Array(vertices);
  const index = new Uint32Array(indices);
  let v = 0;
  let k = 0;
  models.forEach((model, i) => {
    const n = model.position.length / 3;
    position.set(model.position, v * 3);
    normal.set(model.normal, v * 3);
    paint.set(model.colour, v * 3);
    const facility = stage.facilities[i] as StageFacility;
    for (let j = 0; j < n; j++) {
      foot.set(facility.foot, (v + j) * 3);
      row.set([...facility.place.middle, facility.place.rank], (v + j) * 4);
    }
    owner.fill(i, v, v + n);
    for (const each of model.index) index[k++] = each + v;
    v += n;
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(position, 3));
  geometry.setAttribute('normal', new BufferAttribute(normal, 3));
  geometry.setAttribute('paint', new BufferAttribute(paint, 3));
  geometry.setAttribute('foot', new BufferAttribute(foot, 3));
  geometry.setAttribute('row', new BufferAttribute(row, 4));
  geometry.setAttribute('owner', new BufferAttribute(owner, 1));
  geometry.setIndex(new BufferAttribute(index, 1));
  return geometry;
};

export const createFacilitySymbols = (
  stage: Stage,
  models: readonly ModelArrays[],
  light: LightUniforms,
  screen: Screen,
): FacilitySymbols => {
  const uniforms: SymbolUniforms = {
    uMarked: { value: new Vector2(-1, -1) },
    uLens: { value: new Vector2(800, 0.34) },
  };
  const geometry = merge(stage, models);
  const material = new ShaderMaterial({
    name: 'facility-symbols',
    uniforms: { ...light, ...uniforms },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = LAYER.symbols;
  mesh.raycast = () => undefined;
  return {
    mesh,
    uniforms,
    at: (x, y): Hit | null => {
      if (!mesh.visible || !mesh.parent?.visible) return null;
      const eye = screen.eye();
      let best: Hit | null = null;
      let nearest = Infinity;
      for (const facility of stage.facilities) {
        const { record, foot } = facility;
        const centre = coinCentre(facility, screen);
        const point = screen.project(centre);
        if (!point) continue;
        const perPixel = screen.metresPerPixel(centre);
        const radius = (coinHeight(screen.metresPerPixel(foot)) / UNITS / perPixel) * HIT_MARGIN;
        const away = Math.hypot(point.x - x, point.y - y);
        if (away > radius || perPixel >= nearest) continue;
        if (stage.picker.blocks(...eye, ...centre)) continue;
        nearest = perPixel;
        best = { kind: 'facility', id: record.id };
      }
      return best;
    },
    dispose: () => {
      geometry.dispose();
      material.dispose();
    },
  };
};
