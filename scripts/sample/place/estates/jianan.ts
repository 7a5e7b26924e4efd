/** 建安家属院: slabs of a building company, five and six storeys. */
import { addCourts, addLane, addSlab, addYard } from '../compound.ts';
import { addArea, FACADE, type Plan } from '../plan.ts';
import { rect } from '../plane.ts';
import { WANGYUAN, YUNHE } from '../streets.ts';

export const jianan = (plan: Plan): void => {
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
    addLane(plan, [spine, v + 11], [-174, v + 11]);
    if (i === 1) return;
    addSlab(plan, estate, {
      at: [-38, v],
      units: 3,
      storeys: 6,
      number: `${i * 2 + 2}`,
      facade: FACADE.beigeSlab,
      year: 1999,
    });
    addLane(plan, [spine, v + 11], [-17, v + 11]);
  });
  addCourts(plan, -174, -122, [-257, -210, -163, -116], -284);
  addCourts(plan, -60, -16, [-257, -210], -284);
  addCourts(plan, -60, -16, [-116], -142);
  addArea(plan, 'plaza', '', rect(-70, -176, -40, -152));
  addArea(plan, 'grass', '', rect(-36, -182, 14, -146));
};
