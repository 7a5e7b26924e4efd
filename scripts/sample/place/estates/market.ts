/** The market hall, its forecourt, and 书香苑 beside it. */
import { addBlock, addFrontGarden, addParking, addSlab, addYard } from '../compound.ts';
import { addArea, addRoad, FACADE, type Plan } from '../plan.ts';
import { rect } from '../plane.ts';
import { box, crossTower, midrise } from '../shapes.ts';
import { ANHE, SHUYUAN, XINGLIN } from '../streets.ts';

export const market = (plan: Plan): void => {
  addArea(plan, 'plaza', '云和市场', rect(-194, 108, -104, 207));
  addBlock(
    plan,
    {
      name: '云和便民市场',
      estate: '',
      number: '',
      use: 'market',
      storeys: 1,
      heightMetres: 8.5,
      roof: 'vault',
      facade: FACADE.industrial,
      year: 2008,
      tag: 'market',
    },
    box(62, 36),
    [-152, 154],
  );
  addSlab(plan, '书香苑', {
    at: [-148, 119],
    units: 5,
    depth: 12,
    storeys: 5,
    podium: 1,
    number: '6',
    facade: FACADE.beigeSlab,
    year: 2008,
    balconies: false,
  });
  addSlab(plan, '书香苑', {
    at: [-150, 194],
    units: 4,
    unitMetres: 17,
    depth: 13,
    storeys: 6,
    podium: 2,
    number: '1',
    facade: FACADE.beigeSlab,
    year: 2008,
    balconies: false,
  });
  addParking(plan, -119, 134, -105, 172);
  addRoad(plan, 'lane', '', 6, [
    [-98, ANHE],
    [-98, 107],
    [XINGLIN, 104],
  ]);
};

export const shuxiang = (plan: Plan): void => {
  const estate = '书香苑';
  const spine = -30;
  addYard(
    plan,
    estate,
    rect(-90, 108, 30, 206),
    [
      [-30, 206],
      [30, 158],
    ],
    [
      [
        [spine, ANHE],
        [spine, 158],
      ],
      [
        [-84, 158],
        [SHUYUAN, 158],
      ],
    ],
    5.5,
    'park',
  );
  for (const [u, number, units] of [
    [-64, '2', 2],
    [-4, '3', 3],
  ] as const) {
    addBlock(
      plan,
      {
        name: `${number}号楼`,
        estate,
        number,
        use: 'residential',
        storeys: 11,
        facade: FACADE.warmTower,
        units,
        doors: 2,
        year: 2014,
      },
      midrise(units, units === 3 ? 20 : 21),
      [u, 127],
    );
  }
  for (const [u, number] of [
    [-66, '4'],
    [4, '5'],
  ] as const) {
    addBlock(
      plan,
      {
        name: `${number}号楼`,
        estate,
        number,
        use: 'residential',
        storeys: 20,
        facade: FACADE.coolTower,
        units: 1,
        doors: 4,
        year: 2014,
      },
      crossTower(27, 22),
      [u, 185],
    );
  }
  addFrontGarden(plan, -86, -38, 148, 8);
  addFrontGarden(plan, -22, 26, 148, 8);
};
