/**
 * Everything one acts on in the scene, put together over one stage: opened building, labels, symbols, borders, picking, pointer, and
 * the answers for `?inspect`. Made when the places change, disposed with them; the camera outlives it.
 */
import { Group, type PerspectiveCamera } from 'three';
import { type ProbeHit, registerSceneProbe } from '../../state/scene-probe.ts';
import { buildingOf } from '../../state/selection.ts';
import { useSelection } from '../../state/selection-store.ts';
import { useTheme } from '../../state/themes.ts';
import { useView } from '../../state/view.ts';
import type { SceneContextValue } from '../context.ts';
import { createBuildingHalo } from './ground/building-halo.ts';
import { createGridBorders } from './ground/grid-borders.ts';
import { createReachDiscs } from './ground/reach-discs.ts';
import { createLabels } from './labels/labels.ts';
import { createOpener } from './opened/opener.ts';
import { pickTile } from '../tile-picker.ts';
import { createPicking } from './picking/picking.ts';
import { attachPointer } from './picking/pointer.ts';
import { createScreen } from './picking/screen.ts';
import { createVisiblePoints } from './picking/visible-points.ts';
import type { Stage, StageFacility } from './stage.ts';
import { coinCentre, type FacilitySymbols } from './symbols/facility-symbols.ts';
import { loadSymbols } from './symbols/load-symbols.ts';
import { createTooltip } from './tooltip/tooltip.ts';

export interface Actors {
  readonly group: Group;
  frame(nowMs: number, cameraMoves: boolean): void;
  dispose(): void;
}

const COLOURS = {
  day: { line: '#b9622a', glow: '#e0914c', halo: '#ff9d2e' },
  night: { line: '#ffd9a0', glow: '#e59a4a', halo: '#ffb65c' },
} as const;

export const createActors = (
  stage: Stage,
  scene: SceneContextValue,
  camera: PerspectiveCamera,
  element: HTMLElement,
): Actors => {
  const group = new Group();
  const { invalidate } = scene;
  const screen = createScreen(camera, element);
  const opener = createOpener(stage, scene, group);
  const labels = createLabels(stage, camera, group, opener, invalidate);

  const { uniforms: borderUniforms, lines: borders, fills } = createGridBorders(stage);
  const grids = new Group();
  grids.add(fills, ...borders);
  const reach = createReachDiscs(stage);
  const halo = createBuildingHalo(stage);
  group.add(grids, reach.mesh, halo.mesh);

  let symbols: FacilitySymbols | null = null;
  const forgetSymbols = loadSymbols(stage, scene.light, screen, (made) => {
    symbols = made;
    group.add(made.mesh);
    follow();
  });

  const filtered = new Uint8Array(stage.buildings.length);
  const followFilter = (): void => {
    const { classification, hiddenClasses } = useTheme.getState();
    for (let i = 0; i < filtered.length; i++)
      filtered[i] = hiddenClasses.has(classification.classOf[i] ?? -1) ? 1 : 0;
  };
  const picking = createPicking(stage, screen, {
    symbols: { at: (x, y) => symbols?.at(x, y) ?? null },
    labels,
    opened: () => opener.opened,
    tiles: pickTile,
    isGhost: (index) => scene.buildingState.isGhost(index),
    filtered: () => filtered,
    gridsShown: () => useView.getState().layers.grids,
  });
  const tooltip = createTooltip(element);
  const pointer = attachPointer(element, {
    picking,
    onHover: (hit, x, y) => tooltip.show(hit, x, y),
  });
  const visiblePoint = createVisiblePoints(stage, screen, {
    picking,
    element,
    opened: () => opener.opened,
    symbolCentre: (index) => coinCentre(stage.facilities[index] as StageFacility, screen),
  });
  const forget = registerSceneProbe({
    pick: (x, y) => {
      const rect = element.getBoundingClientRect();
      const hit = picking.pick(x - rect.left, y - rect.top);
      return hit && { kind: hit.kind as ProbeHit['kind'], id: hit.id };
    },
    screenPositionOf: visiblePoint,
  });

  const gridAt = (id: string): number => stage.grids.findIndex((g) => g.record.id === id);
  const facilityAt = (id: string): number => stage.facilities.findIndex((f) => f.record.id === id);
  /** Marks, colours and layers as the stores have them. */
  const follow = (): void => {
    const { selection, hovered } = useSelection.getState();
    const { layers, mode } = useView.getState();
    const colours = COLOURS[mode];
    const chosen = buildingOf(selection);
    borderUniforms.uLine.value.set(colours.line);
    borderUniforms.uGlowLine.value.set(colours.glow);
    halo.uGlow.value.set(colours.halo);
    borderUniforms.uGrids.value.set(
      hovered?.kind === 'grid' ? gridAt(hovered.id) : -1,
      selection.kind === 'grid' ? gridAt(selection.id) : -1,
    );
    borderUniforms.uStrength.value = chosen === null ? 1 : 0.45;
    const over = hovered?.kind === 'facility' ? facilityAt(hovered.id) : -1;
    const facility = selection.kind === 'facility' ? facilityAt(selection.id) : -1;
    reach.uniforms.uMarked.value.set(over, facility);
    reach.uniforms.uAll.value = layers.reach ? 1 : 0;
    reach.mesh.visible = layers.facilities && (layers.reach || over >= 0 || facility >= 0);
    grids.visible = layers.grids;
    fills.visible = hovered?.kind === 'grid' || selection.kind === 'grid';
    halo.mark(
      hovered?.kind === 'building' ? (stage.buildingIndex.get(hovered.id) ?? -1) : -1,
      chosen === null ? -1 : (stage.buildingIndex.get(chosen) ?? -1),
    );
    if (symbols) {
      symbols.mesh.visible = layers.facilities;
      symbols.uniforms.uMarked.value.set(over, facility);
    }
    invalidate();
  };
  const stops = [
    useSelection.subscribe(follow),
    useView.subscribe((state, before) => {
      if (state.layers !== before.layers || state.mode !== before.mode) follow();
    }),
    useTheme.subscribe(followFilter),
  ];
  followFilter();
  follow();

  return {
    group,
    frame: (now, cameraMoves) => {
      if (cameraMoves) pointer.moved();
      const tan = Math.tan((camera.fov * Math.PI) / 360);
      borderUniforms.uLens.value.set(screen.height, tan);
      halo.uLens.value.set(screen.height, tan);
      symbols?.uniforms.uLens.value.set(screen.height, tan);
      opener.frame(now);
      labels.frame(now, {
        width: screen.width,
        height: screen.height,
        density: Math.min(scene.quality.stillPixelRatio, window.devicePixelRatio || 1),
      });
    },
    dispose: () => {
      forgetSymbols();
      for (const stop of stops) stop();
      forget();
      pointer.dispose();
      tooltip.dispose();
      labels.dispose();
      opener.dispose();
      symbols?.dispose();
      reach.dispose();
      halo.dispose();
      for (const mesh of [...borders, fills]) {
        mesh.geometry.dispose();
        for (const material of [mesh.material].flat()) material.dispose();
      }
      group.clear();
    },
  };
};
