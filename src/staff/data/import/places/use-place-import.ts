/** The state of one file of places on the page: read, chosen, previewed, written. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { createSketchFeed, type SketchFeed } from '../../../../scene/preview/sketch-feed.ts';
import { usePreferences } from '../../../../state/preferences.ts';
import { DEFAULT_PLACE_OPTIONS } from '../../../../transfer/places/plan.ts';
import type { PlaceFormat } from '../../../../transfer/places/place-set.ts';
import type { Problem } from '../../../../transfer/problem.ts';
import { importing, proxyOf, reporting } from '../import-client.ts';
import type { PlaceChoice, PlacePreview, PlaceSummary, Where, Written } from './views.ts';

export interface PlaceImport {
  readonly phase: 'reading' | 'refused' | 'ready' | 'writing' | 'written' | 'failed';
  readonly refusal: Problem | null;
  readonly summary: PlaceSummary | null;
  readonly choice: PlaceChoice | null;
  readonly preview: PlacePreview | null;
  /** What has been read of the file, to be seen until there is a preview. */
  readonly sketch: SketchFeed;
  /** Is the preview older than the choice? */
  readonly stale: boolean;
  /** 0–100 while reading or writing. */
  readonly percent: number;
  readonly written: Written | null;
  readonly choose: (change: Partial<PlaceChoice>) => void;
  readonly link: (key: string, buildingId: string | null) => void;
  readonly write: () => void;
  readonly cancel: () => void;
}

/** Where a model without coordinates is put first: at the community's centre, north up. */
const firstWhere = (summary: PlaceSummary, anchor: readonly [number, number]): Where | null => {
  if (summary.crs) return { kind: 'crs', text: summary.crs.text };
  const candidate = summary.candidates.find(({ crs }) => crs !== null)?.crs;
  if (candidate && !summary.unplaced) return { kind: 'crs', text: candidate.text };
  if (!summary.unplaced) return null;
  return {
    kind: 'placement',
    placement: {
      anchor: [anchor[0], anchor[1]],
      pivot: [0, 0],
      groundMetres: 0,
      rotationDegrees: 0,
      // Of a picture the unit is a pixel: of an aerial picture, a few decimetres.
      scale: summary.sizePx ? 0.3 : 1,
      mirrored: false,
    },
  };
};

const percentOf = (done: number, total: number): number => (total > 0 ? Math.round((100 * done) / total) : 0);

export const usePlaceImport = (
  id: string,
  name: string,
  format: PlaceFormat,
  anchor: readonly [number, number],
): PlaceImport => {
  const [phase, setPhase] = useState<PlaceImport['phase']>('reading');
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const [summary, setSummary] = useState<PlaceSummary | null>(null);
  const [choice, setChoice] = useState<PlaceChoice | null>(null);
  const [preview, setPreview] = useState<PlacePreview | null>(null);
  const [shown, setShown] = useState<PlaceChoice | null>(null);
  const [percent, setPercent] = useState(0);
  const [sketch] = useState(() => createSketchFeed(format.startsWith('geojson')));
  const [written, setWritten] = useState<Written | null>(null);
  const start = useRef(anchor);

  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const report = reporting((done, total) => {
        if (!gone) setPercent(percentOf(done, total));
      });
      const outcome = await importing(async (api) => api.readPlaces(id, format, report, proxyOf(sketch.add)));
      if (gone) return;
      if (!outcome.ok) {
        setRefusal(outcome.problem);
        return setPhase('refused');
      }
      const where = firstWhere(outcome.value, start.current);
      setSummary(outcome.value);
      setPhase('ready');
      if (where)
        setChoice({
          ...DEFAULT_PLACE_OPTIONS,
          where,
          name: name.replace(/\.[^.]+$/, ''),
          areasAs: outcome.value.has.buildings === 0 ? 'grids' : 'ignore',
          terrain: outcome.value.has.terrain,
        });
    };
    read().catch(() => !gone && setPhase('failed'));
    return () => {
      gone = true;
    };
  }, [id, name, format, sketch]);

  // The latest choice is what is asked for; answers to older ones are passed over.
  useEffect(() => {
    if (!choice) return;
    let gone = false;
    importing((api) => api.previewPlaces(id, choice)).then(
      (answer) => {
        if (gone) return;
        setPreview(answer);
        setShown(choice);
      },
      () => !gone && setPhase('failed'),
    );
    return () => {
      gone = true;
    };
  }, [id, choice]);

  const choose = useCallback(
    (change: Partial<PlaceChoice>) => setChoice((before) => (before ? { ...before, ...change } : before)),
    [],
  );
  const link = useCallback(
    (key: string, buildingId: string | null) => {
      void importing((api) => api.linkByHand(id, key, buildingId));
      setPreview(
        (before) =>
          before && {
            ...before,
            objects: before.objects.map((object) =>
              object.key === key
                ? {
                    ...object,
                    outcome: buildingId === null ? 'unlinked' : 'linked',
                    match: buildingId === null ? null : { buildingId, by: 'hand', share: 1 },
                  }
                : object,
            ),
          },
      );
    },
    [id],
  );
  const write = useCallback(() => {
    setPhase('writing');
    setPercent(0);
    const report = reporting((done, total) => setPercent(percentOf(done, total)));
    const by = usePreferences.getState().deskName;
    importing((api) => api.writePlaces(id, by, report)).then(
      (answer) => {
        setWritten(answer);
        setPhase(answer.ok ? 'written' : 'ready');
      },
      () => setPhase('failed'),
    );
  }, [id]);
  const cancel = useCallback(() => void importing((api) => api.cancel(id)), [id]);

  return {
    phase,
    refusal,
    summary,
    choice,
    preview,
    sketch,
    stale: choice !== shown,
    percent,
    written,
    choose,
    link,
    write,
    cancel,
  };
};
