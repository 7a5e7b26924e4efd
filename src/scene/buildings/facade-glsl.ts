/**
 * Facades drawn in the fragment shader: bays along the wall, storeys up it, in each a window, a door or a shop front. Every edge is
 * filtered by the size of the pixel (exact box filter), and where a bay shrinks below a few pixels its average takes over, so that
 * nothing shimmers. The numbers of parts and roles are those of `geometry/building-writer.ts`, bays those of `building-details.ts`.
 */
export const FACADE_GLSL = /* glsl */ `
struct Surface {
  vec3 colour;
  float glass;
  vec3 emission;
  float shade;
  vec2 tilt;
};

float hash(vec3 p) {
  p = fract(p * vec3(0.1031, 0.1130, 0.0977));
  p += dot(p, p.yzx + 33.33);
  return fract((p.x + p.y) * p.z);
}
/** Share of a pixel of width w at x that lies within a of 0. */
float cover(float x, float a, float w) {
  return clamp((min(x + 0.5 * w, a) - max(x - 0.5 * w, -a)) / w, 0.0, 1.0);
}
float soft(vec2 p) {
  vec2 i = floor(p);
  vec2 f = fract(p);
  f = f * f * (3.0 - 2.0 * f);
  float a = hash(vec3(i, 1.0));
  float b = hash(vec3(i + vec2(1.0, 0.0), 1.0));
  float c = hash(vec3(i + vec2(0.0, 1.0), 1.0));
  float d = hash(vec3(i + vec2(1.0, 1.0), 1.0));
  return mix(mix(a, b, f.x), mix(c, d, f.x), f.y);
}

/** Light behind a window: by its own chance against the share that is lit, in its own warmth. */
vec3 windowLight(float chance, float share, float office) {
  float on = smoothstep(chance - 0.015, chance + 0.015, share);
  float tone = fract(chance * 57.31);
  vec3 warm = mix(vec3(1.0, 0.58, 0.24), vec3(1.0, 0.78, 0.5), tone);
  vec3 cool = mix(vec3(0.86, 0.92, 1.0), vec3(1.0, 0.9, 0.74), tone);
  vec3 colour = mix(tone > 0.86 ? cool * 0.85 : warm, cool, office);
  return colour * on * (0.5 + 0.75 * fract(chance * 91.7));
}

/** A wall with windows. u and h in metres along and up, w the size of a pixel there. */
Surface facade(vec2 p, vec2 w, float len, float part, float role, float style, float units, float office) {
  float eaves = vBuilding.x;
  float storey = vBuilding.y;
  float podium = vBuilding.z;
  float seed = vBuilding.w;
  float night = uAir.y;
  Surface s = Surface(vWallColour, 0.0, vec3(0.0), 1.0, vec2(0.0));
  float far = max(w.x, w.y);

  bool shop = p.y < podium && podium > 0.1;
  float tall = shop ? podium : storey;
  float up = shop ? p.y : p.y - podium;
  float floorNo = floor(up / tall);
  float y = up - floorNo * tall;
  if (shop) { floorNo = 0.0; y = p.y; } else floorNo += 1.0;

  // How the wall is divided: n bays; a half window width; sill and head as shares of the storey.
  float n;
  float halfWidth;
  float sill = 0.31;
  float head = 0.84;
  float bandShare = 0.0;
  bool slab = role > 0.5;
  if (shop) { n = max(floor(len / 4.0 + 0.5), 1.0); }
  else if (part == 6.0) { n = 1.0; }
  else if (role == 1.0) { n = max(units, 1.0) * 4.0; }
  else if (role == 2.0) { n = max(units, 1.0) * 5.0; }
  else if (role == 3.0) { n = max(floor(len / 9.0), 1.0); }
  else if (style == 5.0) { n = max(floor(len / 1.6 + 0.5), 1.0); }
  else if (style == 6.0) { n = max(floor(len / 3.8 + 0.5), 1.0); }
  else if (style == 7.0) { n = max(floor(len / 5.5 + 0.5), 1.0); }
  else if (style == 9.0) { n = max(floor(len / 3.0 + 0.5), 1.0); }
  else n = max(floor(len / 3.3 + 0.5), 1.0);
  float bay = len / n;
  float i = floor(p.x / bay);
  float x = p.x - (i + 0.5) * bay;
  float place = 0.0;
  float shift = 0.0;
  halfWidth = min(bay * 0.29, 0.95);
  float accent = 0.0;
  if (shop) { halfWidth = bay * 0.44; sill = 0.06; head = 0.7; }
  else if (part == 6.0) { halfWidth = bay * 0.5 - 0.08; sill = 0.36; head = 0.9; s.colour = mix(vWallColour, vAccent, 0.55); }
  else if (role == 1.0) { halfWidth = min(bay * 0.27, 1.0); }
  else if (role == 2.0) {
    place = mod(i, 5.0);
    if (place == 2.0) { halfWidth = 0.75; shift = 0.5; sill = 0.3; head = 0.8; }
    else if (place == 1.0 || place == 3.0) { halfWidth = 0.38; sill = 0.48; head = 0.82; }
    else { halfWidth = min(bay * 0.27, 0.8); sill = 0.36; }
  }
  else if (role == 3.0) { halfWidth = 0.5; sill = 0.42; head = 0.84; }
  else if (style == 5.0) { halfWidth = bay * 0.5 - 0.05; sill = 0.16; head = 0.97; }
  else if (style == 6.0) { halfWidth = bay * 0.36; sill = 0.28; head = 0.86; accent = 0.5; }
  else if (style == 7.0) { halfWidth = bay * 0.32; sill = 0.5; head = 0.82; }
  else if (style == 8.0) { halfWidth = min(bay * 0.25, 0.7); sill = 0.32; head = 0.76; }
  else if (style == 9.0) { halfWidth = bay * 0.25; sill = 0.2; head = 0.86; }
  else if (style == 3.0 || style == 4.0) { halfWidth = min(bay * 0.31, 1.1); sill = 0.24; head = 0.87; accent = mod(i, 3.0) == 1.0 ? 0.8 : 0.0; }
  else accent = 0.0;

  if (shift > 0.0 && !shop) {
    float lifted = up + shift * tall;
    floorNo = floor(lifted / tall) + 1.0;
    y = lifted - (floorNo - 1.0) * tall;
  }
  float lower = sill * tall;
  float upper = head * tall;
  float middle = (lower + upper) * 0.5;
  float halfHeight = (upper - lower) * 0.5;
  bool door = role == 2.0 && place == 2.0 && p.y < storey * 0.92 && !shop && podium < 0.1;
  if (door) { y = p.y; middle = 1.1; halfHeight = 1.15; halfWidth = 0.8; }
  bool inWall = p.y > 0.05 && p.y < eaves - 0.1 && len > 2.0;

  // Coverage of the opening and of the glass in it; averages where bays or storeys are too small to draw.
  float bx = smoothstep(0.35, 0.9, w.x / bay);
  float by = smoothstep(0.35, 0.9, w.y / tall);
  float frame = 0.07;
  float ox = mix(cover(x, halfWidth, w.x), 2.0 * halfWidth / bay, bx);
  float oy = mix(cover(y - middle, halfHeight, w.y), 2.0 * halfHeight / tall, by);
  float gx = mix(cover(x, halfWidth - frame, w.x), 2.0 * (halfWidth - frame) / bay, bx);
  float gy = mix(cover(y - middle, halfHeight - frame, w.y), 2.0 * (halfHeight - frame) / tall, by);
  float bar = mix(cover(abs(x) - (part == 6.0 || shop ? halfWidth * 0.5 : 0.0), 0.035, w.x), 0.04, bx);
  if (part == 6.0 || shop) bar = max(bar, mix(cover(x, 0.035, w.x), 0.02, bx));
  float open = inWall ? ox * oy : 0.0;
  float glass = inWall ? gx * gy * (1.0 - bar) : 0.0;

  // Wall: bands at the floors, accent strips, corners, the plinth.
  float band = mix(cover(up - floor(up / tall + 0.5) * tall, 0.07, w.y), 0.14 / tall, by);
  vec3 base = s.colour;
  if (accent > 0.0 && style != 6.0) base = mix(base, vAccent, accent * (1.0 - bx) + 0.27 * bx);
  if (style == 6.0) base = mix(base, vAccent, accent * (mod(floorNo, 2.0) < 0.5 ? 0.0 : 1.0) * step(y, lower) * (1.0 - by));
  if (style == 5.0) base = mix(base, vAccent, 0.35);
  if (style == 1.0 || style == 0.0) base = mix(base, vAccent, band * 0.75);
  else base = mix(base, base * 0.86, band);
  if (shop) base = mix(vAccent, base, 0.25);
  float corner = cover(min(p.x, len - p.x), 0.14, w.x);
  base = mix(base, base * 1.07 + 0.02, corner * 0.7);
  if (p.y < 0.55) base = mix(base, vec3(0.36, 0.35, 0.335), cover(p.y - 0.1, 0.4, w.y) * (part == 6.0 ? 0.0 : 0.75));
  // Rain and dust: a wall is never one colour.
  if (far < 0.6) base *= 0.97 + 0.06 * soft(vec2(p.x * 0.6, p.y * 0.14) + seed * 61.0);
  // Under the sill and beside a balcony it is a little darker.
  s.shade *= 1.0 - 0.16 * (1.0 - by) * cover(y - lower + 0.16, 0.13, w.y) * ox * (inWall ? 1.0 : 0.0);
  if (role == 1.0 && !shop) {
    float stack = mod(i, 4.0);
    float toStack = stack == 0.0 ? bay * 0.5 - x : stack == 3.0 ? bay * 0.5 + x : 0.0;
    s.shade *= 1.0 - 0.32 * exp(-max(toStack, 0.0) / 0.5) * (1.0 - bx);
  }

  float id = hash(vec3(i + 7.0 * role, floorNo + 13.0 * part, seed * 977.0));
  vec3 frameColour = door ? vec3(0.2, 0.17, 0.15) : style == 5.0 ? vec3(0.5) : mix(vec3(0.78), vAccent, 0.2);
  s.colour = mix(base, frameColour, open);
  // Behind the glass: a dark room, sometimes a curtain; the lintel throws its shadow on the upper part.
  vec3 room = mix(vec3(0.05, 0.06, 0.07), vec3(0.42, 0.39, 0.34), step(0.66, fract(id * 17.0)) * 0.55);
  if (style == 5.0) room = vec3(0.06, 0.085, 0.1);
  if (door) room = vec3(0.06, 0.05, 0.045);
  float lintel = 1.0 - 0.45 * smoothstep(middle + halfHeight - 0.42, middle + halfHeight, y) * (1.0 - by);
  s.colour = mix(s.colour, room * lintel, glass);
  s.glass = glass * (door ? 0.3 : 1.0) * lintel;
  s.tilt = (vec2(fract(id * 31.0), fract(id * 47.0)) - 0.5) * 0.035 * (1.0 - max(bx, by));

  if (night > 0.0) {
    float share = shop ? uLit.y * 1.25 + 0.12 : mix(uLit.x, uLit.y, office);
    if (role == 2.0 && place == 2.0) share = 0.55;
    if (role == 2.0 && place == 1.0) share *= 0.45;
    // Where windows are too small to tell apart, every one glows with the share of them all.
    vec3 own = windowLight(clamp(id, 0.02, 0.98), share, shop ? 0.55 : office);
    vec3 mean = mix(vec3(1.0, 0.68, 0.36), vec3(0.93, 0.91, 0.87), office) * share * 0.85;
    vec3 light = mix(own, mean, max(bx, by));
    float curtain = 0.72 + 0.28 * smoothstep(-halfHeight, halfHeight, y - middle);
    s.emission = light * glass * curtain * night * (shop ? 1.25 : 1.0);
    if (door) s.emission = vec3(1.0, 0.7, 0.4) * 0.35 * open * night;
  }
  return s;
}

/** Shop signs: one a shop, muted by day, lit in the evening. */
Surface shopSign(vec2 p, vec2 w, float len) {
  float n = max(floor(len / 4.0 + 0.5), 1.0);
  float bay = len / n;
  float i = floor(p.x / bay);
  float x = p.x - (i + 0.5) * bay;
  float id = hash(vec3(i, 3.0, vBuilding.w * 977.0));
  vec3 colour = id < 0.3 ? vec3(0.42, 0.08, 0.06) : id < 0.5 ? vec3(0.06, 0.13, 0.27) : id < 0.65 ? vec3(0.05, 0.2, 0.13) : id < 0.82 ? vec3(0.56, 0.36, 0.1) : vec3(0.6, 0.58, 0.54);
  float bx = smoothstep(0.35, 0.9, w.x / bay);
  float plate = mix(cover(x, bay * 0.47, w.x), 0.94, bx);
  Surface s = Surface(mix(vec3(0.3), colour, plate), 0.0, vec3(0.0), 1.0, vec2(0.0));
  float glyphs = 0.0;
  float top = vBuilding.z - 0.1 - 0.5 * min(1.1, vBuilding.y * 0.35);
  float many = 3.0 + floor(id * 4.0);
  float g = x / (bay * 0.62) * many;
  if (abs(g) < many * 0.5) glyphs = cover(fract(g) - 0.5, 0.33, w.x * many / (bay * 0.62)) * cover(p.y - top, 0.24, w.y);
  glyphs *= (1.0 - bx) * (0.55 + 0.45 * step(0.4, hash(floor(vec3(p * 9.0, id * 50.0)))));
  vec3 ink = id > 0.82 ? vec3(0.45, 0.08, 0.06) : vec3(0.85, 0.8, 0.68);
  s.colour = mix(s.colour, ink, glyphs);
  s.emission = (colour * 0.9 + 0.05 + ink * glyphs * 1.1) * plate * uAir.y * smoothstep(0.1, 0.4, uLit.y + uLit.x * 0.4);
  return s;
}
`;
