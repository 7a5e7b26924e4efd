/** Which forms each card offers. What an operation says is unavailable is not offered. */
import { addHousehold } from '../domain/operations/add-household.ts';
import { changeHead } from '../domain/operations/change-head.ts';
import { mergeHouseholds } from '../domain/operations/merge-households.ts';
import { moveHousehold } from '../domain/operations/move-household.ts';
import { registerFloating } from '../domain/operations/register-floating.ts';
import { registerMembership } from '../domain/operations/register-membership.ts';
import { splitHousehold } from '../domain/operations/split-household.ts';
import type { HouseholdCard, ResidentCard } from '../storage/index.ts';
import type { Action, ActionContext } from './actions.tsx';
import { openForm } from './forms/index.ts';
import { openHomesDialog } from './homes/homes-dialog-store.ts';

const action = (key: string, run: () => void, look?: Action['look']): Action => ({
  key,
  label: `forms.action.${key}`,
  run,
  ...(look ? { look } : {}),
});

const residentActions = ({ resident, memberships, floating, household }: ResidentCard): Action[] => {
  const args = { residentId: resident.id };
  if (resident.status !== 'present')
    return [action('reinstate', () => openForm('reinstate', args), 'primary')];
  const offers = [
    action('edit', () => openForm('editResident', args), 'primary'),
    action('move', () => openForm('moveResident', args)),
    action('visit', () => openForm('visit', args)),
  ];
  if (registerMembership.available({ resident, memberships }) === true)
    offers.push(action('addMembership', () => openForm('membership', args)));
  if (registerFloating.available({ resident, floating }) === true)
    offers.push(action('addFloating', () => openForm('floating', args)));
  offers.push(action('addCareNeed', () => openForm('careNeed', args)));
  if (household)
    offers.push(action('addAssistance', () => openForm('assistance', { householdId: household.id })));
  return [...offers, action('deregister', () => openForm('deregister', args), 'danger')];
};

/** The card holds the household's part of the home; for what is offered that is enough. */
const householdActions = (card: HouseholdCard): Action[] => {
  const { household } = card;
  const context = { home: { ...card, households: [household], openMatters: [] }, household };
  const args = { householdId: household.id };
  if (household.state === 'ended') return [];
  const offers = [
    action('addResident', () => openForm('addResident', args), 'primary'),
    action('edit', () => openForm('editHousehold', args)),
  ];
  if (changeHead.available(context) === true)
    offers.push(action('changeHead', () => openForm('changeHead', args)));
  if (moveHousehold.available(context) === true)
    offers.push(action('moveHousehold', () => openForm('moveHousehold', args)));
  if (splitHousehold.available(context) === true)
    offers.push(action('split', () => openForm('splitHousehold', args)));
  if (mergeHouseholds.available(context) === true)
    offers.push(action('merge', () => openForm('mergeHouseholds', args)));
  return [...offers, action('addAssistance', () => openForm('assistance', args))];
};

export const actionsOf = (context: ActionContext): readonly Action[] => {
  switch (context.kind) {
    case 'building': {
      const args = { buildingId: context.building.id };
      const hasMembers = context.interior.memberships.some(({ state }) => state === 'active');
      return [
        ...(hasMembers ? [action('appointHead', () => openForm('appointHead', args))] : []),
        ...(context.interior.head ? [action('dismissHead', () => openForm('dismissHead', args))] : []),
        action('addOrganisation', () => openForm('addOrganisation', args)),
        action('makeHomes', () => openHomesDialog(context.building.id)),
      ];
    }
    case 'dwelling': {
      const { dwelling, building } = context.card;
      const args = { dwellingId: dwelling.id };
      return [
        ...(dwelling.use === 'home' && addHousehold.available({ home: context.card }) === true
          ? [action('addHousehold', () => openForm('addHousehold', args), 'primary')]
          : []),
        action('edit', () => openForm('editDwelling', args)),
        action('setOccupancy', () => openForm('setOccupancy', args)),
        action('addOrganisation', () => openForm('addOrganisation', { buildingId: building.id, ...args })),
      ];
    }
    case 'household':
      return householdActions(context.card);
    case 'resident':
      return residentActions(context.card);
    case 'membership': {
      if (context.record.state === 'ended') return [];
      const args = { residentId: context.card.resident.id, membershipId: context.record.id };
      return [
        action('edit', () => openForm('membership', args)),
        action('end', () => openForm('endMembership', args), 'danger'),
      ];
    }
    case 'floating':
    case 'careNeed': {
      if (context.record.state === 'ended') return [];
      const args = { residentId: context.card.resident.id, recordId: context.record.id };
      const floats = context.kind === 'floating';
      return [
        action('edit', () => openForm(floats ? 'floating' : 'careNeed', args)),
        action('end', () => openForm(floats ? 'endFloating' : 'endCareNeed', args), 'danger'),
      ];
    }
    case 'assistance': {
      if (context.record.state === 'ended') return [];
      const args = { householdId: context.record.householdId, recordId: context.record.id };
      return [
        action('edit', () => openForm('assistance', args)),
        action('end', () => openForm('endAssistance', args), 'danger'),
      ];
    }
    case 'organisation': {
      const args = { organisationId: context.card.organisation.id };
      return [
        action('edit', () => openForm('editOrganisation', args), 'primary'),
        ...(context.card.organisation.until === null
          ? [action('close', () => openForm('closeOrganisation', args), 'danger')]
          : []),
      ];
    }
    default:
      return [];
  }
};
