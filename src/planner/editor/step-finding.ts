/** Problems in the order in which they are listed, and the step from one to the next, which flies there. */
import { create } from 'zustand';
import type { Finding, Rule, RuleReport } from '../../geometry/tiling/index.ts';
import { flyTo, usePlanner } from '../session/planner-store.ts';

/** Errors before warnings, in the order of the rules. */
export const findingsIn = (reports: readonly RuleReport[]): Finding[] => {
  const all = reports.flatMap(({ findings }) => findings);
  return [...all.filter(({ level }) => level === 'error'), ...all.filter(({ level }) => level !== 'error')];
};

export const useFinding = create<{ id: string | null }>()(() => ({ id: null }));

/** The grid is chosen, and that shows: a ring around the place of its name would say nothing. */
const OF_WHOLE_GRIDS: ReadonlySet<Rule> = new Set(['band', 'staff']);

export const goToFinding = (finding: Finding): void => {
  useFinding.setState({ id: finding.id });
  const [faceId] = finding.faceIds;
  if (faceId !== undefined) usePlanner.setState({ faceId, vertexId: null, arcId: null });
  const at = OF_WHOLE_GRIDS.has(finding.rule) ? null : finding.at;
  usePlanner.setState({ mark: { rows: finding.rows, at } });
  if (finding.at !== null) flyTo(finding.at);
  else if (faceId !== undefined) flyTo(faceId);
};

export const stepFinding = (by: 1 | -1): void => {
  const all = findingsIn(usePlanner.getState().reports);
  if (all.length === 0) return;
  const at = all.findIndex(({ id }) => id === useFinding.getState().id);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
  const finding = all[next];
  if (finding !== undefined) goToFinding(finding);
};
