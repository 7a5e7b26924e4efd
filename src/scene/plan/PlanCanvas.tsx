/**
 * A plan of grids over the land and the houses as they are, before anything is published: its borders draped, its walls standing if one
 * wants them, what was before as dashes, each house in the colour of its grid. A camera of its own. Lazy: a way into three.js.
 */
import { useFrame, useThree } from '@react-three/fiber';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { Group, type PerspectiveCamera } from 'three';
import type { LngLat, MultiPolygon } from '../../domain/records/index.ts';
import { drapePolygons } from '../../geometry/draped-polygons.ts';
import { ringsToLocal } from '../../geometry/frame.ts';
import { orientPolygon } from '../../geometry/local-polygon.ts';
import { visualCentre } from '../../geometry/visual-centre.ts';
import { beginWork, endWork } from '../../state/busy.ts';
import { shownPictures } from '../../state/pictures.ts';
import { usePlaces } from '../../state/places.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useView } from '../../state/view.ts';
import { type CameraRig, createCameraRig } from '../actors/camera/camera-rig.ts';
import { createScreen } from '../actors/picking/screen.ts';
import { createStage } from '../actors/stage.ts';
import { createTween, reducedMotion } from '../actors/tween.ts';
import { createGridTints } from '../actors/walls/grid-tints.ts';
import { useSceneContext } from '../context.ts';
import { attachClickHit, type PreviewHit } from '../preview/click-hit.ts';
import { qualityFor } from '../quality.ts';
import { SceneFrame } from '../SceneFrame.tsx';
import { useDisposal } from '../use-disposal.ts';
import { createPlanLabels, type PlanLabels } from './plan-labels.ts';
import { createPlanLights, createPlanUniforms } from './plan-lights.ts';

export interface PlanGrid {
  readonly id: string;
  readonly name: string;
  /** A figure beside the name: "412 户". */
  readonly note: string;
  /** `#rrggbb`. */
  readonly colour: string;
  readonly boundary: MultiPolygon;
}

export interface PlanCanvasProps {
  readonly grids: readonly PlanGrid[];
  /** Borders that were and are no more, drawn as dashes. */
  readonly former: readonly (readonly LngLat[])[];
  /** Red, green, blue, alpha a building, 0–255, in the order of `places.buildings`. */
  readonly rgba: Uint8Array;
  readonly walls: boolean;
  readonly ghosts: boolean;
  readonly markedId: string | null;
  readonly onPick: (hit: PreviewHit) => void;
}

const RISE_MS = 700;
const LABEL_METRES = 30;
const TINT_ALPHA = '66';
const GHOST = { day: '#fff6e2', night: '#dfeef0' } as const;
const WORK = 'plan walls';

/** Walls on their way are work in hand. */
const useRising = (): ((on: boolean) => void) => {
  const rising = useRef(false);
  return useCallback((on) => {
    if (rising.current === on) return;
    rising.current = on;
    if (on) beginWork(WORK);
    else endWork(WORK);
  }, []);
};

const useShapes = (grids: readonly PlanGrid[]) => {
  const { frame } = useSceneContext();
  return useMemo(
    () =>
      grids.map(({ boundary, colour }) => ({
        colour,
        polygons: boundary.map((rings) => orientPolygon(ringsToLocal(frame, rings))),
      })),
    [grids, frame],
  );
};

