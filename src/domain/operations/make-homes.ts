/** Makes the homes of buildings by a rule. What is there stays; the building's own figures follow the rule. */
import { checkHomesRule, compareHomes, type HomesRule, planHomes } from '../homes-plan.ts';
import { refuse } from '../reasons.ts';
import type { Building, Dwelling } from '../records/index.ts';
import { createDraft } from './draft.ts';
import type { Operation } from './operation.ts';

export interface BuildingHomes {
  readonly building: Building;
  /** All of its homes. */
  readonly dwellings: readonly Dwelling[];
}

/** The rule for another building: its own storeys, everything else alike. */
const ruleFor = ({ building }: BuildingHomes, rule: HomesRule, own: boolean): HomesRule =>
  own
    ? rule
    : {
        ...rule,
        storeys: building.storeys,
        groundStoreys: Math.min(rule.groundStoreys, building.storeys),
        exceptions: rule.exceptions.filter(({ floor }) => floor <= building.storeys),
      };

export const makeHomes: Operation<
  { readonly first: BuildingHomes; readonly others: readonly BuildingHomes[] },
  HomesRule
> = {
  key: 'makeHomes',
  title: { zh: '生成房屋', en: 'Make homes' },
  available: () => true,
  run: ({ first, others }, rule, stamp) => {
    const reasons = checkHomesRule(rule);
    if (reasons.length > 0) return refuse(...reasons);
    const draft = createDraft(stamp);
    for (const each of [first, ...others]) {
      const own = ruleFor(each, rule, each === first);
      const { building, dwellings } = each;
      draft.know('buildings', [building]);
      draft.update('buildings', building, {
        storeys: own.storeys,
        units: Math.max(own.units, ...dwellings.map(({ unit }) => unit)),
        doorsPerLanding: own.doorsPerLanding,
        podiumStoreys: own.ground === 'homes' ? 0 : own.groundStoreys,
      });
      for (const home of compareHomes(planHomes(own), dwellings).added)
        draft.create('dwellings', {
          buildingId: building.id,
          ...home,
          occupancy: 'vacant',
          areaSquareMetres: null,
          rooms: null,
          personal: {},
        });
    }
    return draft.finish('makeHomes');
  },
};
