/**
 * The drawing buffer of a large canvas. Browsers cap it (Chromium at about 33 million pixels, drivers at their largest texture) and
 * shrink it silently, so what was asked for is compared with what there is, and asked for smaller until both are the same.
 */
import type { WebGLRenderer } from 'three';

export interface WallBuffer {
  /** Device pixels a CSS pixel, at most what the browser gives. */
  setRatio(ratio: number): void;
  figures(): { buffer: [number, number]; wanted: [number, number] };
  /** The context was made anew. */
  forget(): void;
}

const SHRINK = 0.96;
const TRIES = 24;

type Renderer = Pick<WebGLRenderer, 'getPixelRatio' | 'setPixelRatio' | 'getContext' | 'domElement'>;

export const createBuffer = (gl: Renderer): WallBuffer => {
  let most = 1;
  let checked = '';
  const fits = (): boolean => {
    const { drawingBufferWidth, drawingBufferHeight } = gl.getContext();
    const { width, height } = gl.domElement;
    return drawingBufferWidth >= width && drawingBufferHeight >= height;
  };
  return {
    setRatio: (wanted) => {
      const ratio = Math.min(wanted, most);
      if (Math.abs(gl.getPixelRatio() - ratio) > 1e-3) gl.setPixelRatio(ratio);
      const size = `${gl.domElement.width} ${gl.domElement.height}`;
      if (size === checked) return;
      for (let k = 0; k < TRIES && !gl.getContext().isContextLost() && !fits(); k++) {
        most = gl.getPixelRatio() * SHRINK;
        gl.setPixelRatio(most);
      }
      checked = `${gl.domElement.width} ${gl.domElement.height}`;
    },
    figures: () => {
      const { drawingBufferWidth, drawingBufferHeight } = gl.getContext();
      return {
        buffer: [drawingBufferWidth, drawingBufferHeight],
        wanted: [gl.domElement.width, gl.domElement.height],
      };
    },
    forget: () => {
      most = 1;
      checked = '';
    },
  };
};
