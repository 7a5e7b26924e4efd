/**
 * What may change about a building while its geometry stays: its colour, whether it is pointed at, faded or hidden. Colour is one
 * texel a building; the rest are uniforms. All indices are those of `places.buildings`; textures are ordered by slot.
 */
import {
  DataTexture,
  FloatType,
  type IUniform,
  NearestFilter,
  RGBAFormat,
  UnsignedByteType,
  Vector4,
} from 'three';
import type { BuildingInput, BuildingMeshes } from '../../geometry/building-chunks.ts';
import { podiumTop } from '../../geometry/building-details.ts';
import { hash01 } from '../../geometry/random.ts';
import { storeyHeight } from '../../geometry/storeys.ts';

const WIDTH = 256;
/** Alpha of a building that a real scene stands for: neither hidden (0) nor whole (255). */
const GHOST = 128;
const USES_WITH_OFFICE_HOURS = new Set([
  'office',
  'commercial',
  'school',
  'kindergarten',
  'market',
  'medical',
  'community',
  'service',
]);

export interface BuildingState {
  /** Uniforms of the building material. */
  readonly uniforms: Readonly<Record<string, IUniform>>;
  /**
   * RGBA a building (alpha 0 hides it, any other shows it). `themed` tints walls and roofs with it; otherwise they keep their own colours.
   * About 0.1 ms for 10,000 buildings; the texture goes up with the next frame.
   */
  setPaint(rgba: Uint8Array, themed: boolean): void;
  /** Building under the pointer and selected building; -1 for none. */
  setHighlight(hovered: number, selected: number): void;
  /** Fades all buildings but one (or all with -1) by 0…1. */
  setFade(amount: number, except: number): void;
  /** Leaves one building out of the picture; null shows all. */
  setHidden(index: number | null): void;
  /** Index of the building that is left out. */
  readonly hidden: number | null;
  /**
   * Buildings that a real scene shows already (1 each): drawn only when pointed at or selected, and then see-through. Null for none.
   */
  setGhosts(ghosts: Uint8Array | null): void;
  /** Is the building drawn by tiles, and its own volume not to be seen? */
  isGhost(index: number): boolean;
  /** Is any building a ghost? */
  readonly haunted: boolean;
  /** Called when what casts shadows has changed (a building came or went). */
  onShadowsChanged(listener: () => void): void;
  dispose(): void;
}

const dataTexture = (data: Uint8Array | Float32Array, rows: number): DataTexture => {
  const texture = new DataTexture(
    data,
    WIDTH,
    rows,
    RGBAFormat,
    data instanceof Float32Array ? FloatType : UnsignedByteType,
  );
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  texture.generateMipmaps = false;
  texture.needsUpdate = true;
  return texture;
};

/** Two texels a building: base, eaves, storey height, podium top | facade, units, chance, office hours. */
const describe = (
  buildings: readonly BuildingInput[],
  { slotOf, bases }: BuildingMeshes,
  rows: number,
): Float32Array => {
  const out = new Float32Array(WIDTH * rows * 4);
  buildings.forEach((b, i) => {
    const at = (slotOf[i] as number) * 8;
    out.set(
      [
        bases[i]?.baseZ ?? 0,
        b.heightMetres,
        storeyHeight(b),
        b.podiumStoreys > 0 ? podiumTop(b) : b.minHeightMetres,
        b.facade,
        Math.max(b.units, 0),
        hash01(i, 17),
        USES_WITH_OFFICE_HOURS.has(b.use) ? 1 : 0,
      ],
      at,
    );
  });
  return out;
};

export const createBuildingState = (
  buildings: readonly BuildingInput[],
  meshes: BuildingMeshes,
): BuildingState => {
  const count = Math.max(buildings.length, 1);
  const paint = new Uint8Array(WIDTH * Math.ceil(count / WIDTH) * 4).fill(255);
  const infoRows = Math.ceil((count * 2) / WIDTH);
  const paintTexture = dataTexture(paint, Math.ceil(count / WIDTH));
  const infoTexture = dataTexture(describe(buildings, meshes, infoRows), infoRows);
  const listeners = new Set<() => void>();
  const slot = (index: number): number => (index >= 0 ? (meshes.slotOf[index] ?? -1) : -1);
  /** x hovered, y selected, z hidden, w not faded: slots, -1 for none. */
  const slots = new Vector4(-1, -1, -1, -1);
  const uniforms = {
    uPaint: { value: paintTexture },
    uInfo: { value: infoTexture },
    uSlots: { value: slots },
    uFade: { value: 0 },
    uThemed: { value: 0 },
  };
  let hidden: number | null = null;
  let ghosts: Uint8Array | null = null;
  /** As the paint has them, before ghosts. */
  const alphas = new Uint8Array(count).fill(255);
  const writeAlphas = (): boolean => {
    let changed = false;
    for (let i = 0; i < buildings.length; i++) {
      const at = (meshes.slotOf[i] as number) * 4 + 3;
      const alpha = alphas[i] === 0 ? 0 : ghosts?.[i] === 1 ? GHOST : 255;
      changed ||= paint[at] !== alpha;
      paint[at] = alpha;
    }
    return changed;
  };
  const castersChanged = (): void => {
    for (const listener of listeners) listener();
  };

  return {
    uniforms,
    setPaint(rgba, themed) {
      for (let i = 0; i < buildings.length; i++) {
        const at = (meshes.slotOf[i] as number) * 4;
        alphas[i] = rgba[i * 4 + 3] ?? 255;
        paint[at] = rgba[i * 4] ?? 255;
        paint[at + 1] = rgba[i * 4 + 1] ?? 255;
        paint[at + 2] = rgba[i * 4 + 2] ?? 255;
      }
      uniforms.uThemed.value = themed ? 1 : 0;
      paintTexture.needsUpdate = true;
      if (writeAlphas()) castersChanged();
    },
    setHighlight(hovered, selected) {
      slots.x = slot(hovered);
      slots.y = slot(selected);
    },
    setFade(amount, except) {
      uniforms.uFade.value = amount;
      slots.w = slot(except);
    },
    get hidden() {
      return hidden;
    },
    isGhost: (index) => ghosts?.[index] === 1,
    setGhosts(next) {
      ghosts = next;
      paintTexture.needsUpdate = true;
      if (writeAlphas()) castersChanged();
    },
    get haunted() {
      return ghosts?.includes(1) ?? false;
    },
    setHidden(index) {
      hidden = index;
      const next = index === null ? -1 : slot(index);
      if (next === slots.z) return;
      slots.z = next;
      castersChanged();
    },
    onShadowsChanged(listener) {
      listeners.add(listener);
    },
    dispose() {
      listeners.clear();
      paintTexture.dispose();
      infoTexture.dispose();
    },
  };
};
