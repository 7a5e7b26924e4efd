/** A home or room that a building has but the records have not: vacant until somebody is registered in it. */
import type { Building, Dwelling } from '../records/index.ts';
import { type Reason, reasonOf, refuse } from '../reasons.ts';
import { createDraft } from './draft.ts';
import type { Operation } from './operation.ts';

export interface AddDwellingInput {
  readonly unit: number;
  readonly floor: number;
  /** 1…n on the landing. */
  readonly door: number;
  /** As on the door; floor × 100 + door when not given. */
  readonly room?: string | undefined;
  readonly use: Dwelling['use'];
  readonly occupancy?: Dwelling['occupancy'] | undefined;
  readonly areaSquareMetres?: number | null | undefined;
  readonly rooms?: number | null | undefined;
  readonly personal?: Dwelling['personal'] | undefined;
}

/** 室 by custom: floor × 100 + door; below the ground with a minus. */
export const roomOf = (floor: number, door: number): string =>
  `${floor < 0 ? '-' : ''}${Math.abs(floor) * 100 + door}`;

const placeReasons = (
  { building, dwellings }: { building: Building; dwellings: readonly Dwelling[] },
  input: AddDwellingInput,
  room: string,
): Reason[] => {
  const reasons: Reason[] = [];
  if (dwellings.some((d) => d.unit === input.unit && d.room === room))
    reasons.push(
      reasonOf(
        'dwelling.taken',
        `${building.name}${input.unit > 0 ? `${input.unit}单元` : ''}已有 ${room} 室，请核对室号。`,
        `There already is a room ${room} in unit ${input.unit} of ${building.name}; check the number.`,
        'room',
      ),
    );
  if (input.unit > building.units)
    reasons.push(
      reasonOf(
        'dwelling.unit',
        `${building.name}只有 ${building.units} 个单元，没有 ${input.unit} 单元。`,
        `${building.name} has ${building.units} units; there is no unit ${input.unit}.`,
        'unit',
      ),
    );
  if (input.floor > building.storeys || input.floor === 0)
    reasons.push(
      reasonOf(
        'dwelling.floor',
        `${building.name}共 ${building.storeys} 层，没有 ${input.floor} 层。`,
        `${building.name} has ${building.storeys} storeys; there is no floor ${input.floor}.`,
        'floor',
      ),
    );
  return reasons;
};

/** `dwellings` are those of the building. */
export const addDwelling: Operation<
  { readonly building: Building; readonly dwellings: readonly Dwelling[] },
  AddDwellingInput
> = {
  key: 'addDwelling',
  title: { zh: '新增房屋', en: 'Add a home' },
  available: () => true,
  run: (context, input, stamp) => {
    const room = input.room?.trim() || roomOf(input.floor, input.door);
    const reasons = placeReasons(context, input, room);
    if (reasons.length > 0) return refuse(...reasons);
    const draft = createDraft(stamp);
    draft.create('dwellings', {
      buildingId: context.building.id,
      unit: input.unit,
      floor: input.floor,
      door: input.door,
      room,
      use: input.use,
      occupancy: input.occupancy ?? 'vacant',
      areaSquareMetres: input.areaSquareMetres ?? null,
      rooms: input.rooms ?? null,
      personal: input.personal ?? {},
    });
    return draft.finish('addDwelling');
  },
};
