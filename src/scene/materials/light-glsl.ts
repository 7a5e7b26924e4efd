/** GLSL shared by everything that stands in the light. All in local axes (z up), linear colours. */

/** Vertex side: the point's place in the shadow map, pushed out along the normal against acne. */
export const SHADOW_VERTEX = /* glsl */ `
uniform mat4 uShadowMatrix;
uniform vec3 uShadow;
uniform vec3 uSunDir;
varying vec3 vShadow;
void placeInShadow(vec3 local, vec3 normal) {
  float slant = 1.0 - abs(dot(normal, uSunDir));
  vec3 p = local + normal * uShadow.z * (0.6 + 1.6 * slant);
  vShadow = (uShadowMatrix * vec4(p, 1.0)).xyz;
}
`;

export const AIR_GLSL = /* glsl */ `
/** How much of what is so many metres away is lost in the air between, which is thinner higher up. */
float airBetween(float far) {
  float seen = far / uAir.w;
  float amount = 1.0 - exp(-max(seen - 150.0, 0.0) * uAir.x * exp(-max(uEye.z / uAir.w, 0.0) * 0.0012));
  // The land must end in the sky, not at an edge.
  return max(amount, smoothstep(2200.0, 8200.0, seen));
}
`;

/** Either side: sun, sky, lamps and the air between, without shadows. */
export const LIGHT_GLSL = /* glsl */ `
uniform vec3 uSunDir;
uniform vec3 uSunColour;
uniform vec3 uSkyLight;
uniform vec3 uGroundLight;
uniform vec3 uZenith;
uniform vec3 uHorizon;
uniform vec3 uGlow;
uniform vec3 uGlowDir;
uniform vec4 uAir;
uniform vec3 uEye;
uniform sampler2D uGroundMap;
uniform vec4 uGroundBox;

const vec3 LAMP = vec3(1.0, 0.66, 0.36);

/** The sun's glow in a direction: near^6 and near^48, by squares. */
float glowAbout(vec3 dir) {
  float near = max(dot(dir, uGlowDir), 0.0);
  float n2 = near * near;
  float n6 = n2 * n2 * n2;
  float n12 = n6 * n6;
  float n24 = n12 * n12;
  return 0.55 * n6 + 0.5 * n24 * n24;
}

/** Colour of the sky in a direction; below the horizon it is the haze. */
vec3 skyColour(vec3 dir) {
  float up = max(dir.z, 0.0);
  vec3 sky = mix(uHorizon, uZenith, 1.0 - exp(-up * 3.9));
  return sky + uGlow * glowAbout(dir) * exp(-up * 1.6);
}
/** The same close to the horizon, where haze is seen, without its curves. */
vec3 hazeColour(vec3 dir) {
  float up = clamp(dir.z, 0.02, 0.3);
  return mix(uHorizon, uZenith, up * 2.4) + uGlow * glowAbout(dir) * (1.0 - up);
}

/** x sky seen from the ground, y lamp light, at a local point. */
vec2 groundMap(vec2 p) {
  // Its margin is open sky without lamps, and goes on beyond it.
  return texture2D(uGroundMap, (p - uGroundBox.xy) * uGroundBox.zw).rg;
}

/** Light on a surface: sun, sky and ground, each as far as it reaches. */
vec3 lightOn(vec3 normal, float sun, float occlusion) {
  float facing = max(dot(normal, uSunDir), 0.0);
  float up = normal.z * 0.5 + 0.5;
  vec3 ambient = mix(uGroundLight, uSkyLight, up);
  // Walls turned to the bright side of the sky take more of it: shapes read also in the shade.
  ambient *= 0.88 + 0.2 * dot(normal.xy, uSunDir.xy);
  return uSunColour * facing * sun + ambient * occlusion;
}

${AIR_GLSL}
vec3 throughAir(vec3 colour, vec3 local) {
  vec3 ray = local - uEye;
  float far = length(ray);
  return mix(colour, hazeColour(ray / max(far, 0.001)), airBetween(far));
}
`;

/** Fragment side of what is drawn in full. */
export const LIGHT_FRAGMENT = /* glsl */ `
${LIGHT_GLSL}
uniform vec3 uShadow;
uniform mediump sampler2DShadow uShadowMap;
varying vec3 vShadow;

/** 1 in the sun, 0 in the shade. */
float sunShadow() {
  vec3 c = vShadow;
  if (uShadow.y <= 0.0 || c.x <= 0.0 || c.x >= 1.0 || c.y <= 0.0 || c.y >= 1.0 || c.z >= 1.0) return 1.0;
  float t = uShadow.x;
#if SHADOW_TAPS == 9
  float sum = 0.0;
  for (int i = -1; i <= 1; i++)
    for (int j = -1; j <= 1; j++)
      sum += texture(uShadowMap, vec3(c.xy + vec2(float(i), float(j)) * 1.25 * t, c.z));
  float lit = sum / 9.0;
#else
  float lit = texture(uShadowMap, c);
#endif
  vec2 rim = min(min(c.xy, 1.0 - c.xy) * 33.0, 1.0);
  return mix(1.0, lit, uShadow.y * rim.x * rim.y);
}
`;

/** Tone mapping, and the curve of sRGB by roots instead of powers (within half an 8-bit step of it). */
export const FINISH_FRAGMENT = /* glsl */ `
#include <tonemapping_fragment>
{
  vec3 linear_ = gl_FragColor.rgb;
  vec3 s1 = sqrt(max(linear_, 0.0));
  vec3 s2 = sqrt(s1);
  vec3 s3 = sqrt(s2);
  gl_FragColor.rgb = 0.662002687 * s1 + 0.68412206 * s2 - 0.323583601 * s3 - 0.022541147 * linear_;
}
`;
