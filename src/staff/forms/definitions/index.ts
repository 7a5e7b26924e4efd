/** Every form by its name. */
import type { AnyForm, FormDef } from '../form-def.ts';
import { deregisterForm, reinstateForm } from './departures.ts';
import { editDwellingForm, editHouseholdForm, setOccupancyForm } from './homes.ts';
import { appointHeadForm, dismissHeadForm, endMembershipForm, membershipForm } from './membership.ts';
import {
  changeHeadForm,
  mergeHouseholdsForm,
  moveHouseholdForm,
  moveResidentForm,
  splitHouseholdForm,
} from './moves.ts';
import {
  addOrganisationForm,
  closeOrganisationForm,
  editOrganisationForm,
  visitForm,
} from './organisations.ts';
import { addHouseholdForm, addResidentForm, editResidentForm } from './people.ts';
import { assistanceForm, endAssistanceForm } from './assistances.ts';
import { careNeedForm, endCareNeedForm } from './care-needs.ts';
import { endFloatingForm, floatingForm } from './floating.ts';

const FORMS = {
  addHousehold: addHouseholdForm,
  addResident: addResidentForm,
  editResident: editResidentForm,
  moveResident: moveResidentForm,
  deregister: deregisterForm,
  reinstate: reinstateForm,
  editHousehold: editHouseholdForm,
  moveHousehold: moveHouseholdForm,
  splitHousehold: splitHouseholdForm,
  mergeHouseholds: mergeHouseholdsForm,
  changeHead: changeHeadForm,
  editDwelling: editDwellingForm,
  setOccupancy: setOccupancyForm,
  membership: membershipForm,
  endMembership: endMembershipForm,
  appointHead: appointHeadForm,
  dismissHead: dismissHeadForm,
  floating: floatingForm,
  endFloating: endFloatingForm,
  careNeed: careNeedForm,
  endCareNeed: endCareNeedForm,
  assistance: assistanceForm,
  endAssistance: endAssistanceForm,
  addOrganisation: addOrganisationForm,
  editOrganisation: editOrganisationForm,
  closeOrganisation: closeOrganisationForm,
  visit: visitForm,
};

export type FormKind = keyof typeof FORMS;
type ArgumentsOf<F> =
  F extends FormDef<never, infer A> ? A : F extends { draftKey: (args: infer A) => string } ? A : never;
export type FormArguments = { [K in FormKind]: ArgumentsOf<(typeof FORMS)[K]> };

export const formOf = (kind: FormKind): AnyForm => FORMS[kind] as unknown as AnyForm;
