/**
 * What the ground is covered with, drawn in the fragment shader from a material number and four coordinates (metres along and across,
 * half sizes). Lines are filtered by the size of the pixel and fade to their average. Numbers are `PAVING` in `geometry/ground-writer.ts`.
 */
export const PAVING_GLSL = /* glsl */ `
/** Share of a pixel of width w at x within a of 0. */
float line(float x, float a, float w) {
  return clamp((min(x + 0.5 * w, a) - max(x - 0.5 * w, -a)) / w, 0.0, 1.0);
}
/** Lines of half width a every period p. */
float lines(float x, float p, float a, float w) {
  float seen = line((fract(x / p + 0.5) - 0.5) * p, a, w);
  return mix(seen, 2.0 * a / p, smoothstep(0.3, 0.8, w / p));
}

vec3 roadMarks(vec3 base, vec4 c, vec2 w) {
  float u = c.x;
  float v = abs(c.y);
  float half_ = c.z;
  float lanes = max(floor((half_ - 0.4) / 3.3), 1.0);
  float lane = (half_ - 0.5) / lanes;
  vec3 paint = vec3(0.78, 0.77, 0.73);
  float mark = line(v - half_ + 0.45, 0.075, w.y);
  float k = floor(v / lane + 0.5);
  if (k > 0.5 && k < lanes - 0.5) mark = max(mark, line(v - k * lane, 0.075, w.y) * lines(u, 9.0, 2.0, w.x));
  base = mix(base, paint, mark * 0.85);
  vec3 yellow = vec3(0.72, 0.5, 0.14);
  float centre = lanes > 1.5 ? line(v - 0.17, 0.075, w.y) : line(c.y, 0.075, w.y) * lines(u, 10.0, 2.5, w.x);
  return mix(base, yellow, centre * 0.85);
}

/** A ball court: surround, field, and its white lines. */
vec3 ballCourt(vec4 c, vec2 w, float chance) {
  vec2 field = c.zw - vec2(1.6);
  vec2 d = abs(c.xy);
  float px = max(w.x, w.y);
  float inside = clamp((field.x - d.x) / w.x + 0.5, 0.0, 1.0) * clamp((field.y - d.y) / w.y + 0.5, 0.0, 1.0);
  vec3 outer = vec3(0.16, 0.28, 0.2);
  vec3 inner = chance < 0.5 ? vec3(0.36, 0.14, 0.09) : vec3(0.11, 0.22, 0.34);
  vec3 colour = mix(outer, inner, inside);
  float edge = max(line(d.x - field.x, 0.06, w.x) * step(d.y, field.y), line(d.y - field.y, 0.06, w.y) * step(d.x, field.x));
  float centre = max(line(c.x, 0.06, w.x), line(length(c.xy) - 1.8, 0.06, px)) * inside;
  float key = line(length(c.xy - vec2(sign(c.x) * (field.x - 1.2), 0.0)) - min(6.2, field.y * 0.85), 0.06, px) * inside;
  return mix(colour, vec3(0.75), 0.8 * max(edge, max(centre, key)));
}

/** A running track around a lawn. */
vec3 runningTrack(vec4 c, vec2 w, vec3 lawn) {
  float r = length(c.xy / c.zw);
  float inward = (1.0 - r) * min(c.z, c.w);
  float px = max(w.x, w.y) * 1.2;
  float lanes = min(c.w * 0.3, 5.0);
  vec3 track = vec3(0.4, 0.155, 0.1);
  float marks = lines(inward, 1.22, 0.04, px);
  track = mix(track, vec3(0.7), marks * 0.6);
  float mown = 0.94 + 0.1 * step(0.5, fract(c.x / 9.0)) * (1.0 - smoothstep(1.0, 4.0, px));
  return mix(lawn * mown, track, clamp((lanes - inward) / px + 0.5, 0.0, 1.0));
}

vec3 parkingBays(vec3 base, vec4 c, vec2 w) {
  float row = c.w > 4.4 ? step(c.w - 5.2, abs(c.y)) : 1.0;
  float bay = lines(c.x + 1.25, 2.5, 0.06, w.x) * row;
  return mix(base, vec3(0.74, 0.73, 0.7), 0.7 * bay);
}

/** Slabs with joints every p metres. */
float joints(vec2 p, vec2 size, float a, vec2 w) {
  return max(lines(p.x, size.x, a, w.x), lines(p.y, size.y, a, w.y));
}
`;
