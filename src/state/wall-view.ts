/**
 * What the wall asks of its scene, and what the scene tells the wall: the shot, the light of the hour, what is written at the grids,
 * where something presses; and how well it is drawn. Nothing in it is about a person.
 */
import { create } from 'zustand';
import type { LngLat } from '../domain/records/index.ts';
import type { Mode } from './view.ts';

/** Where the camera is to look. */
export type WallShot =
  | { readonly kind: 'overview' }
  | { readonly kind: 'above' }
  | { readonly kind: 'grid'; readonly id: string }
  | { readonly kind: 'facilities'; readonly facility: string };

/** A place that asks for attention: a building, or the middle of a grid. */
export interface WallPulse {
  readonly buildingId: string | null;
  readonly gridId: string | null;
  readonly at?: LngLat;
  readonly tone: 'red' | 'yellow' | 'urgent';
}

/** The part of the canvas that no panel covers, as shares of its width and height from the top left. */
export interface FreeArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Half of what a grid's name takes across, as a share of the canvas: nearer to a panel it would lie under it. */
  readonly nameHalfWidth: number;
  /** Where bezels run, with the room that a name needs beside them: from and to, across and down. */
  readonly seams: {
    readonly across: readonly (readonly [from: number, to: number])[];
    readonly down: readonly (readonly [from: number, to: number])[];
  };
}

export const NO_SEAMS: FreeArea['seams'] = { across: [], down: [] };

/** How well the scene is drawn, and what it cost. */
export interface WallHealth {
  /** Step of the frame-rate governor, 0 is everything. */
  readonly level: number;
  readonly framesPerSecond: number;
  /** Device pixels of the drawing buffer, and those that were asked for. */
  readonly buffer: readonly [width: number, height: number];
  readonly wanted: readonly [width: number, height: number];
  readonly contextLosses: number;
}

interface WallViewState {
  readonly shot: WallShot;
  /** Goes up with every shot asked for: two equal ones are told apart. */
  readonly shotSeq: number;
  readonly sun: { readonly mode: Mode; readonly date: string; readonly hour: number };
  readonly gridNotes: ReadonlyMap<string, string>;
  /** Colour of each grid's ground by its id, `#rrggbbaa`, where a theme is shown. */
  readonly gridTints: ReadonlyMap<string, string>;
  readonly pulses: readonly WallPulse[];
  readonly paint: { readonly rgba: Uint8Array; readonly themed: boolean } | null;
  readonly free: FreeArea;
  /** Letters and symbols are so many times the size they have on a desk. */
  readonly letters: number;
  /** Seconds without a touch after which the tour goes on. */
  readonly idleSeconds: number;
  /** Seconds that a shot stands: the camera drifts no further than fits. */
  readonly shotSeconds: number;
  /** Somebody has the camera. */
  readonly takenOver: boolean;
  readonly health: WallHealth;
  /** Step that the governor must keep, where a bench asks for one. */
  readonly pinnedLevel: number | null;
  show: (shot: WallShot) => void;
  tell: (health: Partial<WallHealth>) => void;
}

export const useWallView = create<WallViewState>()((set) => ({
  shot: { kind: 'overview' },
  shotSeq: 0,
  sun: { mode: 'night', date: '2026-01-01', hour: 20 },
  gridNotes: new Map(),
  gridTints: new Map(),
  pulses: [],
  paint: null,
  free: { left: 0, right: 1, top: 0, bottom: 1, nameHalfWidth: 0, seams: NO_SEAMS },
  letters: 1,
  idleSeconds: 45,
  shotSeconds: 18,
  takenOver: false,
  health: {
    level: 0,
    framesPerSecond: 0,
    buffer: [0, 0],
    wanted: [0, 0],
    contextLosses: 0,
  },
  pinnedLevel: null,
  show: (shot) => set((s) => ({ shot, shotSeq: s.shotSeq + 1 })),
  tell: (health) => set((s) => ({ health: { ...s.health, ...health } })),
}));

/** When the scene last drew, `performance.now()`; 0 before it did. Changes with every frame, and nobody is told. */
export const lastFrame = { at: 0 };
