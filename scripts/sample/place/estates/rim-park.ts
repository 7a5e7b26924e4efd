/** 塬畔公园, along the rim from 安和街 to 云和路, with a square that looks out over the gullies. */
import { addBlock } from '../compound.ts';
import { addArea, addLandmark, addRoad, FACADE, type Plan } from '../plan.ts';
import { ellipse, type Point, rect, smooth } from '../plane.ts';
import { avenueU, rimU } from '../streets.ts';

/** 塬畔公园, along the rim from 安和街 to 云和路, with a square that looks out over the gullies. */
export const rimPark = (plan: Plan): void => {
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
