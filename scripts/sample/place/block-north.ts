/** The northern row of blocks: 和顺家园 (old brick slabs), 杏苑小区 with the kindergarten, the civic centre with 云和佳苑. */
import { addBlock, addFrontGarden, addParking, addSlab, addStreetShops, addYard } from './compound.ts';
import { addArea, addLandmark, addRoad, addWall, FACADE, type Plan } from './plan.ts';
import { ellipse, type Point, rect } from './plane.ts';
import { courtHouse, crossTower, lShape, midrise, porchBlock, tTower } from './shapes.ts';
import { ANHE, avenueU, NORTH, rimU, SHUYUAN } from './streets.ts';

const heshun = (plan: Plan): void => {
  const estate = '和顺家园';
  const west = -384;
  const east = -322;
  addYard(
    plan,
    estate,
    rect(-476, 256, -242, 480),
    [
      [west, 256],
      [east, 480],
    ],
    [
      [
        [west, ANHE],
        [west, 472],
      ],
      [
        [east, 262],
        [east, NORTH],
      ],
      [
        [west, 470],
        [east, 470],
      ],
      [
        [west, 262],
        [east, 262],
      ],
    ],
  );
  addArea(plan, 'grass', '', rect(-377, 270, -329, 388));
  addArea(plan, 'plaza', '', ellipse(-353, 330, 15, 22));
  addArea(plan, 'sports', '', rect(-373, 398, -333, 424));
  addParking(plan, -378, 436, -328, 460);
  const rows = [272, 314, 356, 398, 440];
  rows.forEach((v, i) => {
    const facade = i < 3 ? FACADE.brickSlab : FACADE.beigeSlab;
    const year = i < 3 ? 1994 + i : 2001;
    addSlab(plan, estate, {
      at: [-434, v],
      units: 4,
      storeys: 6,
      number: `${i * 2 + 1}`,
      facade,
      year,
      ...(i === 2 ? { storeys: 5 } : {}),
    });
    addSlab(plan, estate, { at: [-272, v], units: 3, storeys: 6, number: `${i * 2 + 2}`, facade, year });
    addRoad(plan, 'lane', '', 4, [
      [west, v + 11],
      [-464, v + 11],
    ]);
    addRoad(plan, 'lane', '', 4, [
      [east, v + 11],
      [-250, v + 11],
    ]);
    addFrontGarden(plan, -464, -404, v - 13, 7);
    addFrontGarden(plan, -295, -249, v - 13, 7);
  });
  addArea(plan, 'plaza', '', rect(-470, 224, -402, 255));
  addArea(plan, 'plaza', '', rect(-306, 224, -238, 255));
  for (const [u, number] of [
    [-436, '11'],
    [-272, '12'],
  ] as const) {
    addSlab(plan, estate, {
      at: [u, 239],
      units: 4,
      unitMetres: 14,
      depth: 13,
      storeys: 4,
      podium: 2,
      number,
      facade: FACADE.beigeSlab,
      year: 2004,
      balconies: false,
    });
  }
  addStreetShops(plan, { name: '杏林路北段商铺', at: [-231, 340], length: 84, alongV: true, year: 2005 });
};

const xingyuan = (plan: Plan): void => {
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
    addRoad(plan, 'lane', '', 4, [
      [spine, v + 11],
      [-182, v + 11],
    ]);
    addFrontGarden(plan, -182, -122, v - 13, 7);
  });
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
    addRoad(plan, 'lane', '', 4, [
      [spine, v + 11],
      [-48, v + 11],
    ]);
  });
  addFrontGarden(plan, -94, -50, 284, 16);
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
  addRoad(plan, 'lane', '', 4, [
    [second, 272],
    [20, 272],
  ]);
  addRoad(plan, 'lane', '', 4, [
    [second, 356],
    [20, 356],
  ]);
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

