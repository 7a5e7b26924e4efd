/** The vertex shader of everything that is drawn with the land's own triangles. */
import { SHADOW_VERTEX } from '../materials/light-glsl.ts';

export const GROUND_VERTEX = `${SHADOW_VERTEX}
varying vec3 vLocal;
varying vec3 vNormal;
void main() {
  vLocal = position;
  vNormal = normal;
  placeInShadow(position, normalize(normal));
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;
