/** 南塬新居: two towers over a garden, with shops and offices on the southern ring. */
import { addBlock, addYard } from '../compound.ts';
import { addArea, addRoad, FACADE, type Plan } from '../plan.ts';
import { type Point, rect, smooth } from '../plane.ts';
import { crossTower, lShape } from '../shapes.ts';
import { WANGYUAN, XINGLIN } from '../streets.ts';

export const nanyuan = (plan: Plan): void => {
  const estate = '南塬新居';
  const spine = -112;
  addYard(
    plan,
    estate,
    [
      [-196, -452],
      [-10, -452],
      [4, -316],
      [-196, -316],
    ],
    [
      [spine, -316],
      [-196, -392],
    ],
    [
      [
        [spine, WANGYUAN],
        [spine, -392],
      ],
      smooth(
        [
          [XINGLIN, -392],
          [-160, -392],
          [spine, -392],
          [-64, -396],
          [-30, -384],
        ],
        4,
      ),
    ],
    5.5,
    'park',
  );
  const towers: [Point, string, Point[], number][] = [
    [[-150, -358], '1', crossTower(27, 25), FACADE.coolTower],
    [[-58, -358], '2', crossTower(27, 25), FACADE.coolTower],
  ];
  for (const [at, number, ring, facade] of towers) {
    addBlock(
      plan,
      {
        name: `${number}号楼`,
        estate,
        number,
        use: 'residential',
        storeys: 26,
        facade,
        units: 1,
        doors: 4,
        year: 2018,
      },
      ring,
      at,
    );
  }
  addArea(
    plan,
    'park',
    '',
    smooth(
      [
        [-176, -404],
        [-120, -402],
        [-60, -408],
        [-28, -402],
        [-34, -440],
        [-100, -444],
        [-176, -440],
        [-176, -404],
      ],
      3,
    ).slice(0, -1),
  );
  addRoad(
    plan,
    'path',
    '',
    2.2,
    smooth(
      [
        [spine, -392],
        [-108, -414],
        [-80, -428],
        [-44, -424],
      ],
      4,
    ),
  );
  addBlock(
    plan,
    {
      name: '南环商业楼',
      estate: '',
      number: '',
      use: 'commercial',
      storeys: 3,
      podium: 3,
      facade: FACADE.glassOffice,
      year: 2018,
      tag: 'southShops',
    },
    [
      [-46, -7],
      [46, -7],
      [46, 7],
      [14, 7],
      [14, 4],
      [-14, 4],
      [-14, 7],
      [-46, 7],
    ],
    [-132, -470],
  );
  addBlock(
    plan,
    {
      name: '云和建筑设计院',
      estate: '',
      number: '',
      use: 'office',
      storeys: 6,
      facade: FACADE.glassOffice,
      year: 2013,
      tag: 'designOffice',
    },
    lShape(38, 24, 12),
    [-44, -471],
  );
  addArea(plan, 'plaza', '', rect(-188, -488, -14, -456));
};
