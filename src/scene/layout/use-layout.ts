/** The laid-out scene of the open community: asked for anew when a shape changes, kept while only words do. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Building, Landscape } from '../../domain/records/index.ts';
import type { Frame } from '../../geometry/frame.ts';
import { type Models, NO_MODELS } from '../../state/models.ts';
import { askLayout, shapesOf } from './ask-layout.ts';
import type { Layout } from './lay-out.ts';

/** A layout with the records that it was made for. */
export interface LaidOut {
  readonly layout: Layout;
  readonly buildings: readonly Building[];
}

export const useLayout = (
  frame: Frame | null,
  buildings: readonly Building[],
  landscape: Landscape | null,
  models: Models = NO_MODELS,
): LaidOut | null => {
  const [laid, setLaid] = useState<(LaidOut & { readonly shapes: string }) | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const shapes = useMemo(
    () => (frame ? shapesOf({ anchor: frame.anchor, buildings }, models.signature) : ''),
    [buildings, frame, models],
  );
  const latest = useRef({ buildings, models });
  useLayoutEffect(() => {
    latest.current = { buildings, models };
  }, [buildings, models]);

  useEffect(() => {
    if (!frame) return;
    let gone = false;
    const { meshOf } = latest.current.models;
    const input = { anchor: frame.anchor, buildings: latest.current.buildings, landscape, models: meshOf };
    askLayout(input, shapes)
      .then((layout) => {
        if (!gone) setLaid({ layout, buildings: latest.current.buildings, shapes });
      })
      .catch((error: unknown) => {
        if (!gone) setFailure(error);
      });
    return () => {
      gone = true;
    };
  }, [frame, shapes, landscape]);

  if (failure !== null) throw failure;
  return useMemo(() => {
    if (!laid || laid.buildings === buildings) return laid;
    // Same shapes, other words: the layout stays. Other shapes: the old picture until the new one is there.
    return laid.shapes === shapes ? { ...laid, buildings } : laid;
  }, [laid, buildings, shapes]);
};
