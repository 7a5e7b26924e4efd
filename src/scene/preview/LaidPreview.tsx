/**
 * What a file would bring, laid out by whoever read it. While the file is still being read (`shown` is null) the canvas gets ready to
 * draw, unseen, so that its picture comes as soon as its places do.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Building, LngLat } from '../../domain/records/index.ts';
import { createFrame } from '../../geometry/frame.ts';
import type { GroundPicture } from '../../state/pictures.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useAwaitingPicture } from '../first-picture.ts';
import { inputsOf } from '../layout/building-inputs.ts';
import { layOutInputs, type SentLayout } from '../layout/lay-out.ts';
import { qualityFor } from '../quality.ts';
import { LaidFrame } from '../SceneFrame.tsx';
import type { ModelDrag } from './model-drag.ts';
import { type OnPick, PREVIEW_VIEW, PreviewActors } from './PreviewActors.tsx';
import { SketchCanvas } from './SketchCanvas.tsx';
import type { SketchFeed } from './sketch-feed.ts';

export type { ModelDrag } from './model-drag.ts';
export type { PreviewHit } from './PreviewActors.tsx';

interface ShownPlaces {
  readonly anchor: LngLat;
  readonly buildings: readonly Building[];
  readonly layout: SentLayout;
}
interface LaidPreviewProps {
  readonly shown: ShownPlaces | null;
  /** What is seen of the file until then. */
  readonly sketch: SketchFeed;
  /** Red, green, blue, alpha a building, 0–255. */
  readonly rgba: Uint8Array | null;
  readonly pictures: readonly GroundPicture[];
  readonly onPick: OnPick;
  readonly drag: ModelDrag | null;
}

/** Has the picture of what is shown been drawn? Then for good: later ones replace it in place. */
const useDrawn = (shown: ShownPlaces | null): boolean => {
  const [drawn, setDrawn] = useState(false);
  const asked = useRef(false);
  const awaiting = useAwaitingPicture();
  useEffect(() => {
    // A scene elsewhere may be waiting for a picture of its own until this one asks for it.
    if (!shown) return;
    if (awaiting) asked.current = true;
    else if (asked.current) setDrawn(true);
  }, [shown, awaiting]);
  return drawn;
};

/** One box on a plain needs the shaders and pipelines of any town. */
const boxOnAPlain = () => {
  const box = { heightMetres: 9, minHeightMetres: 0, storeys: 3, podiumStoreys: 0, units: 0, facade: 0 };
  const corners = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ] as const;
  const frame = createFrame([0, 0]);
  const layout = layOutInputs(frame, [{ ...box, rings: [corners], roof: 'flat', use: 'residential' }], null);
  return { frame, laid: { layout, buildings: [] } };
};

const LaidPreview = ({ shown, sketch, rgba, pictures, onPick, drag }: LaidPreviewProps) => {
  const drawing = usePreferences((state) => state.drawing);
  const quality = useMemo(() => qualityFor(drawing), [drawing]);
  const scene = useMemo(() => {
    if (!shown) return boxOnAPlain();
    const layout = { ...shown.layout, inputs: inputsOf(shown) };
    return { frame: createFrame(shown.anchor), laid: { layout, buildings: shown.buildings } };
  }, [shown]);
  const paint = useMemo(() => (rgba ? { rgba, themed: true } : null), [rgba]);
  const drawn = useDrawn(shown);
  // While a file is drawn as it is read, translating shaders would take the processor from its reading; there is time when it is planned.
  const [sketched, setSketched] = useState(!sketch.isExpected);
  const finishSketch = useCallback(() => setSketched(true), []);
  useEffect(() => {
    if (drawn) sketch.forget();
  }, [drawn, sketch]);
  return (
    <>
      {(shown || sketched) && (
        <LaidFrame
          {...scene}
          view={PREVIEW_VIEW}
          paint={paint}
          quality={quality}
          pictures={pictures}
          warming={!shown}
        >
          <PreviewActors onPick={onPick} drag={drag} />
        </LaidFrame>
      )}
      {!drawn && <SketchCanvas feed={sketch} onWhole={finishSketch} />}
    </>
  );
};

export default LaidPreview;