const civic = (plan: Plan): void => {
  addArea(plan, 'plaza', '云和广场', rect(62, 231, 168, 318));
  addArea(plan, 'grass', '', rect(70, 238, 104, 262));
  addArea(plan, 'grass', '', rect(118, 238, 152, 262));
  addArea(plan, 'water', '', ellipse(111, 284, 9, 9, 20));
  addBlock(
    plan,
    {
      name: '云和社区服务中心',
      estate: '',
      number: '',
      use: 'community',
      storeys: 4,
      facade: FACADE.civicStone,
      year: 2018,
      roof: 'flat',
      tag: 'serviceCentre',
    },
    porchBlock(64, 17, 16),
    [112, 331],
  );
  addBlock(
    plan,
    {
      name: '云和文化活动中心',
      estate: '',
      number: '',
      use: 'community',
      storeys: 3,
      heightMetres: 15,
      facade: FACADE.civicStone,
      year: 2019,
      roof: 'hip',
      tag: 'cultureCentre',
    },
    [
      [-15, -22],
      [12, -22],
      [18, -12],
      [18, 12],
      [12, 22],
      [-15, 22],
    ],
    [192, 262],
  );
  addBlock(
    plan,
    {
      name: '云和社区卫生服务站',
      estate: '',
      number: '',
      use: 'medical',
      storeys: 3,
      facade: FACADE.greySlab,
      year: 2016,
      tag: 'clinic',
    },
    lShape(40, 28, 13),
    [272, 254],
  );
  addParking(plan, 252, 277, 292, 288);
  addBlock(
    plan,
    {
      name: '云和街道办事处',
      estate: '',
      number: '',
      use: 'office',
      storeys: 6,
      facade: FACADE.civicStone,
      year: 2009,
      tag: 'subdistrict',
    },
    porchBlock(54, 16, 14),
    [92, 462],
  );
  addBlock(
    plan,
    {
      name: '庆云商务大厦',
      estate: '',
      number: '',
      use: 'office',
      storeys: 9,
      podium: 2,
      facade: FACADE.glassOffice,
      year: 2017,
      tag: 'businessTower',
    },
    [
      [-17, -11],
      [17, -11],
      [19, 0],
      [17, 11],
      [-17, 11],
      [-19, 0],
    ],
    [158, 460],
  );
  addParking(plan, 64, 434, 126, 446);
  addLandmark(plan, 'flagpole', [112, 306], 180);
  addLandmark(plan, 'kiosk', [66, 300], 270);
  addLandmark(plan, 'kiosk', [160, 238], 180);
  const estate = '云和佳苑';
  const ring = [
    [60, 350],
    [172, 350],
    [186, 312],
    [300, 312],
    [312, 360],
    [324, 420],
    [326, 480],
    [190, 480],
    [190, 425],
    [60, 425],
  ] as Point[];
  addYard(
    plan,
    estate,
    ring,
    [
      [60, 400],
      [245, 312],
    ],
    [
      [
        [SHUYUAN, 400],
        [150, 402],
        [215, 408],
        [262, 408],
        [290, 400],
        [286, 340],
      ],
      [
        [245, ANHE],
        [245, 326],
        [286, 340],
      ],
      [
        [215, 408],
        [216, 424],
        [228, 424],
        [228, 472],
      ],
    ],
  );
  const towers: [Point, string, number][] = [
    [[205, 452], '1', 18],
    [[268, 448], '2', 18],
    [[262, 372], '3', 18],
  ];
  for (const [at, number, storeys] of towers) {
    addBlock(
      plan,
      {
        name: `${number}号楼`,
        estate,
        number,
        use: 'residential',
        storeys,
        facade: FACADE.coolTower,
        units: 1,
        doors: 4,
        year: 2015,
      },
      number === '3' ? tTower(30, 24) : crossTower(),
      at,
    );
  }
  const blocks: [Point, string, number][] = [
    [[104, 377], '4', 3],
    [[198, 384], '5', 2],
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
        facade: FACADE.warmTower,
        units,
        doors: 2,
        year: 2013,
      },
      midrise(units),
      at,
    );
  }
  addArea(plan, 'grass', '', [
    [186, 332],
    [228, 332],
    [228, 362],
    [180, 362],
  ]);
  addArea(plan, 'grass', '', ellipse(262, 420, 18, 7));
  addArea(plan, 'grass', '', rect(296, 425, 318, 470));
};

/** Beyond the avenue: a few courtyard houses and the first orchards, up to the rim. */
const northRim = (plan: Plan): void => {
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

export const northBlocks = (plan: Plan): void => {
  heshun(plan);
  xingyuan(plan);
  civic(plan);
  northRim(plan);
};
