/** The planner: the list of plans, or one of them. */
import type { ReactElement } from 'react';
import { useLocation } from 'react-router';
import { PlanEditor } from './editor/PlanEditor.tsx';
import { PlannerHome } from './home/PlannerHome.tsx';

const PLAN_PATH = /^\/planner\/([0-9A-Z]{26})\/?$/;

const Planner = (): ReactElement => {
  const { pathname } = useLocation();
  const planId = PLAN_PATH.exec(pathname)?.[1];
  return planId === undefined ? <PlannerHome /> : <PlanEditor key={planId} planId={planId} />;
};

export default Planner;
