/**
 * The look of an opened building. One program for homes, body and what is hollow: floors part and homes slide in the vertex shader, a
 * home's colour is a texel, its joints are drawn from the place on the wall, sharp at any distance. Occupied homes are solid; empty
 * ones are glass with drawn edges.
 */
import {
  Color,
  DataTexture,
  type IUniform,
  NearestFilter,
  NormalBlending,
  RGBAFormat,
  ShaderMaterial,
  UnsignedByteType,
  Vector3,
  Vector4,
} from 'three';
import type { LightUniforms } from '../../light/light-uniforms.ts';
import { FINISH_FRAGMENT, LIGHT_FRAGMENT, SHADOW_VERTEX } from '../../materials/light-glsl.ts';
import type { Quality } from '../../quality.ts';
import type { OpenedModel, Parting } from './opened-model.ts';

/** How a home is drawn: alpha of its texel. */
export const BOX_LOOK = { solid: 255, dimmed: 190, hollow: 120, hollowDimmed: 60 } as const;
const WIDTH = 256;

export interface OpenedUniforms {
  readonly [name: string]: IUniform;
  readonly uBoxes: IUniform<DataTexture>;
  readonly uOrigin: IUniform<Vector3>;
  readonly uGap: IUniform<number>;
  readonly uLiftFloor: IUniform<number>;
  readonly uLift: IUniform<number>;
  /** Box that slides out, metres, box that slides in, metres. */
  readonly uSlides: IUniform<Vector4>;
  readonly uHovered: IUniform<number>;
  readonly uSelected: IUniform<number>;
  readonly uAccent: IUniform<Color>;
}

export const createBoxTexture = (count: number): DataTexture => {
  const rows = Math.max(1, Math.ceil(count / WIDTH));
  const texture = new DataTexture(
    new Uint8Array(WIDTH * rows * 4).fill(255),
    WIDTH,
    rows,
    RGBAFormat,
    UnsignedByteType,
  );
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  texture.needsUpdate = true;
  return texture;
};

export const createOpenedUniforms = (model: OpenedModel): OpenedUniforms => ({
  uBoxes: { value: createBoxTexture(model.boxes.length) },
  uOrigin: { value: new Vector3(...model.origin) },
  uGap: { value: 0 },
  uLiftFloor: { value: 1e6 },
  uLift: { value: 0 },
  uSlides: { value: new Vector4(-1, 0, -1, 0) },
  uHovered: { value: -1 },
  uSelected: { value: -1 },
  uAccent: { value: new Color('#ffb65c') },
});

export const writeParting = (uniforms: OpenedUniforms, model: OpenedModel, parting: Parting): void => {
  uniforms.uGap.value = model.gapMetres * parting.open;
  uniforms.uLiftFloor.value = parting.liftFloor;
  uniforms.uLift.value = parting.liftMetres;
  uniforms.uSlides.value.set(
    parting.slideBox,
    parting.slideMetres,
    parting.leavingBox,
    parting.leavingMetres,
  );
};

const PLACE = /* glsl */ `
attribute vec4 owner;
attribute vec4 edge;
uniform sampler2D uBoxes;
uniform vec3 uOrigin;
uniform float uGap;
uniform float uLiftFloor;
uniform float uLift;
uniform vec4 uSlides;

vec3 parted() {
  vec3 p = position;
  p.z += owner.y * uGap + clamp(owner.y - uLiftFloor, 0.0, 1.0) * uLift;
  if (owner.x >= 0.0) p.xy += owner.zw * (owner.x == uSlides.x ? uSlides.y : owner.x == uSlides.z ? uSlides.w : 0.0);
  return p;
}
vec4 boxTexel() {
  if (owner.x < 0.0) return vec4(0.0, 0.0, 0.0, 1.0);
  int i = int(owner.x + 0.5);
  return texelFetch(uBoxes, ivec2(i & 255, i >> 8), 0);
}
`;

