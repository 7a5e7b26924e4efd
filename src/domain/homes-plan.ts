/**
 * The homes of a building from what an office knows of it: storeys, staircases, doors on a landing, and the exceptions (shops on the
 * ground floor, a fourth floor that is not called so, one landing that differs). A plan, to be looked at before anything is written.
 */
import { type Reason, reasonOf } from './reasons.ts';
import type { Building, Dwelling } from './records/index.ts';

export interface HomesRule {
  /** Storeys above the ground. */
  readonly storeys: number;
  /** 单元. */
  readonly units: number;
  readonly doorsPerLanding: number;
  /** What the lowest `groundStoreys` hold instead of homes: shops, or nothing that has a door of its own. */
  readonly ground: 'homes' | 'shops' | 'nothing';
  readonly groundStoreys: number;
  /** Shops in a row along the whole front, on each storey of the ground. */
  readonly shops: number;
  /** Numbers that no floor is called by: 4, 13, 14. The floor above 3 is then the fifth, though it is the fourth from below. */
  readonly skippedNumbers: readonly number[];
  /** Landings that have another number of doors than the rest; 0 for none. */
  readonly exceptions: readonly LandingException[];
}
export interface LandingException {
  /** 0: of every staircase. */
  readonly unit: number;
  /** From below, 1 the ground floor. */
  readonly floor: number;
  readonly doors: number;
}

export type PlannedHome = Pick<Dwelling, 'unit' | 'floor' | 'door' | 'room' | 'use'>;

const LIMITS = { storeys: 200, units: 60, doorsPerLanding: 99, shops: 99 } as const;

/** Why a rule makes no building; empty when it does. */
export const checkHomesRule = (rule: HomesRule): Reason[] => {
  const within = (value: number, max: number): boolean =>
    Number.isInteger(value) && value >= 0 && value <= max;
  const reasons: Reason[] = [];
  const numbers: [keyof typeof LIMITS, string, string][] = [
    ['storeys', '层数', 'number of storeys'],
    ['units', '单元数', 'number of units'],
    ['doorsPerLanding', '每层户数', 'number of doors on a landing'],
    ['shops', '商铺数', 'number of shops'],
  ];
  for (const [field, zh, en] of numbers) {
    const max = LIMITS[field];
    if (!within(rule[field], max))
      reasons.push(
        reasonOf(
          `homes.${field}`,
          `${zh}应为 0 到 ${max} 的整数。`,
          `The ${en} must be a whole number from 0 to ${max}.`,
          field,
        ),
      );
  }
  if (!within(rule.groundStoreys, rule.storeys))
    reasons.push(
      reasonOf(
        'homes.groundStoreys',
        `底商层数不能多于 ${rule.storeys} 层。`,
        `The building has ${rule.storeys} storeys; no more of them can hold shops.`,
        'groundStoreys',
      ),
    );
  for (const { unit, floor, doors } of rule.exceptions) {
    if (unit <= rule.units && floor >= 1 && floor <= rule.storeys && within(doors, LIMITS.doorsPerLanding))
      continue;
    reasons.push(
      reasonOf(
        'homes.exception',
        `没有 ${unit} 单元 ${floor} 层，或户数 ${doors} 不对，请核对例外。`,
        `There is no floor ${floor} in unit ${unit}, or ${doors} doors are not possible; check the exception.`,
        'exceptions',
      ),
    );
  }
  return reasons;
};

/** What the floors are called, from below: 1, 2, 3, 5, … where 4 is skipped. */
export const floorNames = (storeys: number, skipped: readonly number[]): number[] => {
  const names: number[] = [];
  for (let name = 1; names.length < storeys; name++) if (!skipped.includes(name)) names.push(name);
  return names;
};

const doorsOn = (rule: HomesRule, unit: number, floor: number): number =>
  rule.exceptions.find((e) => e.floor === floor && e.unit === unit)?.doors ??
  rule.exceptions.find((e) => e.floor === floor && e.unit === 0)?.doors ??
  rule.doorsPerLanding;

/** Every home and shop of the rule, floor by floor from below, staircase by staircase. The rule must have passed its check. */
export const planHomes = (rule: HomesRule): PlannedHome[] => {
  const names = floorNames(rule.storeys, rule.skippedNumbers);
  const homes: PlannedHome[] = [];
  names.forEach((name, at) => {
    const floor = at + 1;
    const room = (door: number): string => String(name * 100 + door);
    if (floor <= rule.groundStoreys && rule.ground !== 'homes') {
      if (rule.ground === 'shops')
        for (let door = 1; door <= rule.shops; door++)
          homes.push({ unit: 0, floor, door, room: room(door), use: 'shop' });
      return;
    }
    for (let unit = 1; unit <= rule.units; unit++)
      for (let door = 1; door <= doorsOn(rule, unit, floor); door++)
        homes.push({ unit, floor, door, room: room(door), use: 'home' });
  });
  return homes;
};

/** The rule that a building's own fields suggest. */
export const ruleOf = (
  building: Pick<Building, 'storeys' | 'units' | 'doorsPerLanding' | 'podiumStoreys'>,
): HomesRule => ({
  storeys: building.storeys,
  units: building.units,
  doorsPerLanding: building.doorsPerLanding,
  ground: building.podiumStoreys > 0 ? 'shops' : 'homes',
  groundStoreys: building.podiumStoreys,
  shops: building.podiumStoreys > 0 ? Math.max(1, building.units * building.doorsPerLanding) : 0,
  skippedNumbers: [],
  exceptions: [],
});

export interface HomesPlan {
  /** Not there yet. */
  readonly added: readonly PlannedHome[];
  /** There already, under the same staircase and room. */
  readonly kept: readonly Dwelling[];
  /** There, but not in the plan: they stay, because somebody may live in them; a person decides. */
  readonly beside: readonly Dwelling[];
}

/** What a rule adds to the homes that a building has. Nothing is ever taken away. */
export const compareHomes = (planned: readonly PlannedHome[], existing: readonly Dwelling[]): HomesPlan => {
  const key = ({ unit, room }: Pick<Dwelling, 'unit' | 'room'>): string => `${unit}/${room}`;
  const wanted = new Set(planned.map(key));
  const there = new Set(existing.map(key));
  return {
    added: planned.filter((home) => !there.has(key(home))),
    kept: existing.filter((home) => wanted.has(key(home))),
    beside: existing.filter((home) => !wanted.has(key(home))),
  };
};
