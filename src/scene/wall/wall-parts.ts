/** Everything of the wall's scene besides land, houses and light: walls of light, borders, symbols, reaches, pulses, labels. */
import { Group, type PerspectiveCamera, Vector2 } from 'three';
import type { Facility } from '../../domain/records/index.ts';
import type { Vec3 } from '../../geometry/framing.ts';
import { useWallView, type WallPulse } from '../../state/wall-view.ts';
import { createGridBorders } from '../actors/ground/grid-borders.ts';
import { createReachDiscs, type ReachDiscs } from '../actors/ground/reach-discs.ts';
import { createScreen } from '../actors/picking/screen.ts';
import type { Stage } from '../actors/stage.ts';
import type { FacilitySymbols } from '../actors/symbols/facility-symbols.ts';
import { loadSymbols } from '../actors/symbols/load-symbols.ts';
import { createTween, reducedMotion } from '../actors/tween.ts';
import { createGridTints } from '../actors/walls/grid-tints.ts';
import { createGridWalls } from '../actors/walls/grid-walls.ts';
import { createPulses, type Pulse } from '../actors/walls/pulses.ts';
import type { SceneContextValue } from '../context.ts';
import { createWallLabels } from './wall-labels.ts';

const MARK_MS = 1600;
const COLOURS = {
  day: { line: '#0f6d80', glow: '#2fa3b5', red: '#c0291f', yellow: '#d98a10', urgent: '#d2411e' },
  night: { line: '#bdeff5', glow: '#58c6d6', red: '#ff5a4a', yellow: '#ffc24d', urgent: '#ff8a3d' },
} as const;
const TINT = { day: 0.62, night: 0.58 } as const;
const PACE = { red: 1.25, yellow: 0.8, urgent: 1.8 } as const;

export interface WallParts {
  readonly group: Group;
  frame(nowMs: number): void;
  /** Does something move by itself? */
  wants(nowMs: number): boolean;
  /** Nothing is on its way to where a shot has it: no wall of light rises, no name fades. */
  settled(nowMs: number): boolean;
  setEffects(on: boolean): void;
  dispose(): void;
}

/** One mesh for each kind of facility there is, made once: a shot only shows it. */
const reachesOf = (stage: Stage): ReadonlyMap<Facility['kind'], ReachDiscs> => {
  const kinds = [...new Set(stage.facilities.map(({ record }) => record.kind))];
  return new Map(
    kinds.map((kind) => {
      const discs = createReachDiscs({
        ...stage,
        facilities: stage.facilities.filter(({ record }) => record.kind === kind),
      });
      discs.uniforms.uAll.value = 1;
      discs.uniforms.uStrength.value = 1.3;
      discs.mesh.visible = false;
      return [kind, discs];
    }),
  );
};

const footOf = (stage: Stage, { buildingId, gridId }: WallPulse): Vec3 | null => {
  const building = stage.buildings[stage.buildingIndex.get(buildingId ?? '') ?? -1];
  if (building) return [building.centre[0], building.centre[1], building.topZ];
  const grid = stage.grids.find(({ record }) => record.id === gridId);
  return grid ? [...grid.centre.point, stage.terrain.heightAt(...grid.centre.point)] : null;
};

