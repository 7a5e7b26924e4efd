/** A building: what it is, who heads it, its counts, the 楼盘表, and what else is in it. */
import type { ReactElement } from 'react';
import { BUILDING_USE } from '../../../domain/codes.ts';
import type { Building } from '../../../domain/records/index.ts';
import { reloadInterior, useInterior } from '../../../state/interior.ts';
import { usePlaces } from '../../../state/places.ts';
import { totalsOfBuilding } from '../../../state/totals.ts';
import { Figures } from '../../../ui/parts/Figures.tsx';
import { Section } from '../../../ui/parts/Section.tsx';
import { Empty, Failed, Waiting } from '../../../ui/parts/States.tsx';
import { Tag } from '../../../ui/parts/Tag.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { ActionsSlot } from '../../actions.tsx';
import { HouseTable } from '../../house-table/HouseTable.tsx';
import { MarksLegend } from '../../house-table/MarksLegend.tsx';
import { Card } from '../Card.tsx';
import { metricFigures } from '../metric-figures.ts';
import { BuildingFacts, BuildingMeasures } from './BuildingFacts.tsx';
import styles from './BuildingPanel.module.css';
import { BuildingLists } from './BuildingLists.tsx';

/** The rest is counted in the table below or listed under it. */
const SHOWN = [
  'households',
  'residents',
  'members',
  'floating',
  'lowIncomeHouseholds',
  'careNeeds',
  'vacantHomes',
  'letHomes',
] as const;

const SHOWN_WITHOUT_HOMES = ['organisations', 'businessRooms', 'openMatters'] as const;

export const BuildingPanel = ({ building }: { readonly building: Building }): ReactElement => {
  const words = useWords();
  const { t, code } = words;
  const stats = usePlaces((s) => s.stats);
  usePlaces((s) => s.statsVersion);
  const at = usePlaces((s) => s.buildingIndex.get(building.id) ?? -1);
  const totals = totalsOfBuilding(stats, at);
  const interior = useInterior((s) => (s.buildingId === building.id ? s.records : null));
  const failed = useInterior((s) => s.status === 'failed');
  const line = [
    t('records.place.storeys', { count: building.storeys }),
    building.units > 0 ? t('records.place.units', { count: building.units }) : '',
    building.yearBuilt ? t('staff.building.built', { year: building.yearBuilt }) : '',
  ];
  return (
    <Card
      kind={t('records.kind.building')}
      title={words.building(building)}
      subtitle={line.filter(Boolean).join(' · ')}
      tags={<Tag>{code(BUILDING_USE, building.use)}</Tag>}
    >
      {interior && <ActionsSlot context={{ kind: 'building', building, interior }} />}
      <Figures dense items={metricFigures(totals, words, totals.homes > 0 ? SHOWN : SHOWN_WITHOUT_HOMES)} />
      <div className={styles['answerers']}>
        <BuildingFacts building={building} interior={interior} />
      </div>
      <Section title={t('staff.house.title')} count={interior ? interior.dwellings.length : undefined}>
        {failed ? (
          <Failed retry={() => void reloadInterior()} />
        ) : !interior ? (
          <Waiting lines={Math.min(12, building.storeys)} />
        ) : interior.dwellings.length === 0 ? (
          <Empty>{t('staff.house.none')}</Empty>
        ) : (
          <>
            <HouseTable
              buildingId={building.id}
              dwellings={interior.dwellings}
              scope={{ storeys: building.storeys }}
            />
            <MarksLegend />
          </>
        )}
      </Section>
      <Section title={t('staff.building.measures')}>
        <BuildingMeasures building={building} />
      </Section>
      {interior && <BuildingLists building={building} interior={interior} />}
    </Card>
  );
};