const PlanActors = ({ grids, former, walls, ghosts, markedId, onPick }: Omit<PlanCanvasProps, 'rgba'>) => {
  const { frame, terrain, buildings } = useSceneContext();
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const element = useThree((state) => state.gl.domElement);
  const invalidate = useThree((state) => state.invalidate);
  const mode = useView((state) => state.mode);
  const root = useMemo(() => new Group(), []);
  const uniforms = useMemo(createPlanUniforms, []);
  const screen = useMemo(() => createScreen(camera, element), [camera, element]);
  const stage = useMemo(
    () => createStage({ buildings, grids: [], facilities: [] }, frame, terrain),
    [buildings, frame, terrain],
  );
  const shapes = useShapes(grids);
  const old = useMemo(() => former.map((line) => line.map((point) => frame.toLocal(point))), [former, frame]);
  const lights = useMemo(
    () => createPlanLights(shapes, old, terrain, uniforms),
    [shapes, old, terrain, uniforms],
  );
  const tints = useMemo(() => {
    const owned = shapes.map(({ polygons }, owner) => ({ polygons, owner }));
    const made = createGridTints(drapePolygons(owned, terrain), shapes.length);
    made.set(shapes.map(({ colour }) => `${colour}${TINT_ALPHA}`));
    made.setStrength(1);
    return made;
  }, [shapes, terrain]);
  useDisposal(lights.all);
  const rig = useRef<CameraRig | null>(null);
  const labels = useRef<PlanLabels | null>(null);
  const rise = useRef(createTween(0));
  const setRising = useRising();
  const latest = useRef({ stage, onPick });
  useLayoutEffect(() => {
    latest.current = { stage, onPick };
  }, [stage, onPick]);

  useEffect(() => {
    const made = createCameraRig(camera, element, latest.current.stage, () => invalidate(), {
      followsView: false,
    });
    rig.current = made;
    return () => {
      rig.current = null;
      made.dispose();
    };
  }, [camera, element, invalidate]);
  useEffect(() => rig.current?.setStage(stage), [stage]);
  useEffect(() => attachClickHit(screen, element, () => latest.current), [screen, element]);

  useEffect(() => {
    root.add(tints.mesh, ...lights.all);
    invalidate();
    return () => {
      root.clear();
      tints.dispose();
    };
  }, [root, lights, tints, invalidate]);

  useEffect(() => {
    const made = createPlanLabels(
      grids.map(({ name, note, colour }, at) => {
        const centres = (shapes[at]?.polygons ?? []).map((polygon) => visualCentre(polygon));
        const [x, y] = centres.toSorted((a, b) => b.radiusMetres - a.radiusMetres)[0]?.point ?? [0, 0];
        return { name, note, colour, at: [x, y, terrain.heightAt(x, y) + LABEL_METRES] };
      }),
      element,
    );
    labels.current = made;
    invalidate();
    return () => {
      labels.current = null;
      made.dispose();
    };
  }, [grids, shapes, terrain, element, invalidate]);

  useEffect(() => {
    const at = grids.findIndex(({ id }) => id === markedId);
    uniforms.uMarked.value = at;
    labels.current?.mark(at);
    uniforms.uGhost.value.set(GHOST[mode]);
    lights.ghosts.visible = ghosts;
    invalidate();
  }, [grids, markedId, mode, ghosts, lights, uniforms, invalidate]);

  useEffect(() => {
    const goal = walls ? 1 : 0;
    if (rise.current.goal === goal) return;
    if (reducedMotion()) rise.current.jump(goal);
    else rise.current.to(goal, performance.now(), RISE_MS);
    setRising(true);
    invalidate();
  }, [walls, setRising, invalidate]);
  useEffect(() => () => setRising(false), [setRising]);

  useFrame((_, delta) => {
    rig.current?.frame(delta);
  }, -3);
  useFrame(() => {
    const now = performance.now();
    uniforms.uLens.value.set(screen.height, Math.tan((camera.fov * Math.PI) / 360));
    uniforms.uRise.value = rise.current.at(now);
    lights.walls.visible = uniforms.uRise.value > 0;
    labels.current?.frame(screen);
    if (rise.current.done(now)) setRising(false);
    else invalidate();
  }, -1);
  return <primitive object={root} />;
};

const PlanCanvas = ({ rgba, ...plan }: PlanCanvasProps) => {
  const drawing = usePreferences((state) => state.drawing);
  const quality = useMemo(() => qualityFor(drawing), [drawing]);
  const { frame, buildings, landscape, models, sources } = usePlaces();
  const { mode, date, hour, layers } = useView();
  const view = useMemo(
    () => ({ mode, date, hour, trees: layers.trees, shadows: layers.shadows }),
    [mode, date, hour, layers],
  );
  const pictures = useMemo(() => (layers.imagery ? shownPictures(sources) : []), [layers, sources]);
  const paint = useMemo(() => ({ rgba, themed: true }), [rgba]);
  return (
    <SceneFrame
      key={quality.level}
      frame={frame}
      buildings={buildings}
      landscape={landscape}
      models={models}
      view={view}
      paint={paint}
      quality={quality}
      pictures={pictures}
    >
      <PlanActors {...plan} />
    </SceneFrame>
  );
};

export default PlanCanvas;
