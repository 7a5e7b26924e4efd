/** The scene of the open community, fed by the stores. Lazy: the only way into three.js. */
import { useMemo } from 'react';
import { type Backdrop, shownBackdrops } from '../state/backdrops.ts';
import { type GroundPicture, shownPictures } from '../state/pictures.ts';
import { usePlaces } from '../state/places.ts';
import { usePreferences } from '../state/preferences.ts';
import { paintBuildings, useTheme } from '../state/themes.ts';
import { useView } from '../state/view.ts';
import { SceneActors } from './actors/SceneActors.tsx';
import { type Quality, qualityFor } from './quality.ts';
import { SceneFrame } from './SceneFrame.tsx';

export { supportsWebGL2 } from './quality.ts';

const usePaint = () => {
  const theme = useTheme((state) => state.theme);
  const classification = useTheme((state) => state.classification);
  const hiddenClasses = useTheme((state) => state.hiddenClasses);
  return useMemo(
    () => ({ rgba: paintBuildings(classification, hiddenClasses), themed: theme !== 'plain' }),
    [theme, classification, hiddenClasses],
  );
};

const useSceneView = () => {
  const mode = useView((state) => state.mode);
  const date = useView((state) => state.date);
  const hour = useView((state) => state.hour);
  const trees = useView((state) => state.layers.trees);
  const shadows = useView((state) => state.layers.shadows);
  return useMemo(() => ({ mode, date, hour, trees, shadows }), [mode, date, hour, trees, shadows]);
};

const NONE: readonly GroundPicture[] = [];
const usePictures = (): readonly GroundPicture[] => {
  const sources = usePlaces((state) => state.sources);
  const shown = useView((state) => state.layers.imagery);
  return useMemo(() => (shown ? shownPictures(sources) : NONE), [sources, shown]);
};

const NO_BACKDROPS: readonly Backdrop[] = [];
const useBackdrops = (): readonly Backdrop[] => {
  const sources = usePlaces((state) => state.sources);
  const shown = useView((state) => state.layers.realScene);
  return useMemo(() => (shown ? shownBackdrops(sources) : NO_BACKDROPS), [sources, shown]);
};

const SceneOf = ({ quality }: { readonly quality: Quality }) => {
  const frame = usePlaces((state) => state.frame);
  const buildings = usePlaces((state) => state.buildings);
  const landscape = usePlaces((state) => state.landscape);
  const paint = usePaint();
  const view = useSceneView();
  const pictures = usePictures();
  const backdrops = useBackdrops();
  const elevationMetres = usePlaces((state) => state.community?.elevationMetres ?? 0);
  const models = usePlaces((state) => state.models);
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
    >
      <SceneActors />
    </SceneFrame>
  );
};

/** Another quality is another context: the scene is made anew. */
const SceneCanvas = () => {
  const drawing = usePreferences((state) => state.drawing);
  const quality = useMemo(() => qualityFor(drawing), [drawing]);
  return <SceneOf key={quality.level} quality={quality} />;
};

export default SceneCanvas;
