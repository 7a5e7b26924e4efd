/**
 * The opening of the application: the registry of communities, the sample when none is installed, the store, the places. Every step
 * says what it does; a failure is one clear sentence and can be tried again. The scene's code is fetched meanwhile.
 */
import { create } from 'zustand';
import { askLayout, shapesOf } from '../scene/layout/ask-layout.ts';
import { supportsWebGL2 } from '../scene/quality.ts';
import { remindOfBackup } from '../state/backup-reminder.ts';
import { duringWork, whenIdle } from '../state/busy.ts';
import { watchInterior } from '../state/interior.ts';
import { loadPlaces, usePlaces } from '../state/places.ts';
import { startSearch } from '../state/search/index.ts';
import { notify } from '../state/notices.ts';
import { watchUndo } from '../state/undo.ts';
import {
  listCommunities,
  onVersionTrouble,
  openStore,
  persistStorage,
  settleActs,
  type VersionTrouble,
} from '../storage/index.ts';
import { type OpeningFailure, whyNotOpened } from './opening-failures.ts';
import { loadSample } from '../state/sample.ts';

/** Installing is reading for the first half of its records and writing for the second. */
export type OpeningStage = 'open' | 'read' | 'write' | 'settle' | 'load';

interface OpeningState {
  readonly phase: 'opening' | 'installing' | 'ready' | 'failed';
  readonly stage: OpeningStage;
  /** Records written so far, while installing. */
  readonly done: number;
  readonly total: number;
  readonly failure: OpeningFailure | null;
  /** The first picture stands and the search is ready: time for what can wait. */
  readonly settled: boolean;
  /** Another tab runs another version: this one must be reloaded, or waits for that one. */
  readonly trouble: VersionTrouble | null;
  readonly storage: 'unknown' | 'granted' | 'refused' | 'unsupported';
}

const AT_THE_DOOR: OpeningState = {
  phase: 'opening',
  stage: 'open',
  done: 0,
  total: 0,
  failure: null,
  settled: false,
  trouble: null,
  storage: 'unknown',
};

export const useOpening = create<OpeningState>()(() => AT_THE_DOOR);

const installSample = async (): Promise<string> => {
  useOpening.setState({ phase: 'installing', stage: 'read' });
  return loadSample({
    signal: new AbortController().signal,
    onProgress: ({ done, total }) =>
      useOpening.setState({ stage: total > 0 && done * 2 >= total ? 'write' : 'read', done, total }),
  });
};

/** The scene is laid out beside everything else that has to be fetched before it is drawn. */
const prepareScene = (): void => {
  const { frame, buildings, landscape, models } = usePlaces.getState();
  if (!frame || !supportsWebGL2()) return;
  // A failure is the scene's to tell, which asks again.
  const input = { anchor: frame.anchor, buildings, landscape, models: models.meshOf };
  askLayout(input, shapesOf(input, models.signature)).catch(() => undefined);
};

/** An import that a killed browser left half-way is taken back before anybody sees the half of it. */
const settle = async (): Promise<void> => {
  const settled = await settleActs(() => useOpening.setState({ stage: 'settle' }));
  if (settled !== 'nothing') notify({ kind: 'warning', key: `start.settled.${settled}` });
};

/** The community that was named when the application was started, if it lies open; a sealed one waits on the backup page. */
const openNamed = async (): Promise<string | null> => {
  const name = new URLSearchParams(window.location.search).get('open');
  if (name === null) return null;
  const { openGiven } = await import('../staff/data/backup/open-given.ts');
  useOpening.setState({ phase: 'installing', stage: 'read' });
  const given = await openGiven(name, (stage, done, total) =>
    useOpening.setState({ stage: stage === 'check' ? 'read' : 'write', done, total }),
  );
  if (given.kind === 'sealed') window.location.hash = '#/staff/data/backup';
  return given.kind === 'opened' ? given.communityId : null;
};

/** Was this page opened as a wall? It stays one: a page that has held people is no wall, and a wall is opened without them. */
export const OPENED_AS_WALL =
  typeof window !== 'undefined' && /^#\/wall(?:[/?]|$)/.test(window.location.hash);

const open = async (): Promise<void> => {
  const named = await openNamed();
  const known = (await listCommunities()).filter((community) => community.state === 'ready');
  const latest = known.toSorted((a, b) => b.openedAt - a.openedAt)[0];
  const communityId = named ?? latest?.id ?? (await installSample());
  useOpening.setState({ stage: 'load' });
  await openStore(communityId);
  await settle();
  await loadPlaces({ workers: !OPENED_AS_WALL });
  prepareScene();
  if (OPENED_AS_WALL) return;
  watchInterior();
  await watchUndo();
};

let running: Promise<void> | null = null;

/** Opens the community; while it runs, a second call waits for the first. */
export const openCommunity = (): Promise<void> => {
  running ??= duringWork('opening', open)
    .then(() => {
      useOpening.setState({ phase: 'ready', trouble: null });
      void persistStorage().then((storage) => useOpening.setState({ storage }));
      // The index is built when the first picture stands.
      void whenIdle()
        .then(OPENED_AS_WALL ? undefined : startSearch)
        .then(OPENED_AS_WALL ? undefined : remindOfBackup)
        .then(() => useOpening.setState({ settled: true }));
    })
    .catch((error: unknown) => {
      useOpening.setState({ phase: 'failed', failure: whyNotOpened(error) });
    })
    .finally(() => {
      running = null;
    });
  return running;
};

export const retryOpening = (): void => {
  useOpening.setState(AT_THE_DOOR);
  void openCommunity();
};

onVersionTrouble((trouble) => useOpening.setState({ trouble }));
