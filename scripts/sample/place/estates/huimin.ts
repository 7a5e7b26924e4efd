/** 惠民小区: slabs of 2002, shops along two streets. */
import { addCourts, addLane, addParking, addSlab, addStreetShops, addYard } from '../compound.ts';
import { addArea, addRoad, FACADE, type Plan } from '../plan.ts';
import { rect } from '../plane.ts';
import { WANGYUAN, WEST, YUNHE } from '../streets.ts';

export const huimin = (plan: Plan): void => {
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
    }
    addLane(plan, [spine, v + 11], [i === 3 ? -320 : -446, v + 11]);
    if (i !== 0) addLane(plan, [spine, v + 11], [-258, v + 11]);
  });
  addCourts(plan, -448, -388, [-216, -164, -117], -240);
  addCourts(plan, -316, -256, [-263, -216, -164], -284);
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
