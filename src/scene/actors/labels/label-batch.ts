/**
 * Many labels in one mesh: four corners each, placed on the screen by the vertex shader. What changes from frame to frame is one
 * number a label, its opacity.
 */
import { BufferAttribute, BufferGeometry, DynamicDrawUsage, Mesh, ShaderMaterial, Vector2 } from 'three';
import type { Vec3 } from '../../../geometry/framing.ts';
import type { Hit } from '../../../state/selection-store.ts';
import { LAYER } from '../../layers.ts';
import type { LabelAtlas } from './label-atlas.ts';
import type { LabelKind } from './label-styles.ts';

export interface LabelSpec {
  readonly kind: LabelKind;
  readonly text: string;
  readonly note?: string;
  /** Local metres. */
  readonly anchor: Vec3;
  /** How far the label's middle lies above the anchor, besides half its height; CSS pixels. */
  readonly raisePx: number;
  /** Higher goes first; see `label-priority.ts`. */
  readonly priority: number;
  /** Shown while a CSS pixel covers between so many metres. */
  readonly fromScale: number;
  readonly toScale: number;
  /** What a click on it selects. */
  readonly hit: Hit | null;
  /** Hidden when something stands before it, except this building (-1: nothing is excepted); undefined: never hidden. */
  readonly behind?: number;
  /** Floor ordinal in the opened building: rises with it. */
  readonly ordinal?: number;
  /** Only seen from this side, x and y of the outward direction. */
  readonly facing?: readonly [number, number];
}

export interface LabelBatch {
  readonly specs: readonly LabelSpec[];
  readonly atlas: LabelAtlas;
  readonly mesh: Mesh;
  /** Opacity now, 0…1; write and call `upload`. */
  readonly opacity: Float32Array;
  /** Anchors, x y z each; write and call `uploadAnchors`. */
  readonly anchors: Float32Array;
  upload(): void;
  uploadAnchors(): void;
  setViewport(width: number, height: number, snapTo: number): void;
  dispose(): void;
}

const VERTEX = /* glsl */ `
attribute vec2 corner;
attribute float opacity;
uniform vec2 uViewport;
uniform float uSnap;
varying vec2 vUv;
varying float vOpacity;
void main() {
  vUv = uv;
  vOpacity = opacity;
  vec4 clip = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  if (opacity < 0.004 || clip.w < 0.1) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  vec2 pixel = (clip.xy / clip.w * 0.5 + 0.5) * uViewport + corner;
  // Still pictures have sharp letters: the corner lies on a whole device pixel.
  if (uSnap > 0.0) pixel = floor(pixel * uSnap + 0.5) / uSnap;
  gl_Position = vec4(pixel / uViewport * 2.0 - 1.0, 0.0, 1.0);
}
`;
const FRAGMENT = /* glsl */ `
uniform sampler2D uAtlas;
varying vec2 vUv;
varying float vOpacity;
void main() {
  // The picture holds finished, premultiplied screen colours.
  gl_FragColor = texture2D(uAtlas, vUv) * vOpacity;
}
`;

export const createLabelBatch = (specs: readonly LabelSpec[], atlas: LabelAtlas): LabelBatch => {
  const n = specs.length;
  const position = new Float32Array(n * 12);
  const corner = new Float32Array(n * 8);
  const uv = new Float32Array(n * 8);
  const opacityAt = new Float32Array(n * 4);
  const index = n * 4 > 65_535 ? new Uint32Array(n * 6) : new Uint16Array(n * 6);
  const anchors = new Float32Array(n * 3);
  specs.forEach((spec, i) => {
    anchors.set(spec.anchor, i * 3);
    const w = (atlas.width[i] as number) / 2;
    const h = atlas.height[i] as number;
    const low = spec.raisePx;
    corner.set([-w, low, w, low, w, low + h, -w, low + h], i * 8);
    const [u0, v0, u1, v1] = atlas.uv.subarray(i * 4, i * 4 + 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    uv.set([u0, v0, u1, v0, u1, v1, u0, v1], i * 8);
    index.set(
      [0, 1, 2, 0, 2, 3].map((k) => i * 4 + k),
      i * 6,
    );
  });
  const positions = new BufferAttribute(position, 3).setUsage(DynamicDrawUsage);
  const opacities = new BufferAttribute(opacityAt, 1).setUsage(DynamicDrawUsage);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', positions);
  geometry.setAttribute('corner', new BufferAttribute(corner, 2));
  geometry.setAttribute('uv', new BufferAttribute(uv, 2));
  geometry.setAttribute('opacity', opacities);
  geometry.setIndex(new BufferAttribute(index, 1));
  const viewport = new Vector2(1, 1);
  const material = new ShaderMaterial({
    name: 'labels',
    uniforms: { uAtlas: { value: atlas.texture }, uViewport: { value: viewport }, uSnap: { value: 0 } },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    premultipliedAlpha: true,
    depthTest: false,
    depthWrite: false,
    toneMapped: false,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = LAYER.labels;
  mesh.raycast = () => undefined;

  const batch: LabelBatch = {
    specs,
    atlas,
    mesh,
    opacity: new Float32Array(n),
    anchors,
    upload: () => {
      for (let i = 0; i < n; i++) opacityAt.fill(batch.opacity[i] as number, i * 4, i * 4 + 4);
      opacities.needsUpdate = true;
    },
    uploadAnchors: () => {
      for (let i = 0; i < n; i++)
        for (let k = 0; k < 4; k++) position.set(anchors.subarray(i * 3, i * 3 + 3), i * 12 + k * 3);
      positions.needsUpdate = true;
    },
    setViewport: (width, height, snapTo) => {
      viewport.set(width, height);
      const snap = material.uniforms['uSnap'];
      if (snap) snap.value = snapTo;
    },
    dispose: () => {
      geometry.dispose();
      material.dispose();
      atlas.dispose();
    },
  };
  batch.uploadAnchors();
  return batch;
};
