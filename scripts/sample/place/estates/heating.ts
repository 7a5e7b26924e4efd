/** The heating works with its yard, the warehouse, and the works' own courtyard, 热力家属院. */
import { addLane, addBlock, addCourts, addParking, addSlab, addYard } from '../compound.ts';
import { addLandmark, FACADE, type Plan } from '../plan.ts';
import { rect } from '../plane.ts';
import { box, porchBlock } from '../shapes.ts';
import { WANGYUAN, XINGLIN } from '../streets.ts';

export const heating = (plan: Plan): void => {
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
    addLane(plan, [spine, v + 11], [-258, v + 11]);
  });
  addCourts(plan, -316, -256, [-449, -402, -350], -482);
};
