/**
 * What has been read of a file so far, as bare bodies: one shader of a few lines and a canvas of its own, so that it stands while the
 * scene's shaders are still being translated. Looks from where the preview will look, over all that has come.
 */
import { type ReactElement, useEffect, useRef } from 'react';
import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  Mesh,
  PerspectiveCamera,
  Scene,
  ShaderMaterial,
  Vector3,
  WebGLRenderer,
} from 'three';
import type { MassingPiece } from '../../geometry/massing.ts';
import { homePoseOver } from '../actors/camera/poses.ts';
import { worldOf } from '../actors/local-axes.ts';
import { qualityFor, supportsWebGL2 } from '../quality.ts';
import type { SketchFeed } from './sketch-feed.ts';
import styles from './preview.module.css';

const FOV_DEGREES = 38;
/**
 * What comes in between is drawn with the next picture; the last piece is drawn at once. A file of a city is read before the first of
 * these has passed: without a graphics card every picture takes the processor from the reading.
 */
const DRAW_EVERY_MS = 1500;
const SIZED_MS = 100;

const VERTEX = `
varying vec3 vAt;
void main() {
  vAt = vec3(position.x, position.z, -position.y);
  gl_Position = projectionMatrix * viewMatrix * vec4(vAt, 1.0);
}`;
/** Faces are flat: their normals come from the picture itself. */
const FRAGMENT = `
varying vec3 vAt;
void main() {
  vec3 normal = normalize(cross(dFdx(vAt), dFdy(vAt)));
  float light = 0.78 + 0.24 * max(0.0, normal.y) + 0.1 * normal.x - 0.05 * normal.z;
  gl_FragColor = vec4(vec3(0.83, 0.81, 0.77) * light, 1.0);
}`;

type Box = [west: number, south: number, east: number, north: number];

const meshOf = ({ positions, indices }: MassingPiece, material: ShaderMaterial): Mesh => {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setIndex(new BufferAttribute(indices, 1));
  const mesh = new Mesh(geometry, material);
  // The picture looks over all of them.
  mesh.frustumCulled = false;
  mesh.matrixAutoUpdate = false;
  return mesh;
};

const widen = (box: Box, { positions }: MassingPiece): void => {
  for (let i = 0; i < positions.length; i += 3) {
    const x = positions[i] as number;
    const y = positions[i + 1] as number;
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
};

const lookOver = (camera: PerspectiveCamera, box: Box): void => {
  const pose = homePoseOver(box, 0, { fovYDegrees: camera.fov, aspect: camera.aspect });
  worldOf(pose.position, camera.position);
  camera.lookAt(worldOf(pose.target, new Vector3()));
  const reach = Math.hypot(box[2] - box[0], box[3] - box[1]) + camera.position.length();
  camera.near = Math.max(1, reach / 2000);
  camera.far = reach * 3;
  camera.updateProjectionMatrix();
};

/** Draws what a feed brings into a canvas of its own until the returned function is called. `onWhole`: all of it has been drawn. */
const drawFeed = (container: HTMLElement, feed: SketchFeed, onWhole: () => void): (() => void) => {
  const { antialias } = qualityFor('auto');
  const renderer = new WebGLRenderer({ antialias, alpha: true });
  container.append(renderer.domElement);
  renderer.debug.checkShaderErrors = import.meta.env.DEV;
  renderer.setPixelRatio(Math.min(window.devicePixelRatio, 1));
  const scene = new Scene();
  const camera = new PerspectiveCamera(FOV_DEGREES, 1);
  // Outlines of parts may run either way.
  const material = new ShaderMaterial({ vertexShader: VERTEX, fragmentShader: FRAGMENT, side: DoubleSide });
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  // Drivers make a pipeline at its first use: that is over before there is anything to draw.
  scene.add(meshOf({ positions: new Float32Array(9), indices: new Uint16Array(3) }, material));
  renderer.render(scene, camera);
  scene.clear();
  let isWhole = false;
  let told = false;
  const tell = (drawn: boolean): void => {
    if (!isWhole || told) return;
    told = true;
    if (!drawn) return onWhole();
    requestAnimationFrame(() => {
      // For benches: when all of it stood there.
      performance.mark('linli:sketch');
      onWhole();
    });
  };
  let timer = 0;
  const draw = (): void => {
    timer = 0;
    const { clientWidth, clientHeight } = container;
    if (scene.children.length === 0 || clientWidth === 0 || clientHeight === 0) return tell(false);
    renderer.setSize(clientWidth, clientHeight);
    camera.aspect = clientWidth / clientHeight;
    lookOver(camera, box);
    renderer.render(scene, camera);
    tell(true);
  };
  const soon = (delayMs: number): void => {
    if (timer !== 0 && delayMs > 0) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(draw, delayMs);
  };
  const stop = feed.listen((piece, isLast) => {
    if (piece) {
      widen(box, piece);
      scene.add(meshOf(piece, material));
    }
    isWhole ||= isLast;
    soon(isLast ? 0 : DRAW_EVERY_MS);
  });
  const sized = new ResizeObserver(() => soon(SIZED_MS));
  sized.observe(container);
  return () => {
    window.clearTimeout(timer);
    stop();
    sized.disconnect();
    for (const mesh of scene.children) (mesh as Mesh).geometry.dispose();
    material.dispose();
    renderer.dispose();
    renderer.forceContextLoss();
    renderer.domElement.remove();
  };
};

interface SketchCanvasProps {
  readonly feed: SketchFeed;
  readonly onWhole: () => void;
}

export const SketchCanvas = ({ feed, onWhole }: SketchCanvasProps): ReactElement => {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!container.current || !supportsWebGL2()) return undefined;
    return drawFeed(container.current, feed, onWhole);
  }, [feed, onWhole]);
  return <div ref={container} className={styles.sketch} aria-hidden="true" />;
};
