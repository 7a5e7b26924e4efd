/** The addresses. Each experience is a lazy part of its own; what does not exist gets a friendly page. */
import { createHashRouter, Navigate } from 'react-router';
import { NotFound } from './NotFound.tsx';
import { PlannerRoute } from './PlannerRoute.tsx';
import { Shell } from './shell/Shell.tsx';
import { StaffRoute } from './StaffRoute.tsx';
import { WallRoute } from './WallRoute.tsx';

export const router = createHashRouter([
  { path: '/wall/*', element: <WallRoute /> },
  {
    path: '/',
    element: <Shell />,
    children: [
      { index: true, element: <Navigate to="/staff" replace /> },
      { path: 'staff/*', element: <StaffRoute /> },
      { path: 'planner/*', element: <PlannerRoute /> },
      { path: '*', element: <NotFound /> },
    ],
  },
]);
