/** Who answers for the building, where it belongs, and what it is built like. */
import type { ReactElement } from 'react';
import { ROOF } from '../../../domain/codes.ts';
import { maskName } from '../../../domain/mask.ts';
import type { Building } from '../../../domain/records/index.ts';
import { usePlaces } from '../../../state/places.ts';
import type { BuildingInterior } from '../../../storage/index.ts';
import { EntityLink } from '../../../ui/parts/EntityLink.tsx';
import { Fact, Facts } from '../../../ui/parts/Facts.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { usePartyBodyName } from '../use-party-body.ts';

interface Props {
  readonly building: Building;
  readonly interior: BuildingInterior | null;
}

export const BuildingFacts = ({ building, interior }: Props): ReactElement => {
  const { t } = useWords();
  const branch = usePartyBodyName(building.branchId);
  const grid = usePlaces((s) => s.grids.find((g) => g.id === building.gridId));
  const head = interior?.headResident;
  return (
    <Facts dense>
      <Fact label={t('records.building.head')}>
        {head ? (
          <EntityLink
            to={{
              kind: 'resident',
              id: head.id,
              dwellingId: head.dwellingId,
              buildingId: head.buildingId,
            }}
          >
            {maskName(head.personal.name)}
          </EntityLink>
        ) : interior ? (
          t('staff.building.noHead')
        ) : null}
      </Fact>
      <Fact label={t('records.building.branch')}>{branch}</Fact>
      <Fact label={t('records.building.grid')}>
        {grid ? (
          <EntityLink to={{ kind: 'grid', id: grid.id }}>{grid.name}</EntityLink>
        ) : (
          t('records.place.noGrid')
        )}
      </Fact>
    </Facts>
  );
};

export const BuildingMeasures = ({ building }: Pick<Props, 'building'>): ReactElement => {
  const { t, language, code, number } = useWords();
  return (
    <Facts dense>
      <Fact label={t('records.building.heightMetres')}>
        {t('records.place.metres', { metres: number(Math.round(building.heightMetres * 10) / 10) })}
      </Fact>
      {building.approximate && (
        <Fact label={t('tables.outline')} wide>
          {t('tables.approximate')}
        </Fact>
      )}
      <Fact label={t('records.building.roof')}>{code(ROOF, building.roof)}</Fact>
      <Fact label={t('records.building.yearBuilt')}>
        {building.yearBuilt === null ? null : t('records.place.years', { year: building.yearBuilt })}
      </Fact>
      {building.aliases.length > 0 && (
        <Fact label={t('records.building.aliases')}>
          {building.aliases.join(language === 'zh' ? '、' : ', ')}
        </Fact>
      )}
    </Facts>
  );
};
