/** The middle row: 云和新城 (towers about a garden), the school and market compound, 望塬居 (eleven storeys), the rim park. */
import { addBlock, addFrontGarden, addParking, addSlab, addYard } from './compound.ts';
import { addArea, addLandmark, addRoad, addWall, FACADE, type Plan } from './plan.ts';
import { closed, ellipse, type Point, rect, smooth } from './plane.ts';
import {
  box,
  butterflyTower,
  crossTower,
  lShape,
  midrise,
  porchBlock,
  slimTower,
  tTower,
  uShape,
} from './shapes.ts';
import { ANHE, avenueU, rimU, SHUYUAN, WEST, XINGLIN, YUNHE } from './streets.ts';

const newTown = (plan: Plan): void => {
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

const stadium = (u: number, v: number, halfWidth: number, halfLength: number): Point[] => {
  const straight = halfLength - halfWidth;
  const arc = (centre: number, from: number): Point[] =>
    Array.from({ length: 13 }, (_, i): Point => {
      const angle = from + (i / 12) * Math.PI;
      return [u + halfWidth * Math.cos(angle), v + centre + halfWidth * Math.sin(angle)];
    });
  return [...arc(straight, 0), ...arc(-straight, Math.PI)];
};

const school = (plan: Plan): void => {
  const yard = rect(-192, -54, 28, 100);
  addArea(plan, 'plaza', '云和学校', yard);
  addWall(
    plan,
    yard,
    [
      [-192, 20],
      [-110, -54],
    ],
    2,
  );
  addArea(plan, 'sports', '云和学校操场', stadium(-16, 24, 32, 64), stadium(-16, 24, 23.5, 55.5));
  addArea(plan, 'grass', '', stadium(-16, 24, 23.5, 55.5));
  addArea(plan, 'sports', '', rect(-82, 50, -58, 92));
  addArea(plan, 'sports', '', rect(-82, 4, -58, 44));
  addBlock(
    plan,
    {
      name: '云和学校教学楼',
      estate: '',
      number: '',
      use: 'school',
      storeys: 4,
      heightMetres: 15.6,
      facade: FACADE.school,
      year: 2011,
      tag: 'school',
    },
    uShape(78, 46, 12),
    [-138, 62],
  );
  addBlock(
    plan,
    {
      name: '云和学校综合楼',
      estate: '',
      number: '',
      use: 'school',
      storeys: 4,
      heightMetres: 15.6,
      facade: FACADE.school,
      year: 2011,
      tag: 'schoolLab',
    },
    lShape(46, 34, 13),
    [-156, -18],
  );
  addBlock(
    plan,
    {
      name: '云和学校食堂',
      estate: '',
      number: '',
      use: 'school',
      storeys: 2,
      heightMetres: 9,
      facade: FACADE.school,
      year: 2012,
      tag: 'schoolHall',
    },
    porchBlock(30, 20, 8),
    [-84, -32],
  );
  addArea(plan, 'grass', '', rect(-160, 42, -116, 66));
  addRoad(plan, 'lane', '', 6, [
    [XINGLIN, 20],
    [-100, 20],
    [-100, -12],
  ]);
  addArea(plan, 'grass', '', rect(-128, -46, -106, 10));
  addLandmark(plan, 'flagpole', [-138, 30], 180);
};

const market = (plan: Plan): void => {
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

const shuxiang = (plan: Plan): void => {
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

const wangyuanju = (plan: Plan): void => {
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
  addRoad(plan, 'lane', '', 4, [
    [spine, -16],
    [78, -16],
  ]);
  addRoad(plan, 'lane', '', 4, [
    [161, 122],
    [78, 122],
  ]);
  addRoad(plan, 'lane', '', 4, [
    [spine, 4],
    [236, 4],
  ]);
  addRoad(plan, 'lane', '', 4, [
    [162, 82],
    [238, 82],
  ]);
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

/** 塬畔公园, along the rim from 安和街 to 云和路, with a square that looks out over the gullies. */
const rimPark = (plan: Plan): void => {
  const vs = [206, 180, 150, 120, 92, 60, 20, -20, -52];
  const west = vs.map((v): Point => [avenueU(v) + 17, v]);
  const east = [...vs].reverse().map((v): Point => [rimU(v) - 16, v]);
  addArea(plan, 'park', '塬畔公园', [...west, ...east]);
  addArea(plan, 'plaza', '望塬台', ellipse(565, -78, 30, 26, 36));
  addRoad(plan, 'path', '', 3.5, [
    [avenueU(110), 110],
    [330, 112],
    [350, 110],
  ]);
  addRoad(
    plan,
    'path',
    '',
    3.5,
    smooth(
      [
        [350, 110],
        [372, 60],
        [420, 20],
        [480, -20],
        [540, -70],
      ],
      5,
    ),
  );
  addRoad(
    plan,
    'path',
    '',
    3,
    smooth(
      [
        [350, 110],
        [400, 150],
        [450, 168],
        [520, 178],
        [566, 196],
      ],
      5,
    ),
  );
  addRoad(
    plan,
    'path',
    '',
    3,
    smooth(
      [
        [avenueU(-20), -20],
        [330, -10],
        [372, 60],
      ],
      5,
    ),
  );
  addRoad(
    plan,
    'path',
    '',
    2.6,
    smooth(
      [
        [450, 168],
        [456, 120],
        [448, 80],
        [470, 30],
        [480, -20],
      ],
      5,
    ),
  );
  addArea(plan, 'plaza', '', ellipse(350, 110, 14, 14, 28));
  addArea(
    plan,
    'water',
    '塬畔湖',
    smooth(
      [
        [392, 96],
        [420, 84],
        [434, 104],
        [424, 128],
        [400, 130],
        [384, 116],
        [392, 96],
      ],
      5,
    ).slice(0, -1),
  );
  addArea(
    plan,
    'grass',
    '',
    smooth(
      [
        [330, 20],
        [370, 10],
        [390, -20],
        [350, -40],
        [316, -14],
        [330, 20],
      ],
      4,
    ).slice(0, -1),
  );
  addLandmark(plan, 'pavilion', [350, 118], 180);
  addLandmark(plan, 'pavilion', [446, 132], 250);
  addLandmark(plan, 'pavilion', [578, -78], 90);
  addLandmark(plan, 'kiosk', [312, 124], 270);
  addLandmark(plan, 'kiosk', [544, -56], 180);
  addArea(plan, 'sports', '塬畔健身场', rect(324, 150, 356, 174));
  addBlock(
    plan,
    {
      name: '望塬茶舍',
      estate: '',
      number: '',
      use: 'commercial',
      storeys: 2,
      heightMetres: 8,
      roof: 'hip',
      facade: FACADE.civicStone,
      year: 2019,
      tag: 'teahouse',
    },
    [
      [-11, -7],
      [11, -7],
      [11, 7],
      [4, 7],
      [4, 4],
      [-4, 4],
      [-4, 7],
      [-11, 7],
    ],
    [508, 2],
  );
};

export const middleBlocks = (plan: Plan): void => {
  newTown(plan);
  school(plan);
  market(plan);
  shuxiang(plan);
  wangyuanju(plan);
  rimPark(plan);
};
