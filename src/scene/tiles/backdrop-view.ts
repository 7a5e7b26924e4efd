/**
 * One tileset in the scene: the tiles that the camera needs, loaded as it moves, forgotten when memory is short. It asks for frames
 * while it loads and for none when it has what it needs; until then the page is at work.
 */
import { ImplicitTilingPlugin } from '3d-tiles-renderer/core/plugins';
import { TilesRenderer } from '3d-tiles-renderer/three';
import { GLTFExtensionsPlugin } from '3d-tiles-renderer/three/plugins';
import { Box3, Matrix4, type PerspectiveCamera, type Raycaster, Vector3, type WebGLRenderer } from 'three';
import { spreadContents } from '../../geometry/tile-contents.ts';
import type { Matrix } from '../../geometry/tileset-matrix.ts';
import type { Backdrop } from '../../state/backdrops.ts';
import { beginWork, endWork } from '../../state/busy.ts';
import { notify } from '../../state/notices.ts';
import { LAYER } from '../layers.ts';
import type { Quality } from '../quality.ts';
import type { Decoders } from './decoders.ts';
import { type MetFeature, meetFeature } from './tile-features.ts';
import { fetcherOf, filesPlugin, rootAddress } from './tile-files.ts';
import { dressTile, type TileUniforms } from './tile-material.ts';

const SETTLING_FRAMES = 2;
const MEGABYTE = 1 << 20;
/** Memory that tiles may take, and how many pixels too coarse one may be. */
const BOUNDS = {
  low: { mostBytes: 200 * MEGABYTE, errorPixels: 20 },
  high: { mostBytes: 600 * MEGABYTE, errorPixels: 12 },
} as const;
/** While tiles come, the picture is drawn as often as this at the least. */
const LOADING_FRAME_MS = 200;

export interface BackdropView {
  readonly group: TilesRenderer['group'];
  /** How the tileset's own coordinates become local metres. */
  setMatrix(matrix: Matrix): void;
  /** Called before every frame. */
  frame(): void;
  /** Does the tileset reach over this point of the ground (local metres)? */
  covers(x: number, y: number): boolean;
  /** The nearest feature of its tiles that a ray of the world meets. */
  meet(raycaster: Raycaster): MetFeature | null;
  dispose(): void;
}

interface Scene {
  readonly gl: WebGLRenderer;
  readonly camera: PerspectiveCamera;
  readonly quality: Quality;
  readonly decoders: Decoders;
  readonly uniforms: TileUniforms;
  invalidate(): void;
  /** Where the tileset reaches is known, or known anew. */
  onBounds(): void;
}

const isJson = (url: string): boolean => /\.json$/i.test(new URL(url, window.location.href).pathname);

const box = new Box3();
const toBox = new Matrix4();
const middle = new Vector3();
const point = new Vector3();

export const createBackdrop = ({ address, open }: Backdrop, scene: Scene): BackdropView => {
  const { gl, camera, quality, decoders, uniforms, invalidate, onBounds } = scene;
  const bounds = BOUNDS[quality.level];
  const fetchFile = fetcherOf(open);
  const tiles = new TilesRenderer(rootAddress(address, open));
  tiles.errorTarget = bounds.errorPixels;
  tiles.lruCache.maxBytesSize = bounds.mostBytes;
  tiles.lruCache.minBytesSize = bounds.mostBytes * 0.75;
  tiles.registerPlugin({
    name: 'LINLI_FILES',
    fetchData: async (url: string | URL, options?: RequestInit) => {
      const answer = await fetchFile(String(url), options);
      // The renderer takes an object for a JSON that has been read.
      return answer.ok && isJson(String(url)) ? spreadContents(await answer.json()) : answer;
    },
  });
  tiles.registerPlugin(new ImplicitTilingPlugin());
  const { dracoLoader, ktxLoader, meshoptDecoder } = decoders;
  tiles.registerPlugin(
    new GLTFExtensionsPlugin({ dracoLoader, ktxLoader, meshoptDecoder, plugins: [filesPlugin(fetchFile)] }),
  );
  tiles.setCamera(camera);
  tiles.group.matrixAutoUpdate = false;

  const seenFrom = new Matrix4();
  let timer: ReturnType<typeof setInterval> | undefined;
  const work = (on: boolean): void => {
    if (on === (timer !== undefined)) return;
    if (on) {
      beginWork('tiles');
      timer = setInterval(invalidate, LOADING_FRAME_MS);
    } else {
      endWork('tiles');
      clearInterval(timer);
      timer = undefined;
    }
  };
  let rootThere = false;
  /** Frames that are still looked through for tiles to load: tiles become known over several. */
  let unsettled = SETTLING_FRAMES;
  const unsettle = (): void => {
    unsettled = SETTLING_FRAMES;
    invalidate();
  };
  tiles.addEventListener('load-root-tileset', () => {
    rootThere = true;
    onBounds();
    unsettle();
  });
  tiles.addEventListener('load-model', ({ scene: tile }) => {
    dressTile(tile, uniforms, LAYER.realScene);
    unsettle();
  });
  tiles.addEventListener('load-error', ({ tile }) => {
    // Without its root there is nothing to wait for.
    if (tile === null) {
      work(false);
      notify({ kind: 'warning', key: 'data.tiles.unreadable', params: { address } });
    }
    unsettle();
  });
  tiles.addEventListener('needs-update', unsettle);
  tiles.addEventListener('tiles-load-start', () => work(true));
  tiles.addEventListener('tiles-load-end', () => {
    work(false);
    unsettle();
  });
  work(true);

  /** The root's box in local metres: its matrix, and where its middle lies. */
  const reach = (): boolean => {
    if (!tiles.getOrientedBoundingBox(box, toBox)) return false;
    toBox.premultiply(tiles.group.matrix);
    box.getCenter(middle).applyMatrix4(toBox);
    toBox.invert();
    return true;
  };

  return {
    group: tiles.group,
    setMatrix: (matrix) => {
      tiles.group.matrix.fromArray([...matrix]);
      tiles.group.updateMatrixWorld(true);
      if (rootThere) onBounds();
      unsettle();
    },
    frame: () => {
      camera.updateMatrixWorld();
      if (!seenFrom.equals(camera.matrixWorld)) {
        seenFrom.copy(camera.matrixWorld);
        unsettled = SETTLING_FRAMES;
      }
      tiles.setResolutionFromRenderer(camera, gl);
      tiles.group.updateWorldMatrix(true, false);
      tiles.update();
      if (unsettled > 0) {
        unsettled--;
        invalidate();
        return;
      }
      // Nothing of it may be in view, and then no load will end.
      if (rootThere && !('isLoading' in tiles && tiles.isLoading)) work(false);
    },
    covers: (x, y) => {
      if (!rootThere || !reach()) return false;
      return box.containsPoint(point.set(x, y, middle.z).applyMatrix4(toBox));
    },
    meet: (raycaster) => meetFeature(tiles.group, raycaster),
    dispose: () => {
      work(false);
      tiles.group.removeFromParent();
      tiles.dispose();
      invalidate();
    },
  };
};
