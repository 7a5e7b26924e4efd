/** 杏苑小区: slabs of 1998 to 2000, two eleven-storey houses, and the kindergarten in its corner. */
import { addLane, addBlock, addCourts, addParking, addSlab, addYard } from '../compound.ts';
import { addArea, addWall, FACADE, type Plan } from '../plan.ts';
import { ellipse, type Point, rect } from '../plane.ts';
import { lShape, midrise } from '../shapes.ts';
import { ANHE, SHUYUAN } from '../streets.ts';

export const xingyuan = (plan: Plan): void => {
  const estate = '杏苑小区';
  const spine = -107;
  const second = -35;
  const yard: Point[] = [
    [-196, 232],
    [30, 232],
    [30, 384],
    [-102, 384],
    [-102, 480],
    [-196, 480],
  ];
  addYard(
    plan,
    estate,
    yard,
    [
      [spine, 232],
      [30, 300],
    ],
    [
      [
        [spine, ANHE],
        [spine, 476],
      ],
      [
        [spine, 300],
        [SHUYUAN, 300],
      ],
      [
        [second, 238],
        [second, 372],
      ],
    ],
  );
  [252, 300, 348, 396, 444].forEach((v, i) => {
    addSlab(plan, estate, {
      at: [-152, v],
      units: 4,
      storeys: 5,
      number: `${i + 1}`,
      facade: FACADE.greySlab,
      year: 1998,
    });
    addLane(plan, [spine, v + 11], [-182, v + 11]);
  });
  addCourts(plan, -182, -122, [252, 300, 348, 396, 444], 234);
  addCourts(plan, -94, -50, [252, 322, 364], 234);
  [252, 322, 364].forEach((v, i) => {
    addSlab(plan, estate, {
      at: [-72, v],
      units: 3,
      storeys: 6,
      number: `${i + 6}`,
      facade: FACADE.brickSlab,
      year: 2000,
      roof: i === 0 ? 'flat' : 'hip',
    });
    addLane(plan, [spine, v + 11], [-48, v + 11]);
  });
  [
    [256, '9'],
    [340, '10'],
  ].forEach(([v, number]) => {
    addBlock(
      plan,
      {
        name: `${number}号楼`,
        estate,
        number: `${number}`,
        use: 'residential',
        storeys: 11,
        facade: FACADE.warmTower,
        units: 2,
        doors: 2,
        year: 2012,
      },
      midrise(2),
      [-3, Number(v)],
    );
  });
  addLane(plan, [second, 272], [20, 272]);
  addLane(plan, [second, 356], [20, 356]);
  addArea(plan, 'grass', '', rect(-26, 308, 22, 324));
  addParking(plan, -28, 282, 22, 292);

  addArea(plan, 'plaza', '云和幼儿园', rect(-96, 392, 30, 480));
  addWall(plan, rect(-96, 392, 30, 480), [[30, 436]], 1.8);
  addBlock(
    plan,
    {
      name: '云和幼儿园',
      estate: '',
      number: '',
      use: 'kindergarten',
      storeys: 3,
      facade: FACADE.school,
      year: 2014,
      tag: 'kindergarten',
    },
    lShape(70, 46, 15),
    [-52, 448],
  );
  addArea(plan, 'sports', '', ellipse(-34, 430, 22, 11));
  addArea(plan, 'grass', '', rect(0, 446, 26, 474));
};
