/**
 * The inside of the opened building: its homes, households, people and what is known of them, and the marks of every home. Loaded
 * when the selection enters a building, refreshed by commits that touch it, emptied when the selection leaves.
 */
import { create } from 'zustand';
import type { Dwelling } from '../domain/records/index.ts';
import { type Committed, interiorOf, onCommitted } from '../storage/index.ts';
import { beginWork, endWork } from './busy.ts';
import { buildingOf } from './selection.ts';
import { useSelection } from './selection-store.ts';
import type { MemberMode } from './totals.ts';

export type InteriorRecords = Awaited<ReturnType<typeof interiorOf>>;

/** What a home's cell in the table and its box in the scene show. */
export interface DwellingMarks {
  readonly households: number;
  /** Present residents. */
  readonly residents: number;
  /** Active Party members, and how each is managed. */
  readonly members: number;
  readonly memberModes: readonly MemberMode[];
  /** Households on the low-income allowance. */
  readonly lowIncome: number;
  /** Active care needs. */
  readonly care: number;
  /** People registered as come from elsewhere. */
  readonly floating: number;
  readonly organisations: number;
  readonly openMatters: number;
  readonly occupancy: Dwelling['occupancy'];
  readonly use: Dwelling['use'];
}

export interface InteriorState {
  readonly buildingId: string | null;
  readonly status: 'empty' | 'loading' | 'ready' | 'failed';
  readonly records: InteriorRecords | null;
  readonly dwellings: readonly Dwelling[];
  readonly marks: ReadonlyMap<string, DwellingMarks>;
  /** Present residents by home. */
  readonly residentsByDwelling: ReadonlyMap<string, number>;
  /** Goes up with every load. */
  readonly version: number;
}

type Draft = { -readonly [K in keyof DwellingMarks]: DwellingMarks[K] } & { memberModes: MemberMode[] };

/** Counts what every home of the building shows. Records that name another home are passed over. */
export const marksOf = (records: InteriorRecords): Map<string, DwellingMarks> => {
  const marks = new Map<string, Draft>(
    records.dwellings.map((d) => [
      d.id,
      {
        households: 0,
        residents: 0,
        members: 0,
        memberModes: [],
        lowIncome: 0,
        care: 0,
        floating: 0,
        organisations: 0,
        openMatters: 0,
        occupancy: d.occupancy,
        use: d.use,
      },
    ]),
  );
  const at = (dwellingId: string | null): Draft | undefined =>
    dwellingId === null ? undefined : marks.get(dwellingId);
  const count = (
    key: 'households' | 'residents' | 'lowIncome' | 'care' | 'floating' | 'organisations' | 'openMatters',
    dwellingId: string | null,
  ): void => {
    const mark = at(dwellingId);
    if (mark) mark[key] += 1;
  };
  for (const h of records.households) if (h.state === 'active') count('households', h.dwellingId);
  for (const r of records.residents) if (r.status === 'present') count('residents', r.dwellingId);
  for (const m of records.memberships) {
    const mark = m.state === 'active' ? at(m.dwellingId) : undefined;
    if (!mark) continue;
    mark.members += 1;
    mark.memberModes.push(m.mode);
  }
  for (const a of records.assistances)
    if (a.state === 'active' && a.kind === 'lowIncome') count('lowIncome', a.dwellingId);
  for (const c of records.careNeeds) if (c.state === 'active') count('care', c.dwellingId);
  for (const f of records.floating)
    if (f.state === 'active' && f.direction === 'in') count('floating', f.dwellingId);
  for (const o of records.organisations)
    if (o.until === null) for (const dwellingId of o.dwellingIds) count('organisations', dwellingId);
  for (const m of records.openMatters) if (m.open) count('openMatters', m.dwellingId);
  return marks;
};

const EMPTY: InteriorState = {
  buildingId: null,
  status: 'empty',
  records: null,
  dwellings: [],
  marks: new Map(),
  residentsByDwelling: new Map(),
  version: 0,
};

export const useInterior = create<InteriorState>()(() => EMPTY);

let turn = 0;

/** Loads the building; a later call makes an earlier answer stale. The old records stay on screen while a refresh runs. */
const load = async (buildingId: string): Promise<void> => {
  const mine = ++turn;
  beginWork('interior');
  try {
    const records = await interiorOf(buildingId);
    if (mine !== turn) return;
    const marks = marksOf(records);
    useInterior.setState((s) => ({
      buildingId,
      status: 'ready',
      records,
      dwellings: records.dwellings,
      marks,
      residentsByDwelling: new Map([...marks].map(([id, mark]) => [id, mark.residents])),
      version: s.version + 1,
    }));
  } catch {
    if (mine === turn) useInterior.setState({ status: 'failed' });
  } finally {
    endWork('interior');
  }
};

/** Loads again what is open, after a failure. */
export const reloadInterior = async (): Promise<void> => {
  const { buildingId } = useInterior.getState();
  if (buildingId) await load(buildingId);
};

const enter = (buildingId: string | null): void => {
  const state = useInterior.getState();
  if (buildingId === state.buildingId) return;
  turn++;
  useInterior.setState({
    ...EMPTY,
    buildingId,
    status: buildingId ? 'loading' : 'empty',
    version: state.version + 1,
  });
  if (buildingId) void load(buildingId);
};

/** Does the commit touch a record that lies in the building? `buildings` names those whose counts changed; the rest go by table. */
const touches = (committed: Committed, state: InteriorState): boolean => {
  if (state.buildingId === null) return false;
  if (committed.bulk || committed.buildings.includes(state.buildingId)) return true;
  const { records } = state;
  if (!records) return false;
  const shown = new Set<string>([state.buildingId]);
  for (const list of [
    records.dwellings,
    records.households,
    records.residents,
    records.memberships,
    records.floating,
    records.assistances,
    records.careNeeds,
    records.organisations,
    records.openMatters,
  ])
    for (const record of list) shown.add(record.id);
  return committed.tables.includes('buildingHeads') || committed.ids.some((changed) => shown.has(changed.id));
};

let stop: (() => void) | null = null;

/** Begins to follow the selection and the commits. */
export const watchInterior = (): void => {
  if (stop) return;
  const unselect = useSelection.subscribe(({ selection }, before) => {
    if (selection !== before.selection) enter(buildingOf(selection));
  });
  const uncommit = onCommitted((committed) => {
    const state = useInterior.getState();
    if (state.buildingId && touches(committed, state)) void load(state.buildingId);
  });
  stop = () => {
    unselect();
    uncommit();
  };
  enter(buildingOf(useSelection.getState().selection));
};
