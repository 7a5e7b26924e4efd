/** Beyond the avenue in the north: a few courtyard houses and the first orchards, up to the rim. */
import { addBlock } from '../compound.ts';
import { addArea, addRoad, FACADE, type Plan } from '../plan.ts';
import { type Point } from '../plane.ts';
import { courtHouse } from '../shapes.ts';
import { avenueU, rimU } from '../streets.ts';

/** Beyond the avenue: a few courtyard houses and the first orchards, up to the rim. */
export const northRim = (plan: Plan): void => {
  const edge = (v: number): number => rimU(v) - 34;
  const lane = 420;
  addRoad(plan, 'lane', '北塬巷', 5, [
    [avenueU(430), 430],
    [lane, 430],
    [560, 436],
  ]);
  const sites: Point[] = [
    [408, 456],
    [448, 457],
    [488, 458],
    [430, 404],
  ];
  sites.forEach((at, i) => {
    const [outside, court] = courtHouse(i % 2 ? 20 : 22, i === 3 ? 22 : 25);
    addBlock(
      plan,
      {
        name: `北塬巷${i + 1}号`,
        estate: '北塬巷',
        number: `${i + 1}`,
        use: 'courtyard',
        storeys: 1,
        heightMetres: 4.2,
        roof: 'gable',
        facade: FACADE.loessHouse,
        units: 1,
        doors: 1,
        year: 1988 + i * 3,
      },
      outside as Point[],
      at,
      court as Point[],
    );
  });
  addArea(plan, 'orchard', '北塬果园', [
    [avenueU(390) + 22, 390],
    [470, 384],
    [edge(384) - 6, 384],
    [edge(300), 300],
    [edge(240), 236],
    [avenueU(236) + 22, 236],
    [avenueU(300) + 22, 300],
  ]);
  addArea(plan, 'orchard', '', [
    [520, 446],
    [edge(446), 446],
    [edge(480), 482],
    [520, 482],
  ]);
};
