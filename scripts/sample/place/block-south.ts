/** The southern rows: 惠民小区, the heating works, 建安家属院, 南塬新居, 安居苑, and the courtyard houses of 云和老庄. */
import { addBlock, addFrontGarden, addParking, addSlab, addStreetShops, addYard } from './compound.ts';
import { addArea, addLandmark, addRoad, FACADE, type Plan } from './plan.ts';
import { type Point, rect, smooth, uAt } from './plane.ts';
import { box, courtHouse, crossTower, lShape, porchBlock, slimTower } from './shapes.ts';
import { avenueU, rimU, SHUYUAN_LINE, WANGYUAN, WEST, XINGLIN, YUNHE } from './streets.ts';

const shuyuanU = (v: number): number => uAt(SHUYUAN_LINE, v);

const huimin = (plan: Plan): void => {
  const estate = '惠民小区';
  const spine = -352;
  addYard(
    plan,
    estate,
    rect(-462, -286, -242, -96),
    [
      [spine, -96],
      [spine, -286],
      [-462, -190],
    ],
    [
      [
        [spine, YUNHE],
        [spine, WANGYUAN],
      ],
      [
        [WEST, -190],
        [spine, -190],
      ],
    ],
  );
  [-117, -164, -216, -263].forEach((v, i) => {
    const west = i !== 3;
    if (west) {
      addSlab(plan, estate, {
        at: [-418, v],
        units: 4,
        storeys: i === 1 ? 5 : 6,
        number: `${i * 2 + 1}`,
        facade: FACADE.greySlab,
        year: 2002,
      });
      addFrontGarden(plan, -448, -388, v - 14, 8);
    }
    if (i !== 0) {
      addSlab(plan, estate, {
        at: [-286, v],
        units: 4,
        storeys: 6,
        number: `${i * 2 + 2}`,
        facade: FACADE.beigeSlab,
        year: 2003,
        roof: 'hip',
      });
      addFrontGarden(plan, -316, -256, v - 14, 8);
    }
    addRoad(plan, 'lane', '', 4, [
      [spine, v + 11],
      [i === 3 ? -320 : -446, v + 11],
    ]);
    if (i !== 0)
      addRoad(plan, 'lane', '', 4, [
        [spine, v + 11],
        [-258, v + 11],
      ]);
  });
  addStreetShops(plan, {
    name: '庆云大道南段商铺A座',
    at: [-472, -240],
    length: 66,
    alongV: true,
    year: 2006,
  });
  addStreetShops(plan, {
    name: '庆云大道南段商铺B座',
    at: [-472, -140],
    length: 66,
    alongV: true,
    year: 2006,
  });
  addStreetShops(plan, { name: '杏林路南段商铺', at: [-232, -200], length: 90, alongV: true, year: 2007 });
  addArea(plan, 'grass', '惠民园', rect(-334, -150, -248, -104));
  addRoad(plan, 'path', '', 2.2, [
    [spine, -128],
    [-290, -128],
    [-250, -116],
  ]);
  addArea(plan, 'sports', '', rect(-446, -276, -416, -246));
  addParking(plan, -408, -280, -362, -262);
};

const heating = (plan: Plan): void => {
  const estate = '热力家属院';
  addYard(
    plan,
    '云和供热站',
    rect(-478, -484, -360, -316),
    [[-420, -316]],
    [
      [
        [-420, WANGYUAN],
        [-420, -380],
      ],
    ],
    7,
  );
  addBlock(
    plan,
    {
      name: '云和供热站锅炉房',
      estate: '',
      number: '',
      use: 'service',
      storeys: 2,
      heightMetres: 14,
      roof: 'gable',
      facade: FACADE.industrial,
      year: 2003,
      tag: 'boiler',
    },
    box(44, 24),
    [-436, -404],
  );
  addBlock(
    plan,
    {
      name: '云和供热站办公楼',
      estate: '',
      number: '',
      use: 'office',
      storeys: 4,
      facade: FACADE.greySlab,
      year: 2003,
      tag: 'heating',
    },
    porchBlock(36, 13, 8),
    [-450, -338],
  );
  addBlock(
    plan,
    {
      name: '云和物流仓储中心',
      estate: '',
      number: '',
      use: 'service',
      storeys: 1,
      heightMetres: 7.5,
      roof: 'vault',
      facade: FACADE.industrial,
      year: 2010,
      tag: 'warehouse',
    },
    box(72, 26),
    [-424, -460],
  );
  addParking(plan, -402, -424, -368, -390);
  addLandmark(plan, 'watertower', [-468, -364], 180);
  const spine = -346;
  addYard(
    plan,
    estate,
    rect(-354, -484, -226, -316),
    [
      [spine, -316],
      [-226, -370],
    ],
    [
      [
        [spine, WANGYUAN],
        [spine, -476],
      ],
      [
        [spine, -370],
        [XINGLIN, -370],
      ],
    ],
  );
  [-350, -402, -449].forEach((v, i) => {
    addSlab(plan, estate, {
      at: [-286, v],
      units: 4,
      storeys: i === 2 ? 5 : 6,
      number: `${i + 1}`,
      facade: FACADE.brickSlab,
      year: 1996 + i,
    });
    addRoad(plan, 'lane', '', 4, [
      [spine, v + 11],
      [-258, v + 11],
    ]);
    addFrontGarden(plan, -316, -256, v - 13, 6);
  });
};

const jianan = (plan: Plan): void => {
  const estate = '建安家属院';
  const spine = -92;
  addYard(
    plan,
    estate,
    [
      [-196, -286],
      [6, -286],
      [24, -200],
      [28, -96],
      [-196, -96],
    ],
    [
      [spine, -96],
      [spine, -286],
    ],
    [
      [
        [spine, YUNHE],
        [spine, WANGYUAN],
      ],
    ],
  );
  [-116, -163, -210, -257].forEach((v, i) => {
    addSlab(plan, estate, {
      at: [-148, v],
      units: 4,
      storeys: i === 0 ? 6 : 5,
      unitMetres: 14,
      number: `${i * 2 + 1}`,
      facade: i < 2 ? FACADE.brickSlab : FACADE.greySlab,
      year: 1992 + i * 2,
    });
    addRoad(plan, 'lane', '', 4, [
      [spine, v + 11],
      [-174, v + 11],
    ]);
    addFrontGarden(plan, -174, -122, v - 14, 8);
    if (i === 1) return;
    addSlab(plan, estate, {
      at: [-38, v],
      units: 3,
      storeys: 6,
      number: `${i * 2 + 2}`,
      facade: FACADE.beigeSlab,
      year: 1999,
    });
    addRoad(plan, 'lane', '', 4, [
      [spine, v + 11],
      [-17, v + 11],
    ]);
    addFrontGarden(plan, -60, -16, v - 14, 8);
  });
  addArea(plan, 'plaza', '', rect(-70, -176, -40, -152));
  addArea(plan, 'grass', '', rect(-36, -182, 14, -146));
};

const nanyuan = (plan: Plan): void => {
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

const anju = (plan: Plan): void => {
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
    addRoad(plan, 'lane', '', 4, [
      [spine, v + 11],
      [76, v + 11],
    ]);
    addFrontGarden(plan, 76, 130, v - 14, 8);
  });
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

/** 云和老庄: houses around courts on three lanes, plots by the metre rather than by the rule. */
const oldVillage = (plan: Plan): void => {
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
const southRim = (plan: Plan): void => {
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

export const southBlocks = (plan: Plan): void => {
  huimin(plan);
  heating(plan);
  jianan(plan);
  nanyuan(plan);
  anju(plan);
  oldVillage(plan);
  southRim(plan);
};
