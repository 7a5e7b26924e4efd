/**
 * Facades while the picture moves on a slow machine. How a wall is divided is the same at all its corners, so it is reckoned there; a
 * pixel only asks whether it lies in a window. Proportions and colours are those of `facade-glsl.ts`, without what is smaller than a
 * window: bars, sills, doors, staircases, signs' letters.
 */
import { PLAIN_VERTEX } from '../materials/plain-glsl.ts';

const VARYINGS = /* glsl */ `
/** Bay and half a window in metres, sill and head as shares of a storey; above and below the podium. */
flat varying vec4 vBay;
/** Storey, podium and eaves in metres, what tells its windows from other walls'. */
flat varying vec4 vRise;
flat varying vec3 vBase;
flat varying vec3 vShop;
/** Bay of the shops, share of lit homes or offices, of lit shops; light of a sign. */
flat varying vec4 vLit;
/** What glass mirrors. */
varying vec3 vMirrored;
`;

export const PLAIN_FACADE_VERTEX = /* glsl */ `
${VARYINGS}
${PLAIN_VERTEX}
uniform vec2 uLit;

void drawPlainly(vec3 local, vec3 normal, vec3 wall, vec3 accent, vec3 roof, vec4 building, vec4 kind, float len) {
  float part = kind.x;
  float role = kind.y;
  float style = kind.z;
  float office = kind.w >= 100.0 ? 1.0 : 0.0;
  float units = max(kind.w - 100.0 * office, 1.0);
  bool upright = abs(normal.z) < 0.3;
  bool balcony = part == 6.0 && upright;
  bool windows = (part == 0.0 || balcony) && len > 2.0;

  float width = style == 5.0 ? 1.6 : style == 6.0 ? 3.8 : style == 7.0 ? 5.5 : style == 9.0 ? 3.0 : 3.3;
  float n = role == 1.0 ? units * 4.0 : role == 2.0 ? units * 5.0 : role == 3.0 ? floor(len / 9.0) : floor(len / width + 0.5);
  // A roof has no length.
  float bay = max(len / (balcony ? 1.0 : max(n, 1.0)), 0.1);
  vec3 window = vec3(min(bay * 0.29, 0.95), 0.31, 0.84);
  if (style == 3.0 || style == 4.0) window = vec3(min(bay * 0.31, 1.1), 0.24, 0.87);
  if (style == 5.0) window = vec3(bay * 0.47, 0.16, 0.97);
  if (style == 6.0) window = vec3(bay * 0.36, 0.28, 0.86);
  if (style == 7.0) window = vec3(bay * 0.32, 0.5, 0.82);
  if (style == 8.0) window = vec3(min(bay * 0.25, 0.7), 0.32, 0.76);
  if (style == 9.0) window = vec3(bay * 0.25, 0.2, 0.86);
  if (role == 1.0) window = vec3(min(bay * 0.27, 1.0), window.yz);
  if (role == 2.0) window = vec3(min(bay * 0.24, 0.7), 0.36, 0.84);
  if (role == 3.0) window = vec3(0.5, 0.42, 0.84);
  if (balcony) window = vec3(bay * 0.48, 0.36, 0.9);
  vBay = vec4(bay, window);

  float trim = style == 5.0 ? 0.35 : style == 6.0 ? 0.2 : style == 3.0 || style == 4.0 ? 0.2 : 0.03;
  vBase = mix(wall, accent, balcony ? 0.55 : trim);
  if (part == 1.0 || part == 2.0) vBase = roof;
  else if (part == 3.0) vBase = mix(wall, accent, style < 2.0 ? 0.35 : 0.1) * 1.04;
  else if (part == 4.0 || part == 10.0) vBase = wall;
  else if (part == 5.0) vBase = vec3(0.56, 0.58, 0.59);
  else if (part == 7.0 || part == 6.0 && !upright) vBase = mix(wall, vec3(0.7), 0.5);
  else if (part == 8.0) vBase = vec3(0.025, 0.035, 0.06);
  else if (part == 9.0) vBase = vec3(0.33, 0.2, 0.13);
  vShop = mix(accent, vBase, 0.25);
  // Where there are no windows, neither eaves nor a podium are ever reached.
  vRise = vec4(building.y, windows ? building.z : -1.0, windows ? building.x - 0.1 : -1e3, building.w * 977.0 + 7.0 * role + 13.0 * part);
  vLit = vec4(
    len / max(floor(len / 4.0 + 0.5), 1.0),
    mix(uLit.x, uLit.y, office),
    uLit.y * 1.25 + 0.12,
    part == 9.0 ? uAir.y * smoothstep(0.1, 0.4, uLit.y + uLit.x * 0.4) * 1.2 : 0.0
  );

  vec3 toEye = normalize(uEye - local);
  vec3 r = reflect(-toEye, normal);
  float fresnel = 0.09 + 0.91 * pow(1.0 - max(dot(normal, toEye), 0.0), 5.0);
  vMirrored = (r.z > 0.0 ? skyColour(r) : (uGroundLight + uSunColour * 0.12) * 0.5) * fresnel;
  float gloss = part == 8.0 ? 0.9 : part == 5.0 ? 0.25 : 0.0;
  // A surface that shines all over shows it as its own colour.
  if (gloss > 0.0) vBase += vMirrored * gloss / max(vSunlight + vAmbient, 0.05);
}
`;

