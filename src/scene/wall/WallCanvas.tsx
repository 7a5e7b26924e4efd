/** The scene of a wall: the same land, houses, models, pictures and tiles as on a desk, one device pixel a CSS pixel, directed by a tour. Lazy. */
import { useMemo } from 'react';
import { shownBackdrops } from '../../state/backdrops.ts';
import { shownPictures } from '../../state/pictures.ts';
import { usePlaces } from '../../state/places.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useWallView } from '../../state/wall-view.ts';
import { type Quality, qualityFor } from '../quality.ts';
import { SceneFrame } from '../SceneFrame.tsx';
import { LEVELS } from './governor.ts';
import { WallDirector } from './WallDirector.tsx';

const FOV_DEGREES = 32;

/** Pixels are the governor's business here, not those of a desk at rest. */
const wallQuality = (drawing: Parameters<typeof qualityFor>[0]): Quality => {
  const quality = qualityFor(drawing);
  return { ...quality, stillPixelRatio: 1, movingPixelRatio: 1, plainWays: quality.level === 'low' };
};

const useSceneView = () => {
  const { mode, date, hour } = useWallView((state) => state.sun);
  // What moves plainly has none whatever is said here, and what stands then costs one frame: it keeps them.
  const shadows = useWallView(({ health }) => {
    const level = LEVELS[health.level];
    return level !== undefined && (level.shadows || level.plain);
  });
  return useMemo(() => ({ mode, date, hour, trees: true, shadows }), [mode, date, hour, shadows]);
};

const WallCanvas = () => {
  const drawing = usePreferences((state) => state.drawing);
  const quality = useMemo(() => wallQuality(drawing), [drawing]);
  const frame = usePlaces((state) => state.frame);
  const buildings = usePlaces((state) => state.buildings);
  const landscape = usePlaces((state) => state.landscape);
  const models = usePlaces((state) => state.models);
  const sources = usePlaces((state) => state.sources);
  const pictures = useMemo(() => shownPictures(sources), [sources]);
  const backdrops = useMemo(() => shownBackdrops(sources), [sources]);
  const elevationMetres = usePlaces((state) => state.community?.elevationMetres ?? 0);
  const paint = useWallView((state) => state.paint);
  const view = useSceneView();
  return (
    <SceneFrame
      frame={frame}
      buildings={buildings}
      landscape={landscape}
      models={models}
      view={view}
      paint={paint}
      quality={quality}
      pictures={pictures}
      backdrops={backdrops}
      elevationMetres={elevationMetres}
      fovDegrees={FOV_DEGREES}
    >
      <WallDirector />
    </SceneFrame>
  );
};

export default WallCanvas;
