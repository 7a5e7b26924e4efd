/** How much the machine can draw: told by the name of its renderer, once, unless the desk says otherwise. */

export interface Quality {
  readonly level: 'low' | 'high';
  readonly antialias: boolean;
  /** Most device pixels a CSS pixel when the picture stands still, and while it moves. */
  readonly stillPixelRatio: number;
  readonly movingPixelRatio: number;
  /** Are there plain ways of drawing for what moves? */
  readonly plainWays: boolean;
  readonly shadowMapSize: number;
  /** Bilinear samples of the shadow map a pixel. */
  readonly shadowTaps: 1 | 9;
  /** Longest side of a picture on the ground. */
  readonly longestPicturePx: number;
}

const LOW: Quality = {
  level: 'low',
  antialias: false,
  stillPixelRatio: 1,
  movingPixelRatio: 0.5,
  plainWays: false,
  shadowMapSize: 2048,
  shadowTaps: 1,
  longestPicturePx: 4096,
};
const HIGH: Quality = {
  level: 'high',
  antialias: true,
  stillPixelRatio: 2,
  movingPixelRatio: 2,
  plainWays: false,
  shadowMapSize: 4096,
  shadowTaps: 9,
  longestPicturePx: 8192,
};

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

const rendererName = (gl: WebGL2RenderingContext): string => {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return String(info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : gl.getParameter(gl.RENDERER));
};

/** One small context answers both questions and is let go at once. */
const probe = (): { webgl2: boolean; software: boolean } => {
  if (typeof document === 'undefined') return { webgl2: false, software: true };
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return { webgl2: false, software: true };
  const software = SOFTWARE.test(rendererName(gl));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return { webgl2: true, software };
};

let known: { webgl2: boolean; software: boolean } | null = null;
const machine = () => {
  known ??= probe();
  return known;
};

/** Can this browser draw the scene at all? */
export const supportsWebGL2 = (): boolean => machine().webgl2;

/** `auto` goes by the renderer's name. */
export const qualityFor = (drawing: 'auto' | 'low' | 'high'): Quality =>
  drawing === 'low' || (drawing === 'auto' && machine().software) ? LOW : HIGH;
