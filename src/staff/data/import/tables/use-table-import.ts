/** The state of one table on the page: opened, guessed, mapped, checked, written. */
import { useCallback, useEffect, useState } from 'react';
import { usePreferences } from '../../../../state/preferences.ts';
import type { Problem } from '../../../../transfer/problem.ts';
import {
  type Decision,
  type ImportKind,
  rememberMapping,
  type TableMapping,
  type UnknownPeople,
} from '../../../../transfer/tables/index.ts';
import { proxyOf, importing, reporting } from '../import-client.ts';
import type { Written } from '../places/views.ts';
import { recalled, remember } from './remembered.ts';
import type { CheckedTable, SheetGuess, TableChoice, TableSummary } from './views.ts';

export type TablePhase =
  | 'opening'
  | 'refused'
  | 'mapping'
  | 'checking'
  | 'checked'
  | 'writing'
  | 'written'
  | 'failed';

export interface TableImport {
  readonly phase: TablePhase;
  readonly refusal: Problem | null;
  readonly summary: TableSummary | null;
  readonly guess: SheetGuess | null;
  readonly choice: TableChoice | null;
  readonly checked: CheckedTable | null;
  readonly percent: number;
  /** Rows a second, and seconds left; null before the first report. */
  readonly pace: { readonly perSecond: number; readonly secondsLeft: number } | null;
  readonly written: Written | null;
  readonly chooseSheet: (index: number) => void;
  readonly chooseKind: (kind: ImportKind) => void;
  readonly mapColumn: (column: number, header: string, field: string | null) => void;
  readonly choose: (change: Partial<TableChoice>) => void;
  readonly decide: (key: string, decision: Decision) => void;
  readonly check: () => void;
  /** Changes what is done with people who are not on record, and checks again. */
  readonly checkWith: (unknownPeople: UnknownPeople) => void;
  readonly write: () => void;
  readonly cancel: () => void;
  readonly back: () => void;
  /** The address of this row means that home: remembered, and checked again. */
  readonly nameAddress: (row: number, dwellingId: string) => Promise<void>;
}

const withColumn = (
  mapping: TableMapping,
  column: number,
  header: string,
  field: string | null,
): TableMapping => ({
  ...mapping,
  columns: [
    ...mapping.columns.filter((each) => each.column !== column && each.field !== field),
    ...(field === null ? [] : [{ column, header, field }]),
  ].sort((a, b) => a.column - b.column),
});

export const useTableImport = (id: string): TableImport => {
  const [phase, setPhase] = useState<TablePhase>('opening');
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const [summary, setSummary] = useState<TableSummary | null>(null);
  const [guess, setGuess] = useState<SheetGuess | null>(null);
  const [choice, setChoice] = useState<TableChoice | null>(null);
  const [checked, setChecked] = useState<CheckedTable | null>(null);
  const [percent, setPercent] = useState(0);
  const [pace, setPace] = useState<TableImport['pace']>(null);
  const [written, setWritten] = useState<Written | null>(null);

  const refuse = useCallback((problem: Problem) => {
    setRefusal(problem);
    setPhase('refused');
  }, []);
  const fail = useCallback(() => setPhase('failed'), []);

  const readSheet = useCallback(
    async (index: number): Promise<void> => {
      const recall = proxyOf(async (signature: string) => recalled(signature));
      const answer = await importing(async (api) => api.guessSheet(id, index, recall));
      if (!answer.ok) return refuse(answer.problem);
      setGuess(answer.value);
      setChecked(null);
      setChoice((before) => ({
        withoutDamagedId: false,
        wrongPhonesToNotes: false,
        moves: 'ask',
        unknownPeople: null,
        crs: '',
        makeHomes: true,
        ...before,
        sheet: index,
        mapping: answer.value.mapping,
        decisions: new Map(),
      }));
      setPhase('mapping');
    },
    [id, refuse],
  );

  useEffect(() => {
    let gone = false;
    const open = async (): Promise<void> => {
      const answer = await importing(async (api) => api.openTable(id));
      if (gone) return;
      if (!answer.ok) return refuse(answer.problem);
      setSummary(answer.value);
      const first = answer.value.sheets.find(({ hidden }) => !hidden) ?? answer.value.sheets[0];
      await readSheet(first?.index ?? 0);
    };
    open().catch(() => !gone && fail());
    return () => {
      gone = true;
    };
  }, [id, refuse, fail, readSheet]);

  const progress = useCallback(() => {
    const began = performance.now();
    setPercent(0);
    setPace(null);
    return reporting((done, total) => {
      const seconds = (performance.now() - began) / 1000;
      const perSecond = seconds > 0 ? done / seconds : 0;
      setPercent(total > 0 ? Math.round((100 * done) / total) : 0);
      if (perSecond > 0) setPace({ perSecond, secondsLeft: (total - done) / perSecond });
    });
  }, []);

  const checkAs = useCallback(
    (chosen: TableChoice | null) => {
      if (!chosen) return;
      setPhase('checking');
      const by = usePreferences.getState().deskName;
      importing(async (api) => api.checkTable(id, chosen, by, progress())).then((answer) => {
        if (!answer.ok) return refuse(answer.problem);
        setChecked(answer.value);
        setPhase('checked');
      }, fail);
    },
    [id, progress, refuse, fail],
  );
  const check = useCallback(() => checkAs(choice), [checkAs, choice]);

  const write = useCallback(() => {
    if (!choice || !guess) return;
    setPhase('writing');
    remember(guess.signature, rememberMapping(choice.mapping));
    const by = usePreferences.getState().deskName;
    importing(async (api) => api.writeTable(id, by, progress())).then((answer) => {
      setWritten(answer);
      setPhase(answer.ok ? 'written' : 'checked');
    }, fail);
  }, [id, choice, guess, progress, fail]);

  const change = useCallback((patch: Partial<TableChoice>) => {
    setChecked(null);
    setPhase('mapping');
    setChoice((before) => (before ? { ...before, ...patch } : before));
  }, []);

  return {
    phase,
    refusal,
    summary,
    guess,
    choice,
    checked,
    percent,
    pace,
    written,
    chooseSheet: (index) => {
      setPhase('opening');
      readSheet(index).catch(fail);
    },
    chooseKind: (kind) => {
      if (choice) change({ mapping: { ...choice.mapping, kind } });
    },
    mapColumn: (column, header, field) => {
      if (choice) change({ mapping: withColumn(choice.mapping, column, header, field) });
    },
    choose: change,
    decide: (key, decision) =>
      setChoice((before) => before && { ...before, decisions: new Map(before.decisions).set(key, decision) }),
    check,
    checkWith: (unknownPeople) => {
      const chosen = choice && { ...choice, unknownPeople };
      setChoice(chosen);
      checkAs(chosen);
    },
    write,
    cancel: () => void importing((api) => api.cancel(id)),
    back: () => setPhase('mapping'),
    nameAddress: async (row, dwellingId) => {
      const by = usePreferences.getState().deskName;
      await importing(async (api) => api.nameAddress(id, row, dwellingId, by));
      check();
    },
  };
};
