/** 云和老庄: houses around courts on three lanes; beyond the avenue orchards and plots up to the rim. */
import { addBlock } from '../compound.ts';
import { addArea, addLandmark, addRoad, FACADE, type Plan } from '../plan.ts';
import { type Point, rect, smooth, uAt } from '../plane.ts';
import { courtHouse } from '../shapes.ts';
import { avenueU, rimU, SHUYUAN_LINE } from '../streets.ts';

const shuyuanU = (v: number): number => uAt(SHUYUAN_LINE, v);

/** 云和老庄: houses around courts on three lanes, plots by the metre rather than by the rule. */
export const oldVillage = (plan: Plan): void => {
  const lanes: [string, number, number][] = [
    ['老庄一巷', -352, 4],
    ['老庄二巷', -404, 3],
    ['老庄三巷', -454, 3],
  ];
  addArea(plan, 'bare', '云和老庄', [
    [44, -320],
    [306, -320],
    [312, -400],
    [296, -482],
    [16, -482],
    [22, -400],
  ]);
  addLandmark(plan, 'gateway', [avenueU(-352) - 16, -350], 90);
  let house = 0;
  for (const [name, v, count] of lanes) {
    const from = shuyuanU(v);
    addRoad(
      plan,
      'lane',
      name,
      4.5,
      smooth(
        [
          [from, v],
          [from + 80, v - 3],
          [avenueU(v) - 60, v + 2],
          [avenueU(v + 2), v + 2],
        ],
        3,
      ),
    );
    for (let k = 0; k < count; k++) {
      const width = 19 + ((house * 7) % 5);
      const depth = 24 + ((house * 5) % 4);
      const at: Point = [from + 42 + k * (count === 4 ? 58 : 74) + ((house * 3) % 7), v + depth / 2 + 7];
      const [outside, court] = courtHouse(width, depth);
      addBlock(
        plan,
        {
          name: `${name}${k + 1}号`,
          estate: '云和老庄',
          number: `${house + 1}`,
          aliases: [`老庄${house + 1}号`],
          use: 'courtyard',
          storeys: 1,
          heightMetres: 4 + (house % 3) * 0.3,
          roof: 'gable',
          facade: FACADE.loessHouse,
          units: 1,
          doors: 1,
          year: 1982 + house * 2,
        },
        outside as Point[],
        at,
        court as Point[],
      );
      addArea(
        plan,
        'orchard',
        '',
        rect(at[0] + width / 2 + 5, v + 9, at[0] + width / 2 + (count === 4 ? 24 : 40), v + 34),
      );
      house++;
    }
  }
};

/** Between the avenue and the rim: orchards, vegetable plots and two more houses. */
export const southRim = (plan: Plan): void => {
  const strip = (v0: number, v1: number, west: number, east: number): Point[] => [
    [avenueU(v0) + west, v0],
    [rimU(v0) - east, v0],
    [rimU((v0 + v1) / 2) - east, (v0 + v1) / 2],
    [rimU(v1) - east, v1],
    [avenueU(v1) + west, v1],
    [avenueU((v0 + v1) / 2) + west, (v0 + v1) / 2],
  ];
  addArea(plan, 'orchard', '南塬果园', strip(-196, -108, 20, 32));
  addArea(plan, 'field', '', strip(-250, -204, 20, 24));
  addArea(plan, 'grass', '', strip(-378, -310, 20, 22));
  addArea(plan, 'field', '', strip(-420, -388, 20, 30));
  addArea(plan, 'orchard', '', strip(-484, -430, 20, 34));
  addRoad(plan, 'path', '', 3, [
    [avenueU(-384), -384],
    [430, -384],
    [505, -420],
    [524, -468],
  ]);
};