const VERTEX = /* glsl */ `
${SHADOW_VERTEX}
${PLACE}
uniform float uHovered;
uniform float uSelected;
varying vec3 vLocal;
varying vec4 vEdge;
varying float vRise;
flat varying vec3 vNormal;
flat varying vec4 vPaint;
/** x body 1, y hovered, z selected. */
flat varying vec3 vState;

void main() {
  vec4 texel = boxTexel();
  bool hollow = owner.x >= 0.0 && texel.a < 0.6;
#ifdef GLASS
  if (!hollow) {
#else
  if (hollow) {
#endif
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  vec3 p = parted();
  vec3 local = p + uOrigin;
  vLocal = local;
  vEdge = edge;
  vRise = edge.w > 50.0 ? (normal.z > 0.0 ? 1.0 : 0.0) : edge.y / max(edge.w, 0.1) * 0.5 + 0.5;
  vNormal = normal;
  vPaint = vec4(pow(texel.rgb, vec3(2.2)), texel.a);
  vState = vec3(
    owner.x < 0.0 ? 1.0 : 0.0,
    owner.x >= 0.0 && owner.x == uHovered ? 1.0 : 0.0,
    owner.x >= 0.0 && owner.x == uSelected ? 1.0 : 0.0
  );
  placeInShadow(local, normal);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(p, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
${LIGHT_FRAGMENT}
uniform vec3 uAccent;
varying vec3 vLocal;
varying vec4 vEdge;
varying float vRise;
flat varying vec3 vNormal;
flat varying vec4 vPaint;
flat varying vec3 vState;

const vec3 BODY = vec3(0.86, 0.84, 0.8);

void main() {
  vec3 toEye = normalize(uEye - vLocal);
  vec2 px = max(fwidth(vEdge.xy), vec2(1e-4));
  vec2 away = vEdge.zw - abs(vEdge.xy);
  // A line as wide as a pixel and a half or 6 cm, whichever is more; with AA.
  vec2 wide = max(vec2(0.06), px * 0.75) * (1.0 + 1.4 * vState.z);
  vec2 lines = 1.0 - smoothstep(wide, wide + px, away);
  float line = max(lines.x, lines.y);
  bool bevel = abs(vNormal.z) > 0.3 && abs(vNormal.z) < 0.95;

  vec3 base = vState.x > 0.5 ? BODY : vPaint.rgb;
  bool dim = vState.x < 0.5 && (vPaint.a < 0.3 || (vPaint.a > 0.6 && vPaint.a < 0.9));
  if (dim) base = mix(base, vec3(dot(base, vec3(0.3, 0.59, 0.11))), 0.3) * 0.86 + 0.03;

  float sun = sunShadow();
  // Between the floors it is darker below the plate above and beside the plate underneath.
  float occlusion = mix(0.72, 1.0, smoothstep(0.0, 0.5, vRise) * (1.0 - smoothstep(0.7, 1.06, vRise)) + (vNormal.z > 0.5 ? 1.0 : 0.0));
  vec3 light = lightOn(vNormal, sun, min(occlusion, 1.0));
  // Rooms are lived in: at night they shine a little by themselves.
  vec3 own = vState.x > 0.5 ? vec3(0.02) : base * mix(0.16, 0.85, uAir.y);
  vec3 colour = base * light + own;
  float facing = max(dot(vNormal, toEye), 0.0);
#ifdef GLASS
  colour = base * (0.6 + 0.55 * light) + own;
  float alpha = 0.3 + 0.16 * (1.0 - facing);
  alpha = max(alpha, line * 0.95);
  if (bevel) alpha = 0.72;
  if (dim) alpha *= 0.6;
#else
  float alpha = 1.0;
  colour *= 1.0 - 0.34 * line * (vState.x > 0.5 ? 0.35 : 1.0);
  if (bevel && vState.x < 0.5) colour = colour * 1.14 + 0.02;
#endif
  if (vState.y > 0.5) {
    colour = mix(colour, vec3(1.0), 0.13) + uAccent * 0.05;
    alpha = max(alpha, 0.4);
  }
  if (vState.z > 0.5) {
    // Selected: lit from within, brightest at its edges.
    float rim = max(line, bevel ? 1.0 : 0.0);
    colour = mix(colour, base * 1.15 + 0.1, 0.55) + uAccent * (0.16 + 0.3 * pow(1.0 - facing, 2.0));
    colour = mix(colour, uAccent * mix(2.2, 1.5, uAir.y), rim * 0.85);
    alpha = max(alpha, 0.62);
  }
  gl_FragColor = vec4(throughAir(colour, vLocal), alpha);
  ${FINISH_FRAGMENT}
}
`;

const DEPTH_VERTEX = /* glsl */ `
${PLACE}
void main() {
  vec4 texel = boxTexel();
  if (owner.x >= 0.0 && texel.a < 0.6) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  gl_Position = projectionMatrix * modelViewMatrix * vec4(parted(), 1.0);
}
`;

export interface OpenedMaterials {
  readonly solid: ShaderMaterial;
  readonly glass: ShaderMaterial;
  readonly depth: ShaderMaterial;
  dispose(): void;
}

export const createOpenedMaterials = (
  uniforms: OpenedUniforms,
  light: LightUniforms,
  quality: Quality,
): OpenedMaterials => {
  const shared = {
    uniforms: { ...light, ...uniforms },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
  };
  const solid = new ShaderMaterial({
    ...shared,
    name: 'opened-solid',
    defines: { SHADOW_TAPS: quality.shadowTaps },
  });
  const glass = new ShaderMaterial({
    ...shared,
    name: 'opened-glass',
    defines: { SHADOW_TAPS: quality.shadowTaps, GLASS: 1 },
    transparent: true,
    depthWrite: false,
    blending: NormalBlending,
  });
  const depth = new ShaderMaterial({
    name: 'opened-depth',
    uniforms,
    vertexShader: DEPTH_VERTEX,
    fragmentShader: 'void main() { gl_FragColor = vec4(1.0); }',
  });
  return {
    solid,
    glass,
    depth,
    dispose: () => {
      solid.dispose();
      glass.dispose();
      depth.dispose();
      uniforms.uBoxes.value.dispose();
    },
  };
};