export const createWallParts = (
  stage: Stage,
  scene: SceneContextValue,
  camera: PerspectiveCamera,
  element: HTMLElement,
): WallParts => {
  const group = new Group();
  const { invalidate } = scene;
  const screen = createScreen(camera, element);
  const walls = createGridWalls(stage);
  const { uniforms: borderUniforms, lines: borders, fills, ground } = createGridBorders(stage);
  const tints = createGridTints(ground, stage.grids.length);
  const reaches = reachesOf(stage);
  const pulses = createPulses();
  const labels = createWallLabels(stage, camera, group, invalidate);
  group.add(
    tints.mesh,
    fills,
    ...borders,
    walls.mesh,
    ...[...reaches.values()].map(({ mesh }) => mesh),
    pulses.mesh,
  );

  let symbols: FacilitySymbols | null = null;
  let effects = true;
  const mark = createTween(0);
  const forgetSymbols = loadSymbols(stage, scene.light, screen, (made) => {
    symbols = made;
    group.add(made.mesh);
    follow();
  });

  const followPulses = (): void => {
    const { pulses: wanted, sun } = useWallView.getState();
    const colours = COLOURS[sun.mode];
    pulses.set(
      wanted.flatMap((each): Pulse[] => {
        const foot = footOf(stage, each);
        return foot ? [{ foot, colour: colours[each.tone], pace: PACE[each.tone] }] : [];
      }),
    );
    invalidate();
  };
  const followTints = (): void => {
    const { gridTints } = useWallView.getState();
    tints.set(stage.grids.map(({ record }) => gridTints.get(record.id) ?? null));
    invalidate();
  };
  const followMode = (): void => {
    const { mode } = useWallView.getState().sun;
    borderUniforms.uLine.value.set(COLOURS[mode].line);
    borderUniforms.uGlowLine.value.set(COLOURS[mode].glow);
    walls.setMode(mode);
    tints.setStrength(TINT[mode]);
    followPulses();
  };
  /** What the shot is about stands out. */
  const follow = (): void => {
    const { shot } = useWallView.getState();
    const grid = shot.kind === 'grid' ? stage.grids.findIndex(({ record }) => record.id === shot.id) : -1;
    borderUniforms.uGrids.value.set(-1, grid);
    fills.visible = grid >= 0;
    const calm = reducedMotion() || !effects;
    if (grid >= 0) walls.marked.value.x = grid;
    if (calm) mark.jump(grid >= 0 ? 1 : 0);
    else {
      if (grid >= 0) mark.jump(0);
      mark.to(grid >= 0 ? 1 : 0, performance.now(), MARK_MS);
    }
    const facility = shot.kind === 'facilities' ? shot.facility : null;
    for (const [kind, { mesh }] of reaches) mesh.visible = kind === facility;
    const marked = stage.facilities.flatMap(({ record }, at) => (record.kind === facility ? [at] : []));
    symbols?.uniforms.uMarked.value.set(marked[1] ?? -1, marked[0] ?? -1);
    invalidate();
  };
  const unsubscribe = useWallView.subscribe((state, before) => {
    if (state.shotSeq !== before.shotSeq) follow();
    if (state.sun.mode !== before.sun.mode) followMode();
    else if (state.pulses !== before.pulses) followPulses();
    if (state.gridTints !== before.gridTints) followTints();
  });
  followMode();
  followTints();
  follow();

  const lens = new Vector2();
  return {
    group,
    wants: (now) => !mark.done(now) || (effects && !reducedMotion()),
    settled: (now) => mark.done(now) && !labels.busy,
    setEffects: (on) => {
      effects = on;
    },
    frame: (now) => {
      const { letters } = useWallView.getState();
      const tan = Math.tan((camera.fov * Math.PI) / 360);
      // Lines and symbols keep the size of letters: they count pixels as a smaller canvas would.
      lens.set(screen.height / letters, tan);
      borderUniforms.uLens.value.copy(lens);
      pulses.lens.value.copy(lens);
      symbols?.uniforms.uLens.value.copy(lens);
      const forward = mark.at(now);
      walls.marked.value.y = forward;
      walls.others.value = 1 - 0.5 * forward;
      if (effects && !reducedMotion()) {
        // Hours of seconds would lose their fractions on the way to the shader.
        walls.time.value = (now / 1000) % 2000;
        pulses.time.value = (now / 1000) % 2000;
      } else {
        walls.time.value = 0;
        pulses.time.value = 0.9;
      }
      labels.frame(now, screen.width, screen.height);
    },
    dispose: () => {
      forgetSymbols();
      unsubscribe();
      labels.dispose();
      walls.dispose();
      tints.dispose();
      pulses.dispose();
      symbols?.dispose();
      for (const discs of reaches.values()) discs.dispose();
      for (const mesh of [...borders, fills]) {
        mesh.geometry.dispose();
        for (const material of [mesh.material].flat()) material.dispose();
      }
      group.clear();
    },
  };
};
