/** The vertex shader's part of a ribbon of `geometry/ribbons`: how wide a line is, the distance to the eye decides. */
export const RIBBON = /* glsl */ `
attribute vec2 across;
attribute float side;
uniform vec2 uLens;
/** Metres of the ground that a pixel of the screen covers there. */
float metresPerPixel(vec4 view) {
  return 2.0 * max(-view.z, 1.0) * uLens.y / uLens.x;
}
/** The corner of a ribbon so many metres wide, as high over the ground; a little nearer to the eye than what it lies on. */
vec4 ribbonCorner(float width, float height) {
  vec3 p = position;
  p.xy += across * side * width * 0.5;
  p.z += height;
  vec4 corner = projectionMatrix * modelViewMatrix * vec4(p, 1.0);
  corner.z -= 0.0006 * corner.w;
  return corner;
}
/** Over the ground, and nearer to the eye than it by more than the terrain bends within the ribbon. */
float overGround(float width) {
  return 0.35 + width * 0.06;
}
`;
