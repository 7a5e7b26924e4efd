/** 云和新城: towers of 11 to 33 storeys about a garden with a pond, the higher ones in the north. */
import { addBlock, addFrontGarden, addParking, addYard } from '../compound.ts';
import { addArea, addRoad, FACADE, type Plan } from '../plan.ts';
import { closed, distance, ellipse, type Point, rect, smooth } from '../plane.ts';
import { butterflyTower, crossTower, slimTower, tTower } from '../shapes.ts';
import { WEST, XINGLIN, YUNHE } from '../streets.ts';

export const newTown = (plan: Plan): void => {
  const estate = '云和新城';
  const [u, v] = [-350, 76];
  const ring = closed(ellipse(u, v, 78, 70, 32));
  addYard(
    plan,
    estate,
    rect(-478, -55, -224, 207),
    [
      [u, -55],
      [-478, 76],
      [-224, 76],
    ],
    [
      ring,
      [
        [u, YUNHE],
        [u, v - 70],
      ],
      [
        [WEST, 76],
        [u - 78, 76],
      ],
      [
        [u + 78, 76],
        [XINGLIN, 76],
      ],
    ],
    6,
    'park',
  );
  addArea(plan, 'park', '云和新城中心花园', ellipse(u, v, 73, 65, 40));
  const pond = smooth(
    [
      [-372, 66],
      [-350, 54],
      [-324, 64],
      [-322, 84],
      [-342, 92],
      [-352, 104],
      [-374, 102],
      [-384, 84],
      [-372, 66],
    ],
    5,
  );
  addArea(plan, 'water', '云和池', pond.slice(0, -1));
  addArea(plan, 'plaza', '', ellipse(-350, 28, 16, 10, 24));
  addRoad(
    plan,
    'path',
    '',
    2.4,
    smooth(
      [
        [-350, 8],
        [-350, 20],
        [-332, 42],
        [-308, 60],
        [-300, 88],
        [-316, 116],
        [-350, 124],
        [-386, 120],
        [-404, 92],
        [-396, 62],
        [-372, 42],
        [-350, 28],
      ],
      4,
    ),
  );
  addRoad(plan, 'path', '', 2.4, [
    [-404, 92],
    [-424, 100],
  ]);
  addRoad(plan, 'path', '', 2.4, [
    [-300, 88],
    [-276, 98],
  ]);
  addRoad(plan, 'path', '', 2.4, [
    [-350, 124],
    [-350, 142],
  ]);
  const towers: [Point, string, number, number, Point[], number][] = [
    [[-438, 172], '1', 28, 3, tTower(29, 24), FACADE.warmTower],
    [[-350, 180], '2', 33, 3, butterflyTower(34, 23), FACADE.warmTower],
    [[-262, 172], '3', 26, 3, tTower(29, 24), FACADE.warmTower],
    [[-448, 112], '4', 18, 3, crossTower(24, 22), FACADE.coolTower],
    [[-250, 112], '5', 18, 3, crossTower(24, 22), FACADE.coolTower],
    [[-430, -16], '6', 11, 4, crossTower(27, 22), FACADE.warmTower],
    [[-270, -16], '7', 15, 2, slimTower(32, 15), FACADE.coolTower],
  ];
  for (const [at, number, storeys, doors, ring7, facade] of towers) {
    addBlock(
      plan,
      {
        name: `${number}号楼`,
        estate,
        number,
        use: 'residential',
        storeys,
        facade,
        units: 1,
        doors,
        year: 2016,
      },
      ring7,
      at,
    );
    // From the ring drive to the paving before the door.
    const away = Math.hypot((at[0] - u) / 78, (at[1] - v) / 70);
    const near: Point = [u + (at[0] - u) / away, v + (at[1] - v) / away];
    const reach = 20 / distance(at, [u, v]);
    addRoad(plan, 'path', '', 3, [near, [at[0] + (u - at[0]) * reach, at[1] + (v - at[1]) * reach]]);
  }
  addBlock(
    plan,
    {
      name: '云和新城会所',
      estate,
      number: '',
      use: 'commercial',
      storeys: 2,
      heightMetres: 9.6,
      facade: FACADE.glassOffice,
      year: 2016,
      tag: 'clubhouse',
    },
    [
      [-20, -8],
      [20, -8],
      [20, 8],
      [8, 8],
      [8, 5],
      [-8, 5],
      [-8, 8],
      [-20, 8],
    ],
    [-386, -40],
  );
  addBlock(
    plan,
    {
      name: '庆云大道商业街',
      estate: '',
      number: '',
      use: 'commercial',
      storeys: 2,
      podium: 2,
      facade: FACADE.beigeSlab,
      year: 2016,
      tag: 'shops',
    },
    [
      [-6, -40],
      [6, -40],
      [6, 40],
      [-6, 40],
      [-6, 14],
      [-4.6, 14],
      [-4.6, -14],
      [-6, -14],
    ],
    [-468, 30],
  );
  addParking(plan, -458, 20, -444, 66);
  addParking(plan, -256, 20, -242, 66);
  addFrontGarden(plan, -458, -418, 148, 12);
  addFrontGarden(plan, -282, -242, 148, 12);
  addFrontGarden(plan, -372, -328, 155, 8);
};
