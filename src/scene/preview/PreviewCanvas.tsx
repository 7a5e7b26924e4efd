/**
 * Places as they will be, before it is written: a scene of its own with a camera of its own; a click tells what was hit and where.
 */
import { useMemo } from 'react';
import type { Building, Landscape, LngLat } from '../../domain/records/index.ts';
import { createFrame } from '../../geometry/frame.ts';
import type { Backdrop } from '../../state/backdrops.ts';
import type { Models } from '../../state/models.ts';
import { usePreferences } from '../../state/preferences.ts';
import { qualityFor } from '../quality.ts';
import { SceneFrame } from '../SceneFrame.tsx';
import { type OnPick, PREVIEW_VIEW, PreviewActors } from './PreviewActors.tsx';

export type { PreviewHit } from './PreviewActors.tsx';

export interface PreviewProps {
  readonly anchor: LngLat;
  readonly buildings: readonly Building[];
  readonly landscape: Landscape | null;
  readonly models?: Models;
  /** Red, green, blue, alpha a building, 0–255; their own colours without it. */
  readonly rgba?: Uint8Array | null;
  readonly backdrops?: readonly Backdrop[];
  readonly elevationMetres?: number;
  readonly onPick?: OnPick;
}

const PreviewCanvas = ({ anchor, rgba, onPick, ...scene }: PreviewProps) => {
  const drawing = usePreferences((state) => state.drawing);
  const quality = useMemo(() => qualityFor(drawing), [drawing]);
  const frame = useMemo(() => createFrame(anchor), [anchor]);
  const paint = useMemo(() => (rgba ? { rgba, themed: true } : null), [rgba]);
  return (
    <SceneFrame frame={frame} view={PREVIEW_VIEW} paint={paint} quality={quality} {...scene}>
      <PreviewActors onPick={onPick} />
    </SceneFrame>
  );
};

export default PreviewCanvas;
