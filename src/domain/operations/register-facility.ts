/** Facilities of the ten kinds and what they offer. */
import type { Facility } from '../records/index.ts';
import { createDraft, type Fields } from './draft.ts';
import type { Operation } from './operation.ts';

/** How far people walk to a facility when nothing else is said, metres. */
export const USUAL_REACH_METRES = 300;

export type RegisterFacilityInput = Pick<Fields<'facilities'>, 'kind' | 'name' | 'point'> &
  Partial<Fields<'facilities'>>;

export const registerFacility: Operation<Record<never, never>, RegisterFacilityInput> = {
  key: 'registerFacility',
  title: { zh: '登记服务设施', en: 'Register a facility' },
  available: () => true,
  run: (_context, input, stamp) => {
    const draft = createDraft(stamp);
    draft.create('facilities', {
      kind: input.kind,
      name: input.name,
      buildingId: input.buildingId ?? null,
      point: input.point,
      floor: input.floor ?? null,
      reachMetres: input.reachMetres ?? USUAL_REACH_METRES,
      openHours: input.openHours ?? '',
      phone: input.phone ?? '',
    });
    return draft.finish('registerFacility', { kind: input.kind });
  },
};

export type AddServiceInput = Pick<Fields<'services'>, 'name' | 'matterKind'> &
  Partial<Omit<Fields<'services'>, 'facilityId'>>;

export const addService: Operation<{ readonly facility: Facility }, AddServiceInput> = {
  key: 'addService',
  title: { zh: '新增服务事项', en: 'Add a service' },
  available: () => true,
  run: ({ facility }, input, stamp) => {
    const draft = createDraft(stamp);
    draft.create('services', {
      facilityId: facility.id,
      name: input.name,
      description: input.description ?? '',
      material: input.material ?? [],
      hours: input.hours ?? facility.openHours,
      phone: input.phone ?? facility.phone,
      matterKind: input.matterKind,
    });
    return draft.finish('addService', { name: input.name });
  },
};
