/** The panels by their names. */
import type { ReactElement } from 'react';
import type { PanelKey } from '../settings/settings.ts';
import { DeadlinesPanel, MattersPanel, PublishedPanel, TrendPanel } from './MatterPanels.tsx';
import { AgesPanel, CarePanel, FiguresPanel, MovementPanel, type PanelProps } from './PeoplePanels.tsx';
import { FacilitiesPanel, HomesPanel, MembersPanel, RankingPanel } from './PlacePanels.tsx';

export const PANELS: Readonly<Record<PanelKey, (props: PanelProps) => ReactElement>> = {
  figures: FiguresPanel,
  ages: AgesPanel,
  care: CarePanel,
  members: MembersPanel,
  homes: HomesPanel,
  movement: MovementPanel,
  matters: MattersPanel,
  deadlines: DeadlinesPanel,
  published: PublishedPanel,
  ranking: RankingPanel,
  facilities: FacilitiesPanel,
  trend: TrendPanel,
};
