/** 和顺家园: brick slabs of the nineties about a long garden, with shops on 安和街 and 杏林路. */
import { addCourts, addLane, addParking, addSlab, addStreetShops, addYard } from '../compound.ts';
import { addArea, FACADE, type Plan } from '../plan.ts';
import { ellipse, rect } from '../plane.ts';
import { ANHE, NORTH } from '../streets.ts';

export const heshun = (plan: Plan): void => {
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
    addLane(plan, [west, v + 11], [-464, v + 11]);
    addLane(plan, [east, v + 11], [-250, v + 11]);
  });
  addCourts(plan, -464, -404, rows, 258);
  addCourts(plan, -295, -249, rows, 258);
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
