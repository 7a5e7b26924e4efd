/**
 * Where the scene registers what only it can answer: where a thing is on the screen, what lies under a point, what a frame costs.
 * `window.linli` and the label layer ask here; without a scene every answer is empty.
 */
export type ProbeKind = 'building' | 'floor' | 'dwelling' | 'facility' | 'grid';
export interface ProbeHit {
  readonly kind: ProbeKind;
  readonly id: string;
}
export interface FrameFigures {
  readonly drawCalls: number;
  readonly triangles: number;
  /** Script time of each of the last 120 frames, milliseconds. */
  readonly scriptMs: number[];
}
export interface MemoryFigures {
  readonly geometries: number;
  readonly textures: number;
}
export interface SceneProbe {
  /** CSS pixels from the page's top left of a visible point of the thing, or null. */
  screenPositionOf(kind: string, id: string): { x: number; y: number } | null;
  /** What lies under the point, CSS pixels from the page's top left. */
  pick(x: number, y: number): ProbeHit | null;
  frames(): FrameFigures;
  memory(): MemoryFigures;
  /** The view as it is, drawn in this many pixels; null without a scene. */
  picture(widthPx: number, heightPx: number): Promise<Blob | null>;
}

const WITHOUT_SCENE: SceneProbe = {
  screenPositionOf: () => null,
  pick: () => null,
  frames: () => ({ drawCalls: 0, triangles: 0, scriptMs: [] }),
  memory: () => ({ geometries: 0, textures: 0 }),
  picture: async () => null,
};

/** Parts registered so far: the canvas gives frames and memory, the actors give positions and picks. */
const parts: Partial<SceneProbe>[] = [];

/** Adds what a part of the scene can answer; the returned function takes it away again. */
export const registerSceneProbe = (part: Partial<SceneProbe>): (() => void) => {
  parts.push(part);
  return () => {
    const at = parts.indexOf(part);
    if (at >= 0) parts.splice(at, 1);
  };
};

export const sceneProbe = (): SceneProbe => Object.assign({}, WITHOUT_SCENE, ...parts) as SceneProbe;
