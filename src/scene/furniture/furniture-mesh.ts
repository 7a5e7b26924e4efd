/** The mesh of painted things in the street: one material, one draw call a mesh. */
import { BufferAttribute, BufferGeometry, Mesh, ShaderMaterial } from 'three';
import type { FurnitureMesh } from '../../geometry/street-furniture.ts';
import { LAYER } from '../layers.ts';
import type { LightUniforms } from '../light/light-uniforms.ts';
import { FINISH_FRAGMENT, LIGHT_FRAGMENT, SHADOW_VERTEX } from '../materials/light-glsl.ts';
import type { Quality } from '../quality.ts';

const VERTEX = /* glsl */ `
attribute vec4 tint;
varying vec3 vLocal;
flat varying vec3 vNormal;
flat varying vec4 vTint;
void main() {
  vLocal = position;
  vNormal = normalize(normal);
  vTint = vec4(pow(tint.rgb, vec3(2.2)), tint.a);
  placeInShadow(position, vNormal);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
varying vec3 vLocal;
flat varying vec3 vNormal;
flat varying vec4 vTint;
${LIGHT_FRAGMENT}
void main() {
  vec2 ground = groundMap(vLocal.xy + vNormal.xy * 0.8);
  vec3 light = lightOn(vNormal, sunShadow(), ground.x * mix(0.82, 1.0, vNormal.z * 0.5 + 0.5)) + LAMP * ground.y * uAir.y * 0.9;
  vec3 colour = vTint.rgb * light;
  vec3 toEye = normalize(uEye - vLocal);
  vec3 r = reflect(-toEye, vNormal);
  float dark = 1.0 - smoothstep(0.02, 0.12, dot(vTint.rgb, vec3(0.33)));
  colour += skyColour(vec3(r.xy, abs(r.z))) * dark * 0.25;
  colour += vTint.rgb * vTint.a * uAir.y * 3.0;
  gl_FragColor = vec4(throughAir(colour, vLocal), 1.0);
  ${FINISH_FRAGMENT}
}
`;

export const createFurnitureMesh = (
  arrays: FurnitureMesh,
  light: LightUniforms,
  quality: Quality,
): Mesh<BufferGeometry, ShaderMaterial> => {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(arrays.positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(arrays.normals, 4, true));
  geometry.setAttribute('tint', new BufferAttribute(arrays.colours, 4, true));
  geometry.setIndex(new BufferAttribute(arrays.indices, 1));
  const material = new ShaderMaterial({
    name: 'furniture',
    uniforms: { ...light },
    defines: { SHADOW_TAPS: quality.shadowTaps },
    vertexShader: SHADOW_VERTEX + VERTEX,
    fragmentShader: FRAGMENT,
  });
  const mesh = new Mesh(geometry, material);
  mesh.castShadow = true;
  mesh.renderOrder = LAYER.furniture;
  mesh.matrixAutoUpdate = false;
  mesh.raycast = () => undefined;
  return mesh;
};
