/** The civic centre: square, service centre, culture centre, clinic, offices. */
import { addBlock, addParking, addYard } from '../compound.ts';
import { addArea, addLandmark, FACADE, type Plan } from '../plan.ts';
import { ellipse, type Point, rect } from '../plane.ts';
import { crossTower, lShape, midrise, porchBlock, tTower } from '../shapes.ts';
import { ANHE, SHUYUAN } from '../streets.ts';

export const civic = (plan: Plan): void => {
  const lawn: Point[] = [
    [58, 228],
    [304, 228],
    [300, 308],
    [182, 308],
    [170, 346],
    [58, 346],
  ];
  addArea(plan, 'park', '', lawn);
  addArea(plan, 'plaza', '', rect(60, 430, 184, 484));
  addArea(plan, 'plaza', '', rect(168, 236, 212, 292));
  addArea(plan, 'plaza', '', rect(248, 236, 296, 292));
  addArea(plan, 'plaza', '云和广场', rect(62, 231, 168, 346));
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
    5.5,
    'park',
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
