/** The state of one tileset on the page: read, placed, written. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { LngLat } from '../../../../domain/records/index.ts';
import type { Backdrop, OpenFile } from '../../../../state/backdrops.ts';
import { usePreferences } from '../../../../state/preferences.ts';
import type { Problem } from '../../../../transfer/problem.ts';
import { importing, reporting } from '../import-client.ts';
import { blobOf, type ImportFile, useImport } from '../import-store.ts';
import type { Written } from '../places/views.ts';
import type { TilesetChoice, TilesetSummary } from './views.ts';

export interface TilesetImport {
  readonly phase: 'reading' | 'refused' | 'ready' | 'writing' | 'written' | 'failed';
  readonly refusal: Problem | null;
  readonly summary: TilesetSummary | null;
  readonly choice: TilesetChoice | null;
  /** As it will stand. */
  readonly backdrops: readonly Backdrop[];
  readonly percent: number;
  readonly written: Written | null;
  readonly choose: (change: Partial<TilesetChoice>) => void;
  readonly write: () => void;
  readonly cancel: () => void;
}

/** `一期/tileset.json` → `一期` */
const titleOf = ({ path }: ImportFile): string => {
  const [file = '', folder] = path.split('/').toReversed();
  return folder || file.replace(/\.json$/i, '');
};

/** The files of the drop by their path from the tileset's folder. */
const openIn = (file: ImportFile): OpenFile => {
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
  return async (path) => {
    const found = useImport.getState().files.find((each) => !each.served && each.path === folder + path);
    return (found && blobOf(found.id)) ?? null;
  };
};

const percentOf = (done: number, total: number): number =>
  total > 0 && Number.isFinite(total) ? Math.round((100 * done) / total) : 0;

const firstChoice = (file: ImportFile, summary: TilesetSummary, anchor: LngLat): TilesetChoice => ({
  name: titleOf(file),
  placement: summary.place
    ? null
    : { anchor, pivot: [0, 0], groundMetres: 0, rotationDegrees: 0, scale: 1, mirrored: false },
  raisedMetres: summary.suggestedRaise,
});

export const useTilesetImport = (file: ImportFile, anchor: LngLat, groundMetres: number): TilesetImport => {
  const { id } = file;
  const [phase, setPhase] = useState<TilesetImport['phase']>('reading');
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const [summary, setSummary] = useState<TilesetSummary | null>(null);
  const [choice, setChoice] = useState<TilesetChoice | null>(null);
  const [percent, setPercent] = useState(0);
  const [written, setWritten] = useState<Written | null>(null);
  const [start] = useState({ file, anchor, groundMetres });

  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const report = reporting((done, total) => {
        if (!gone) setPercent(percentOf(done, total));
      });
      const outcome = await importing(async (api) => api.readTileset(id, report));
      if (gone) return;
      if (!outcome.ok) {
        setRefusal(outcome.problem);
        return setPhase('refused');
      }
      const first = firstChoice(start.file, outcome.value, start.anchor);
      setSummary(outcome.value);
      setChoice({
        ...first,
        placement: first.placement && { ...first.placement, groundMetres: start.groundMetres },
      });
      setPhase('ready');
    };
    read().catch(() => !gone && setPhase('failed'));
    return () => {
      gone = true;
    };
  }, [id, start]);

  const choose = useCallback(
    (change: Partial<TilesetChoice>) => setChoice((before) => before && { ...before, ...change }),
    [],
  );
  const write = useCallback(() => {
    if (!choice) return;
    setPhase('writing');
    setPercent(0);
    const report = reporting((done, total) => setPercent(percentOf(done, total)));
    const by = usePreferences.getState().deskName;
    importing((api) => api.writeTileset(id, choice, by, report)).then(
      (answer) => {
        setWritten(answer);
        setPhase(answer.ok ? 'written' : 'ready');
      },
      () => setPhase('failed'),
    );
  }, [id, choice]);
  const cancel = useCallback(() => void importing((api) => api.cancel(id)), [id]);

  const open = useMemo(() => (start.file.served ? null : openIn(start.file)), [start]);
  const { placement = null, raisedMetres = 0 } = choice ?? {};
  const backdrops = useMemo(() => {
    const { path, served } = start.file;
    const address = served ? path : (path.split('/').at(-1) ?? path);
    return choice === null ? [] : [{ key: id, address, open, placement, raisedMetres }];
  }, [choice, start, id, open, placement, raisedMetres]);

  return { phase, refusal, summary, choice, backdrops, percent, written, choose, write, cancel };
};
