/**
 * What can be done with the thing on the card. Each kind of card hands in what it shows; the list of actions for it is made here, so
 * that a card never knows a form. A kind without actions takes no room.
 */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Assistance,
  Building,
  CareNeed,
  FloatingRegistration,
  Membership,
} from '../domain/records/index.ts';
import type {
  BuildingInterior,
  DwellingCard,
  FacilityCard,
  HouseholdCard,
  OrganisationCard,
  ResidentCard,
} from '../storage/index.ts';
import { actionsOf } from './actions-of.ts';
import styles from './actions.module.css';

export type ActionContext =
  | { readonly kind: 'building'; readonly building: Building; readonly interior: BuildingInterior }
  | { readonly kind: 'dwelling'; readonly card: DwellingCard }
  | { readonly kind: 'household'; readonly card: HouseholdCard }
  | { readonly kind: 'resident'; readonly card: ResidentCard }
  | { readonly kind: 'membership'; readonly card: ResidentCard; readonly record: Membership }
  | { readonly kind: 'floating'; readonly card: ResidentCard; readonly record: FloatingRegistration }
  | { readonly kind: 'assistance'; readonly card: ResidentCard; readonly record: Assistance }
  | { readonly kind: 'careNeed'; readonly card: ResidentCard; readonly record: CareNeed }
  | { readonly kind: 'organisation'; readonly card: OrganisationCard }
  | { readonly kind: 'facility'; readonly card: FacilityCard };

export interface Action {
  readonly key: string;
  /** A key of the catalogue. */
  readonly label: string;
  readonly run: () => void;
  readonly look?: 'primary' | 'danger';
}

export const ActionsSlot = ({ context }: { readonly context: ActionContext }): ReactElement | null => {
  const actions = actionsOf(context);
  return actions.length === 0 ? null : <ActionButtons actions={actions} />;
};

const ActionButtons = ({ actions }: { readonly actions: readonly Action[] }): ReactElement => {
  const { t } = useTranslation();
  return (
    <div className={styles['actions']}>
      {actions.map(({ key, label, run, look }) => (
        <button
          key={key}
          type="button"
          className={styles['action']}
          data-look={look ?? 'plain'}
          onClick={run}
        >
          {t(label)}
        </button>
      ))}
    </div>
  );
};
