/**
 * A picture laid on the land: the terrain's own triangles drawn once more where the picture lies, straight after the terrain and before
 * roads and areas. The terrain's shader stays as it is, so that a community without pictures pays nothing, and one may have many.
 */
import { CustomBlending, Matrix3, ShaderMaterial, type Texture } from 'three';
import type { Homography } from '../../geometry/quad-transform.ts';
import type { LightUniforms } from '../light/light-uniforms.ts';
import { FINISH_FRAGMENT, LIGHT_FRAGMENT } from '../materials/light-glsl.ts';
import type { Quality } from '../quality.ts';
import { GROUND_VERTEX } from './ground-vertex.ts';

const FRAGMENT = /* glsl */ `
varying vec3 vLocal;
varying vec3 vNormal;
uniform sampler2D uPicture;
uniform mat3 uToPicture;
${LIGHT_FRAGMENT}

void main() {
  vec3 h = uToPicture * vec3(vLocal.xy, 1.0);
  vec2 at = h.xy / h.z;
  // Before any leaves: the picture's detail level is found from neighbours.
  vec4 seen = texture2D(uPicture, at);
  if (at.x < 0.0 || at.y < 0.0 || at.x > 1.0 || at.y > 1.0 || seen.a < 0.004) discard;
  vec2 ground = groundMap(vLocal.xy);
  vec3 light = lightOn(normalize(vNormal), sunShadow(), ground.x) + LAMP * ground.y * uAir.y * 1.3;
  // Taken by day: at night it steps back behind the land's own tones.
  float strength = seen.a * (1.0 - 0.45 * uAir.y);
  gl_FragColor = vec4(throughAir(seen.rgb * light, vLocal), strength);
  ${FINISH_FRAGMENT}
}
`;

export const createPictureMaterial = (
  light: LightUniforms,
  quality: Quality,
  texture: Texture,
  toPicture: Homography,
): ShaderMaterial =>
  new ShaderMaterial({
    name: 'ground-picture',
    uniforms: {
      ...light,
      uPicture: { value: texture },
      uToPicture: { value: new Matrix3(...toPicture) },
    },
    defines: { SHADOW_TAPS: quality.shadowTaps },
    vertexShader: GROUND_VERTEX,
    fragmentShader: FRAGMENT,
    // Blended within the opaque list, which is drawn from the ground up.
    blending: CustomBlending,
    depthWrite: false,
    polygonOffset: true,
    polygonOffsetFactor: -1,
    polygonOffsetUnits: -2,
  });
