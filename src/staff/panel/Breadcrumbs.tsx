/** Where the selection stands: community › grid › building › home › household, each step a link back up. */
import type { ReactElement } from 'react';
import { useInterior } from '../../state/interior.ts';
import { usePlaces } from '../../state/places.ts';
import { buildingOf, NOTHING, type Selection } from '../../state/selection.ts';
import { EntityLink } from '../../ui/parts/EntityLink.tsx';
import { Icon } from '../../ui/parts/icons.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import styles from './Breadcrumbs.module.css';

interface Step {
  readonly key: string;
  readonly name: string;
  readonly to: Selection;
}

const useSteps = (selection: Selection): Step[] => {
  const words = useWords();
  const community = usePlaces((s) => s.community);
  const grids = usePlaces((s) => s.grids);
  const buildings = usePlaces((s) => s.buildings);
  const buildingIndex = usePlaces((s) => s.buildingIndex);
  const facilities = usePlaces((s) => s.facilities);
  const dwellings = useInterior((s) => s.dwellings);
  if (selection.kind === 'none') return [];
  const steps: Step[] = [{ key: 'community', name: community?.name ?? '', to: NOTHING }];
  const buildingId =
    selection.kind === 'facility'
      ? (facilities.find((f) => f.id === selection.id)?.buildingId ?? null)
      : buildingOf(selection);
  const building = buildingId === null ? undefined : buildings[buildingIndex.get(buildingId) ?? -1];
  if (building) {
    const grid = grids.find((g) => g.id === building.gridId);
    if (grid) steps.push({ key: 'grid', name: grid.name, to: { kind: 'grid', id: grid.id } });
    if (selection.kind !== 'building')
      steps.push({
        key: 'building',
        name: words.building(building),
        to: { kind: 'building', id: building.id },
      });
  }
  if (selection.kind === 'household' || selection.kind === 'resident' || selection.kind === 'dwelling') {
    const home = dwellings.find(
      (d) => d.id === (selection.kind === 'dwelling' ? selection.id : selection.dwellingId),
    );
    if (home && home.unit > 0)
      steps.push({
        key: 'unit',
        name: words.unit(home.unit),
        to: { kind: 'unit', id: home.buildingId, unit: home.unit },
      });
    if (home)
      steps.push({
        key: 'floor',
        name: words.floor(home.floor),
        to: { kind: 'floor', id: home.buildingId, floor: home.floor },
      });
    if (home && selection.kind !== 'dwelling')
      steps.push({
        key: 'dwelling',
        name: home.room,
        to: { kind: 'dwelling', id: home.id, buildingId: home.buildingId },
      });
  }
  return steps;
};

export const Breadcrumbs = ({ selection }: { readonly selection: Selection }): ReactElement => {
  const { t } = useWords();
  const steps = useSteps(selection);
  return (
    <nav className={styles['bar']} aria-label={t('staff.breadcrumbs')}>
      <ol className={styles['steps']}>
        {steps.map(({ key, name, to }, at) => (
          <li key={key} className={styles['step']}>
            {at > 0 && <Icon name="chevronRight" size={10} />}
            <EntityLink to={to} quiet className={styles['link']}>
              {name}
            </EntityLink>
          </li>
        ))}
      </ol>
    </nav>
  );
};
