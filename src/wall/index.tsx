/** The wall and what belongs to it: the screens themselves, the remote control, the page that says how the wall is doing. */
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useLocation } from 'react-router';
import { LEVELS } from '../scene/wall/governor.ts';
import { inspectWanted } from '../state/inspect.ts';
import { useWallView } from '../state/wall-view.ts';
import type { VersionTrouble } from '../storage/index.ts';
import { clockOptions, createClock, setWallClock } from './clock.ts';
import { takeFromAddress } from './settings/settings-store.ts';
import Wall from './Wall.tsx';

const Presenter = lazy(() => import('./remote/Presenter.tsx'));
const StatusPage = lazy(() => import('./watch/StatusPage.tsx'));

interface Props {
  readonly trouble: VersionTrouble | null;
}

/** What the address asks for once, before the first drawing. */
const prepare = (search: string): true => {
  const params = new URLSearchParams(search);
  takeFromAddress(params);
  if (!inspectWanted(window.location)) return true;
  setWallClock(createClock(clockOptions(params)));
  const level = Number(params.get('level') ?? Number.NaN);
  if (LEVELS[level]) useWallView.setState({ pinnedLevel: level });
  return true;
};

const WallPages = ({ trouble }: Props): ReactElement => {
  const { pathname, search } = useLocation();
  useState(() => prepare(search));
  const page = pathname.split('/')[2] ?? '';
  if (page === 'status' || page === 'presenter')
    return <Suspense>{page === 'status' ? <StatusPage /> : <Presenter />}</Suspense>;
  return <Wall trouble={trouble} />;
};

export default WallPages;
