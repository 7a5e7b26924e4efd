/**
 * Between a wall and the window that drives it, on one machine and in one browser: orders to the wall, and from the wall what it shows
 * and how it is. Nothing in either is about a person. A message of another shape is passed over: the channel belongs to the origin, not
 * to this version.
 */
import { LIGHTS, type Light } from '../settings/settings.ts';
import type { Room } from '../watch/room.ts';

export type WallOrder =
  | { readonly kind: 'go'; readonly stop: string }
  | { readonly kind: 'next' | 'previous' | 'play' | 'pause' | 'ask' }
  | { readonly kind: 'light'; readonly light: Light };

export interface WallBeat {
  readonly kind: 'beat';
  /** Epoch milliseconds of the machine. */
  readonly at: number;
  readonly openedAt: number;
  readonly stop: string;
  readonly stops: readonly string[];
  readonly playing: boolean;
  readonly light: Light;
  readonly rounds: number;
  readonly commits: number;
  readonly level: number;
  readonly framesPerSecond: number;
  readonly buffer: readonly [number, number];
  readonly wanted: readonly [number, number];
  readonly contextLosses: number;
  readonly geometries: number;
  readonly textures: number;
  readonly nodes: number;
  readonly heapMegabytes: number | null;
  /** Of the disk for this site; null before it was looked at. */
  readonly room: Room | null;
}

export const CHANNEL = 'linli-wall';

const SIMPLE: ReadonlySet<string> = new Set(['next', 'previous', 'play', 'pause', 'ask']);

const hasKind = (value: unknown): value is { readonly kind: unknown } =>
  typeof value === 'object' && value !== null && 'kind' in value;

export const asOrder = (value: unknown): WallOrder | null => {
  if (!hasKind(value) || typeof value.kind !== 'string') return null;
  if (SIMPLE.has(value.kind)) return { kind: value.kind } as WallOrder;
  if (value.kind === 'go' && 'stop' in value && typeof value.stop === 'string')
    return { kind: 'go', stop: value.stop };
  if (value.kind === 'light' && 'light' in value && LIGHTS.includes(value.light as Light))
    return { kind: 'light', light: value.light as Light };
  return null;
};

export const asBeat = (value: unknown): WallBeat | null =>
  hasKind(value) &&
  value.kind === 'beat' &&
  'at' in value &&
  typeof value.at === 'number' &&
  'stops' in value &&
  Array.isArray(value.stops)
    ? (value as WallBeat)
    : null;

export interface WallChannel {
  send(message: WallOrder | WallBeat): void;
  close(): void;
}

/** A browser without the channel has a wall that is not driven. */
export const openChannel = (onMessage: (message: unknown) => void): WallChannel => {
  if (typeof BroadcastChannel === 'undefined') return { send: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => onMessage(data);
  return { send: (message) => channel.postMessage(message), close: () => channel.close() };
};
