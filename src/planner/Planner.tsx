/** The planner: the list of plans, one of them, two of them compared, the grids of every day, or the check for blank spots. */
import type { ReactElement } from 'react';
import { useLocation } from 'react-router';
import { ComparePage } from './compare/ComparePage.tsx';
import { CoveragePage } from './coverage/CoveragePage.tsx';
import { PlanEditor } from './editor/PlanEditor.tsx';
import { PlannerHome } from './home/PlannerHome.tsx';
import { TimelinePage } from './timeline/TimelinePage.tsx';

const PLAN_PATH = /^\/planner\/([0-9A-Z]{26})\/?$/;
/** Each side is a plan, or the word for the grids in force. */
const COMPARE_PATH = /^\/planner\/compare\/([0-9A-Z]{26}|in-force)\/([0-9A-Z]{26}|in-force)\/?$/;
const TIMELINE_PATH = /^\/planner\/timeline\/?$/;
const COVERAGE_PATH = /^\/planner\/coverage\/?$/;

const Planner = (): ReactElement => {
  const { pathname } = useLocation();
  if (COVERAGE_PATH.test(pathname)) return <CoveragePage />;
  const planId = PLAN_PATH.exec(pathname)?.[1];
  const [, left, right] = COMPARE_PATH.exec(pathname) ?? [];
  if (left !== undefined && right !== undefined) return <ComparePage left={left} right={right} />;
  if (TIMELINE_PATH.test(pathname)) return <TimelinePage />;
  return planId === undefined ? <PlannerHome /> : <PlanEditor key={planId} planId={planId} />;
};

export default Planner;