export const PLAIN_FACADE_FRAGMENT = /* glsl */ `
${VARYINGS}
varying vec2 vWall;

float cover(float x, float a, float w) {
  return clamp((min(x + 0.5 * w, a) - max(x - 0.5 * w, -a)) / w, 0.0, 1.0);
}
float chanceOf(vec2 p) {
  vec3 q = fract(vec3(p.xyx) * 0.1031);
  q += dot(q, q.yzx + 33.33);
  return fract((q.x + q.y) * q.z);
}

/** Colour of the wall, and in shine the light of its windows; returns the share of glass. */
float plainFacade(out vec3 tone, out vec3 shine) {
  vec2 w = max(fwidth(vWall), vec2(1e-4));
  float shop = vWall.y < vRise.y ? 1.0 : 0.0;
  vec4 bay = mix(vBay, vec4(vLit.x, vLit.x * 0.44, 0.06, 0.7), shop);
  float tall = mix(vRise.x, max(vRise.y, 1.0), shop);
  float up = vWall.y - vRise.y * (1.0 - shop) * step(0.0, vRise.y);
  vec2 at = vec2(vWall.x / bay.x, up / tall);
  vec2 cell = floor(at);
  vec2 within = at - cell;
  // Averages where bays or storeys are too small to draw, as in the full picture.
  vec2 small = clamp((w / vec2(bay.x, tall) - 0.35) * 1.8, 0.0, 1.0);
  float half_ = (bay.w - bay.z) * 0.5;
  float across = mix(cover((within.x - 0.5) * bay.x, bay.y, w.x), 2.0 * bay.y / bay.x, small.x);
  float upward = mix(cover((within.y - bay.z - half_) * tall, half_ * tall, w.y), 2.0 * half_, small.y);
  float glass = across * upward * step(0.05, vWall.y) * step(vWall.y, vRise.z);
  vec3 base = mix(vBase, vShop, shop);
  float id = chanceOf(cell + vRise.w);
  float room = id > 0.66 ? 0.22 : 0.06;
  tone = mix(base, vec3(room), glass * 0.9);
  float share = mix(vLit.y, vLit.z, shop);
  float on = id < share ? 1.0 : 0.0;
  vec3 lamp = mix(vec3(1.0, 0.62, 0.3), vec3(0.93, 0.91, 0.87), fract(id * 57.31) * 0.6);
  on = mix(on, share, max(small.x, small.y));
  shine = lamp * (on * glass * uAir.y * 0.75) + vBase * vLit.w;
  return glass;
}
`;
