/** What every part of the scene needs to know, made once for a community and its landscape. */
import { createContext, useContext } from 'react';
import type { Building } from '../domain/records/index.ts';
import type { BuildingBase } from '../geometry/building-base.ts';
import type { Frame } from '../geometry/frame.ts';
import type { Terrain } from '../geometry/terrain.ts';
import type { BuildingState } from './buildings/building-state.ts';
import type { LightUniforms } from './light/light-uniforms.ts';
import type { Extent } from './layout/extent.ts';
import type { PlainWays } from './plain-ways.ts';
import type { Quality } from './quality.ts';

export interface SceneContextValue {
  readonly frame: Frame;
  readonly terrain: Terrain;
  /** The records that stand in the scene. */
  readonly buildings: readonly Building[];
  /** Where building i stands, index for index with `buildings`. */
  readonly bases: readonly BuildingBase[];
  readonly buildingState: BuildingState;
  /** Light of the hour as uniforms, for materials that stand in it. */
  readonly light: LightUniforms;
  readonly quality: Quality;
  readonly extent: Extent;
  readonly plainWays: PlainWays;
  /** Asks for one more frame: whoever changes something outside React calls it. */
  invalidate(): void;
  /** Asks for the shadows to be drawn anew with the next frame. */
  shadowsChanged(): void;
}

export const SceneContext = createContext<SceneContextValue | null>(null);

export const useSceneContext = (): SceneContextValue => {
  const value = useContext(SceneContext);
  if (!value) throw new Error('useSceneContext is for parts inside SceneCanvas');
  return value;
};
