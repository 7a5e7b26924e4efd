/** 安居苑: slabs with hip roofs, two towers towards the avenue. */
import { addLane, addBlock, addCourts, addParking, addSlab, addStreetShops, addYard } from '../compound.ts';
import { addArea, addRoad, FACADE, type Plan } from '../plan.ts';
import { type Point, rect, smooth } from '../plane.ts';
import { crossTower, slimTower } from '../shapes.ts';
import { WANGYUAN, YUNHE } from '../streets.ts';

export const anju = (plan: Plan): void => {
  const estate = '安居苑';
  const spine = 156;
  addYard(
    plan,
    estate,
    [
      [44, -286],
      [304, -286],
      [286, -190],
      [264, -98],
      [70, -98],
      [70, -176],
    ],
    [
      [spine, -98],
      [spine, -286],
    ],
    [
      [
        [spine, YUNHE],
        [spine, WANGYUAN],
      ],
    ],
  );
  [-118, -165, -212, -259].forEach((v, i) => {
    addSlab(plan, estate, {
      at: [104 - (i > 1 ? 6 : 0), v],
      units: 4,
      unitMetres: 14.5,
      storeys: 6,
      number: `${i + 1}`,
      facade: i % 2 ? FACADE.greySlab : FACADE.beigeSlab,
      year: 2006,
      roof: 'hip',
    });
    addLane(plan, [spine, v + 11], [76, v + 11]);
  });
  addCourts(plan, 76, 130, [-259, -212, -165, -118], -284);
  addStreetShops(plan, { name: '书院路南段商铺', at: [61, -136], length: 70, alongV: true, year: 2009 });
  const towers: [Point, string][] = [
    [[204, -140], '5'],
    [[246, -236], '6'],
  ];
  for (const [at, number] of towers) {
    addBlock(
      plan,
      {
        name: `${number}号楼`,
        estate,
        number,
        use: 'residential',
        storeys: 18,
        facade: FACADE.warmTower,
        units: 1,
        doors: 4,
        year: 2017,
      },
      number === '5' ? crossTower(27, 23) : slimTower(38, 17),
      at,
    );
  }
  addRoad(
    plan,
    'lane',
    '',
    4.5,
    smooth(
      [
        [spine, -190],
        [190, -190],
        [230, -200],
        [270, -212],
      ],
      4,
    ),
  );
  addArea(plan, 'grass', '', [
    [172, -182],
    [250, -182],
    [262, -164],
    [172, -164],
  ]);
  addArea(plan, 'sports', '', rect(176, -270, 206, -240));
  addParking(plan, 166, -232, 180, -202);
};
