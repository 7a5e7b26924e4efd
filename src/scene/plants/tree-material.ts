/** Trees: a few crowns, each with its own size, turn, hue and season; near ones as instances, far ones as one mesh. */
import { ShaderMaterial, type Vector4 } from 'three';
import type { LightUniforms } from '../light/light-uniforms.ts';
import { FINISH_FRAGMENT, LIGHT_FRAGMENT, SHADOW_VERTEX } from '../materials/light-glsl.ts';
import { NOISE_GLSL } from '../materials/noise-glsl.ts';
import { PLAIN_VERTEX, plainFinish } from '../materials/plain-glsl.ts';
import type { Quality } from '../quality.ts';

const PLACE = /* glsl */ `
attribute vec4 stand;
attribute vec4 growth;
vec3 grown(vec3 shape, vec2 turn) {
  vec2 flat_ = vec2(shape.x * turn.x - shape.y * turn.y, shape.x * turn.y + shape.y * turn.x);
  return stand.xyz + vec3(flat_ * growth.x, shape.z * stand.w);
}
`;

const VERTEX = /* glsl */ `
${PLACE}
#ifdef FAR
attribute vec2 leafAndKind;
uniform vec4 uNear;
#else
attribute float leaf;
uniform float uKind;
#endif
uniform vec3 uSeason;
#ifdef PLAIN
varying vec3 vGlow;
#else
varying vec3 vLocal;
varying vec3 vNormal;
varying float vLeaf;
flat varying vec3 vTone;
#endif

vec3 crownTone(float kind) {
  float hue = growth.z;
  float turn = growth.w;
  vec3 fresh = mix(vec3(0.135, 0.19, 0.06), vec3(0.215, 0.235, 0.075), hue);
  vec3 gold = mix(vec3(0.42, 0.27, 0.06), vec3(0.36, 0.14, 0.05), hue * hue);
  vec3 bare = vec3(0.2, 0.165, 0.125);
  if (kind > 1.5 && kind < 2.5) return mix(vec3(0.07, 0.125, 0.06), vec3(0.1, 0.145, 0.07), hue);
  if (kind < 0.5) fresh *= 0.95;
  else if (kind < 1.5) { fresh = mix(fresh, vec3(0.2, 0.23, 0.1), 0.5); gold = mix(gold, vec3(0.45, 0.33, 0.08), 0.7); }
  else fresh *= 0.8;
  fresh = mix(fresh, fresh * vec3(1.25, 1.3, 1.1), uSeason.z);
  vec3 tone = mix(fresh, gold, smoothstep(turn - 0.2, turn + 0.2, uSeason.x * 1.2));
  return mix(tone, bare, uSeason.y * smoothstep(0.1, 0.5, uSeason.y + 0.4 * turn));
}

void main() {
#ifdef FAR
  // Drawn as an instance instead.
  if (distance(stand.xyz, uNear.xyz) < uNear.w) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  float leaf = leafAndKind.x;
  float kind = leafAndKind.y;
#else
  float kind = uKind;
#endif
  vec2 turn = vec2(cos(growth.y), sin(growth.y));
  vec3 local = grown(position, turn);
  vec3 n = normalize(vec3(normal.x * turn.x - normal.y * turn.y, normal.x * turn.y + normal.y * turn.x, normal.z));
#ifdef PLAIN
  vec3 tone = leaf < 0.05 ? vec3(0.19, 0.15, 0.11) : crownTone(kind);
  float depth = leaf < 0.05 ? 0.6 : mix(0.42, 1.0, leaf);
  shineOn(local, n);
  float facing = max((dot(n, uSunDir) + 0.35) / 1.35, 0.0);
  vec3 ambient = mix(uGroundLight, uSkyLight, n.z * 0.5 + 0.5) * depth;
  float lamp = groundMap(stand.xy).y * uAir.y * 0.7 * (1.0 - leaf * 0.75);
  vGlow = tone * (uSunColour * facing * mix(0.6, 1.0, depth) + ambient + LAMP * lamp);
#else
  vLocal = local;
  vNormal = n;
  vLeaf = leaf;
  vTone = crownTone(kind);
  placeInShadow(local + n * 0.5, n);
#endif
  gl_Position = projectionMatrix * modelViewMatrix * vec4(local, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
varying vec3 vLocal;
varying vec3 vNormal;
varying float vLeaf;
flat varying vec3 vTone;
${LIGHT_FRAGMENT}
${NOISE_GLSL}

void main() {
  vec3 normal = normalize(vNormal);
  float px = length(fwidth(vLocal));
  float leaves = 0.5;
  if (px < 1.0) {
    leaves = noise(vLocal.xy * 2.3 + vLocal.z * 1.9) * 0.6 + noise(vLocal.xy * 5.9 - vLocal.z * 4.7) * 0.4;
    leaves = mix(leaves, 0.5, smoothstep(0.25, 1.0, px));
  }
  vec3 colour = vTone * (0.72 + 0.56 * leaves);
  float depth = mix(0.42, 1.0, vLeaf);
  if (vLeaf < 0.05) { colour = vec3(0.19, 0.15, 0.11); depth = 0.6; }
  normal = normalize(normal + (leaves - 0.5) * 0.7);
  float sun = sunShadow();
  // Leaves let light through: it wraps around the crown, and glows against the sun.
  float facing = (dot(normal, uSunDir) + 0.35) / 1.35;
  vec3 toEye = normalize(uEye - vLocal);
  float against = max(-dot(toEye, uSunDir), 0.0);
  float through = against * against * against * against * 0.35;
  vec3 ambient = mix(uGroundLight, uSkyLight, normal.z * 0.5 + 0.5) * depth;
  vec2 ground = groundMap(vLocal.xy);
  vec3 light = uSunColour * (max(facing, 0.0) + through) * sun * mix(0.6, 1.0, depth) + ambient;
  light += LAMP * ground.y * uAir.y * 0.7 * (1.0 - vLeaf * 0.75);
  gl_FragColor = vec4(throughAir(colour * light, vLocal), 1.0);
  ${FINISH_FRAGMENT}
}
`;

