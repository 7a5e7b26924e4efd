/**
 * What tiles are drawn with: their own materials in the scene's light, with three things added. Photographs that bring their light with
 * them dim with the day; everything steps back while a building is opened; and where that building stands the tiles are left out, so
 * that its floors are seen instead of its photograph.
 */
import { type IUniform, Material, type Mesh, MeshStandardMaterial, type Object3D, Vector2 } from 'three';
import type { LightUniforms } from '../light/light-uniforms.ts';

/** Corners of the outline that is cut out; one with more is thinned. */
const MOST_CORNERS = 64;
/** Photographs reach over the outline: balconies, eaves, and what matching of pictures leaves on walls. */
const BEYOND_METRES = 1.2;

export interface TileUniforms {
  [name: string]: IUniform;
  readonly uCut: IUniform<Vector2[]>;
  readonly uCutCorners: IUniform<number>;
  readonly uFade: IUniform<number>;
}

export const createTileUniforms = ({ uSunColour, uSkyLight, uHorizon }: LightUniforms): TileUniforms => ({
  uSunColour,
  uSkyLight,
  uHorizon,
  uCut: { value: Array.from({ length: MOST_CORNERS }, () => new Vector2()) },
  uCutCorners: { value: 0 },
  uFade: { value: 0 },
});

/** Leaves out what stands on the outline (local metres); null leaves out nothing. */
export const setCut = (
  { uCut, uCutCorners }: TileUniforms,
  outline: readonly (readonly [number, number])[] | null,
): void => {
  const corners = outline ?? [];
  const step = Math.max(1, Math.ceil(corners.length / MOST_CORNERS));
  let count = 0;
  for (let at = 0; at < corners.length; at += step) {
    const [x, y] = corners[at] as readonly [number, number];
    uCut.value[count++]?.set(x, y);
  }
  uCutCorners.value = count;
};

const VERTEX_HEAD = /* glsl */ `
varying vec2 vGround;
void main() {`;
/** Three's world is y up: local east is x, local north is -z. */
const VERTEX_PLACE = /* glsl */ `
#include <project_vertex>
vec4 standing = vec4(transformed, 1.0);
#ifdef USE_INSTANCING
standing = instanceMatrix * standing;
#endif
standing = modelMatrix * standing;
vGround = vec2(standing.x, -standing.z);`;

const FRAGMENT_HEAD = /* glsl */ `
varying vec2 vGround;
uniform vec2 uCut[${MOST_CORNERS}];
uniform int uCutCorners;
uniform float uFade;
uniform vec3 uSunColour;
uniform vec3 uSkyLight;
uniform vec3 uHorizon;
bool isCut(vec2 p) {
  bool inside = false;
  for (int i = 0; i < ${MOST_CORNERS}; i++) {
    if (i >= uCutCorners) break;
    vec2 a = uCut[i];
    vec2 b = uCut[i == 0 ? uCutCorners - 1 : i - 1];
    vec2 along = b - a;
    vec2 off = p - a - along * clamp(dot(p - a, along) / max(dot(along, along), 1e-6), 0.0, 1.0);
    if (dot(off, off) < ${(BEYOND_METRES * BEYOND_METRES).toFixed(3)}) return true;
    if ((a.y > p.y) != (b.y > p.y) && p.x < along.x * (p.y - a.y) / along.y + a.x) inside = !inside;
  }
  return inside;
}
void main() {
  if (uCutCorners > 0 && isCut(vGround)) discard;`;
const FRAGMENT_LIGHT = /* glsl */ `
#ifdef UNLIT_TILE
outgoingLight *= min(uSunColour * 0.4 + uSkyLight * 0.7, vec3(1.0));
#endif
float bodyOfTile = dot(outgoingLight, vec3(0.3, 0.59, 0.11));
vec3 ghostOfTile = mix(uHorizon, uSkyLight, 0.5) * (0.32 + 0.5 * min(bodyOfTile, 1.4));
outgoingLight = mix(outgoingLight, ghostOfTile, uFade * 0.6);
#include <opaque_fragment>`;

const patched = new WeakSet<Material>();

const patch = (material: Material, uniforms: TileUniforms): void => {
  if (patched.has(material)) return;
  patched.add(material);
  // There is nothing around that a metal could mirror; many makers leave the default, which is metal.
  if (material instanceof MeshStandardMaterial) material.metalness = 0;
  else {
    // A photograph has been developed once already.
    material.toneMapped = false;
    material.defines = { ...material.defines, UNLIT_TILE: '' };
  }
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms);
    shader.vertexShader = shader.vertexShader
      .replace('void main() {', VERTEX_HEAD)
      .replace('#include <project_vertex>', VERTEX_PLACE);
    shader.fragmentShader = shader.fragmentShader
      .replace('void main() {', FRAGMENT_HEAD)
      .replace('#include <opaque_fragment>', FRAGMENT_LIGHT);
  };
  material.customProgramCacheKey = () => 'linli tile';
};

/** Prepares everything that a tile draws. */
export const dressTile = (tile: Object3D, uniforms: TileUniforms, renderOrder: number): void => {
  tile.traverse((object) => {
    object.raycast = () => undefined;
    const { material } = object as Mesh;
    if (!material) return;
    object.renderOrder = renderOrder;
    for (const each of [material].flat()) if (each instanceof Material) patch(each, uniforms);
  });
};
