/** 望塬居: six eleven-storey houses and a garden in the bend of the avenue. */
import { addLane, addBlock, addFrontGarden, addParking, addYard } from '../compound.ts';
import { addArea, addRoad, FACADE, type Plan } from '../plan.ts';
import { type Point, rect, smooth } from '../plane.ts';
import { midrise } from '../shapes.ts';
import { SHUYUAN, YUNHE } from '../streets.ts';

export const wangyuanju = (plan: Plan): void => {
  const estate = '望塬居';
  const ring: Point[] = [
    [62, -54],
    [258, -54],
    [254, 20],
    [258, 110],
    [276, 206],
    [62, 206],
  ];
  const spine = 157;
  addYard(
    plan,
    estate,
    ring,
    [
      [spine, -54],
      [62, 62],
    ],
    [
      [
        [spine, YUNHE],
        [spine, 62],
      ],
      [
        [SHUYUAN, 62],
        [spine, 62],
      ],
      smooth(
        [
          [spine, 62],
          [168, 92],
          [166, 130],
          [spine, 196],
        ],
        4,
      ),
    ],
    5.5,
    'park',
  );
  const blocks: [Point, string, number][] = [
    [[107, -28], '1', 3],
    [[107, 38], '2', 3],
    [[107, 108], '3', 3],
    [[110, 180], '4', 3],
    [[208, -12], '5', 3],
    [[211, 66], '6', 3],
  ];
  for (const [at, number, units] of blocks) {
    addBlock(
      plan,
      {
        name: `${number}号楼`,
        estate,
        number,
        use: 'residential',
        storeys: 11,
        facade: Number(number) % 2 ? FACADE.warmTower : FACADE.coolTower,
        units,
        doors: 2,
        year: 2013,
      },
      midrise(units),
      at,
    );
  }
  addLane(plan, [spine, -16], [78, -16]);
  addLane(plan, [161, 122], [78, 122]);
  addLane(plan, [spine, 4], [236, 4]);
  addLane(plan, [162, 82], [238, 82]);
  addArea(
    plan,
    'park',
    '望塬居花园',
    smooth(
      [
        [180, 112],
        [240, 106],
        [262, 150],
        [256, 192],
        [196, 194],
        [178, 160],
        [180, 112],
      ],
      4,
    ).slice(0, -1),
  );
  addRoad(
    plan,
    'path',
    '',
    2.2,
    smooth(
      [
        [167, 116],
        [200, 128],
        [236, 124],
        [244, 160],
        [214, 180],
        [163, 176],
      ],
      4,
    ),
  );
  addArea(plan, 'sports', '', rect(206, 140, 226, 168));
  addFrontGarden(plan, 76, 140, 80, 12);
  addFrontGarden(plan, 76, 140, 148, 12);
  addFrontGarden(plan, 178, 240, 34, 14);
  addParking(plan, 80, 54, 136, 58);
  addParking(plan, 80, 66, 136, 70);
};