const PLAIN = /* glsl */ `
varying vec3 vGlow;
varying vec4 vAir;
void main() {
  vec3 colour = vGlow;
  ${plainFinish()}
}
`;

const DEPTH_VERTEX = /* glsl */ `
${PLACE}
void main() {
  gl_Position = projectionMatrix * modelViewMatrix * vec4(grown(position, vec2(cos(growth.y), sin(growth.y))), 1.0);
}
`;

interface TreeUniforms {
  /** Shares of gold, bare and fresh. */
  readonly uSeason: { readonly value: unknown };
  /** Trees less than w metres from xyz are drawn as instances. */
  readonly uNear: { readonly value: Vector4 };
}

/** Of the instances of one kind, or of the mesh of all that are far. */
type Which = number | 'far';

const ofWhich = (light: LightUniforms, which: Which, { uSeason, uNear }: TreeUniforms) => ({
  uniforms: { ...light, uSeason, ...(which === 'far' ? { uNear } : { uKind: { value: which } }) },
  defines: which === 'far' ? { FAR: '' } : {},
});

export const createTreeMaterial = (
  light: LightUniforms,
  quality: Quality,
  which: Which,
  own: TreeUniforms,
): ShaderMaterial => {
  const { uniforms, defines } = ofWhich(light, which, own);
  return new ShaderMaterial({
    name: which === 'far' ? 'far-trees' : 'trees',
    uniforms,
    defines: { ...defines, SHADOW_TAPS: quality.shadowTaps },
    vertexShader: SHADOW_VERTEX + VERTEX,
    fragmentShader: FRAGMENT,
  });
};

/** For a picture that moves on a slow machine: a crown takes its light at its corners. */
export const createPlainTreeMaterial = (
  light: LightUniforms,
  which: Which,
  own: TreeUniforms,
): ShaderMaterial => {
  const { uniforms, defines } = ofWhich(light, which, own);
  return new ShaderMaterial({
    name: which === 'far' ? 'plain-far-trees' : 'plain-trees',
    uniforms,
    defines: { ...defines, PLAIN: '' },
    vertexShader: PLAIN_VERTEX + VERTEX,
    fragmentShader: PLAIN,
  });
};

export const createTreeDepthMaterial = (): ShaderMaterial =>
  new ShaderMaterial({
    name: 'trees-depth',
    vertexShader: DEPTH_VERTEX,
    fragmentShader: 'void main() { gl_FragColor = vec4(1.0); }',
  });
