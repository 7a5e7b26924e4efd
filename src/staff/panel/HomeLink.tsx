/** A home by its address, as a link. */
import type { ReactElement } from 'react';
import { formatAddress } from '../../domain/address.ts';
import type { Building, Dwelling } from '../../domain/records/index.ts';
import { EntityLink } from '../../ui/parts/EntityLink.tsx';
import { useWords } from '../../ui/parts/use-words.ts';

interface Props {
  readonly building: Building | null;
  readonly dwelling: Dwelling;
}

export const HomeLink = ({ building, dwelling }: Props): ReactElement => {
  const { language } = useWords();
  return (
    <EntityLink to={{ kind: 'dwelling', id: dwelling.id, buildingId: dwelling.buildingId }}>
      {building
        ? formatAddress(
            {
              estate: building.estate,
              buildingName: building.name,
              unit: dwelling.unit,
              room: dwelling.room,
            },
            language,
          )
        : dwelling.room}
    </EntityLink>
  );
};
