/**
 * The last plain picture of a flight, kept over the full one and faded: what was coarse becomes fine instead of jumping to it. It lies in a
 * canvas of its own, which is in the page only meanwhile.
 */

export interface Afterglow {
  /** Keeps what `draw` draws into the canvas, and lets it fade once what comes next is on the screen. */
  keep(draw: () => void): void;
  /** Away with it: the picture moves again. */
  clear(): void;
}

const FADE_MS = 700;
/** The full picture is asked for in one frame and shown by the next. */
const FRAMES_UNTIL_SHOWN = 2;

const makeCanvas = (): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.dataset['afterglow'] = '';
  Object.assign(canvas.style, {
    position: 'absolute',
    inset: '0',
    width: '100%',
    height: '100%',
    pointerEvents: 'none',
  });
  return canvas;
};

/** `source` is the scene's canvas; the kept picture lies in its parent, over it. */
export const createAfterglow = (source: HTMLCanvasElement): Afterglow => {
  const canvas = makeCanvas();
  const context = canvas.getContext('2d', { alpha: false });
  let ticket = 0;
  let fading: Animation | null = null;

  const clear = (): void => {
    cancelAnimationFrame(ticket);
    fading?.cancel();
    fading = null;
    canvas.remove();
  };
  const fade = (frames: number): void => {
    ticket = requestAnimationFrame(() => {
      if (frames > 0) return fade(frames - 1);
      fading = canvas.animate([{ opacity: 1 }, { opacity: 0 }], { duration: FADE_MS, easing: 'ease-in-out' });
      fading.onfinish = clear;
    });
  };
  return {
    keep: (draw) => {
      clear();
      draw();
      // Setting a size empties a canvas and takes its memory anew.
      if (canvas.width !== source.width) canvas.width = source.width;
      if (canvas.height !== source.height) canvas.height = source.height;
      // The drawing buffer holds what was drawn until this task ends.
      context?.drawImage(source, 0, 0);
      source.after(canvas);
      fade(FRAMES_UNTIL_SHOWN);
    },
    clear,
  };
};
