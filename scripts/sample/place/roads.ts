/** Named streets of the town and the roads that leave it. Compounds add their own lanes. */
import { addRoad, type Plan } from './plan.ts';
import { type Point, smooth } from './plane.ts';
import {
  ANHE,
  AVENUE,
  avenueU,
  HALF_WIDTH,
  NORTH,
  rimU,
  SHUYUAN,
  SHUYUAN_LINE,
  SOUTH,
  WANGYUAN,
  WEST,
  XINGLIN,
  YUNHE,
} from './streets.ts';

/** Roads go on to here, just inside the surveyed relief. */
export const REACH = 1540;

export const addStreets = (plan: Plan): void => {
  const w = HALF_WIDTH;
  addRoad(plan, 'main', '庆云大道', w.west * 2, [
    [WEST, -REACH],
    [WEST, SOUTH],
    [WEST, YUNHE],
    [WEST, NORTH],
    [WEST, REACH],
  ]);
  addRoad(plan, 'main', '永和街', w.north * 2, [
    [-REACH, NORTH],
    [WEST, NORTH],
    [SHUYUAN, NORTH],
    [avenueU(NORTH), NORTH],
  ]);
  addRoad(plan, 'street', '永和街', 12, [
    [avenueU(NORTH), NORTH],
    [rimU(NORTH) - 34, NORTH],
  ]);
  addRoad(plan, 'street', '安和街', w.anhe * 2, [
    [WEST, ANHE],
    [SHUYUAN, ANHE],
    [avenueU(ANHE), ANHE],
  ]);
  addRoad(plan, 'path', '观塬巷', 4, [
    [avenueU(ANHE), ANHE],
    [rimU(ANHE) - 24, ANHE],
  ]);
  addRoad(plan, 'main', '云和路', w.yunhe * 2, [
    [-REACH, YUNHE - 60],
    [-900, YUNHE - 30],
    [WEST, YUNHE],
    [SHUYUAN, YUNHE],
    [avenueU(YUNHE), YUNHE],
  ]);
  addRoad(plan, 'street', '望塬台路', 14, [
    [avenueU(YUNHE), YUNHE],
    [536, YUNHE],
  ]);
  addRoad(plan, 'street', '望塬街', w.wangyuan * 2, [
    [WEST, WANGYUAN],
    [XINGLIN, WANGYUAN],
    [24, WANGYUAN],
    [avenueU(WANGYUAN), WANGYUAN],
  ]);
  addRoad(plan, 'main', '南环路', w.south * 2, [
    [-REACH, SOUTH - 90],
    [-900, SOUTH - 30],
    [WEST, SOUTH],
    [0, SOUTH],
    [avenueU(SOUTH), SOUTH],
  ]);
  addRoad(plan, 'lane', '南环路', 6, [
    [avenueU(SOUTH), SOUTH],
    [rimU(SOUTH) - 30, SOUTH],
    [460, -590],
    [400, -650],
    [330, -790],
    [240, -880],
  ]);
  addRoad(plan, 'street', '杏林路', w.xinglin * 2, [
    [XINGLIN, NORTH],
    [XINGLIN, YUNHE],
    [XINGLIN, SOUTH],
  ]);
  addRoad(plan, 'street', '书院路', w.shuyuan * 2, SHUYUAN_LINE);
  addRoad(plan, 'main', '塬畔大道', w.avenue * 2, AVENUE);
  const north: Point[] = [
    [avenueU(NORTH), NORTH],
    [362, 640],
    [378, 860],
    [402, 1150],
    [410, REACH],
  ];
  addRoad(plan, 'street', '塬畔大道', 14, smooth(north, 5));
  const south: Point[] = [
    [avenueU(SOUTH), SOUTH],
    [264, -640],
    [172, -800],
    [104, -1000],
    [52, -1200],
    [0, -REACH],
  ];
  addRoad(plan, 'street', '塬畔大道', 12, smooth(south, 5));
};

/** Village tracks between the fields; the countryside plants poplars along them. */
export const TRACKS: Point[][] = [
  smooth(
    [
      [-REACH, 168],
      [-1100, 150],
      [-800, 158],
      [WEST, 150],
    ],
    4,
  ),
  smooth(
    [
      [-REACH, -760],
      [-980, -742],
      [-700, -770],
      [WEST, -762],
      [-160, -780],
      [172, -800],
    ],
    4,
  ),
  [
    [-980, 500],
    [-980, 160],
  ],
  [
    [-860, -90],
    [-872, -545],
    [-880, -752],
  ],
  smooth(
    [
      [SHUYUAN, NORTH],
      [52, 700],
      [40, 960],
      [64, 1200],
      [50, REACH],
    ],
    4,
  ),
  smooth(
    [
      [-REACH, 968],
      [-900, 980],
      [WEST, 972],
      [40, 960],
      [378, 860],
    ],
    4,
  ),
  [
    [-190, SOUTH],
    [-190, -780],
    [-196, -REACH],
  ],
];

export const addTracks = (plan: Plan): void => {
  for (const line of TRACKS) addRoad(plan, 'path', '', 4, line);
};
