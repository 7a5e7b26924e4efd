/** The school: teaching houses about a court, courts for games, a running track. */
import { addBlock } from '../compound.ts';
import { addArea, addLandmark, addRoad, addWall, FACADE, type Plan } from '../plan.ts';
import { type Point, rect } from '../plane.ts';
import { lShape, porchBlock, uShape } from '../shapes.ts';
import { XINGLIN } from '../streets.ts';

const stadium = (u: number, v: number, halfWidth: number, halfLength: number): Point[] => {
  const straight = halfLength - halfWidth;
  const arc = (centre: number, from: number): Point[] =>
    Array.from({ length: 13 }, (_, i): Point => {
      const angle = from + (i / 12) * Math.PI;
      return [u + halfWidth * Math.cos(angle), v + centre + halfWidth * Math.sin(angle)];
    });
  return [...arc(straight, 0), ...arc(-straight, Math.PI)];
};

export const school = (plan: Plan): void => {
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
