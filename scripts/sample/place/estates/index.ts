/** All blocks, from the north-west to the south-east. */
import type { Plan } from '../plan.ts';
import { anju } from './anju.ts';
import { civic } from './civic.ts';
import { heating } from './heating.ts';
import { heshun } from './heshun.ts';
import { huimin } from './huimin.ts';
import { jianan } from './jianan.ts';
import { market, shuxiang } from './market.ts';
import { nanyuan } from './nanyuan.ts';
import { newTown } from './new-town.ts';
import { northRim } from './north-rim.ts';
import { oldVillage, southRim } from './old-village.ts';
import { rimPark } from './rim-park.ts';
import { school } from './school.ts';
import { wangyuanju } from './wangyuanju.ts';
import { xingyuan } from './xingyuan.ts';

const BLOCKS = [
  heshun,
  xingyuan,
  civic,
  northRim,
  newTown,
  school,
  market,
  shuxiang,
  wangyuanju,
  rimPark,
  huimin,
  heating,
  jianan,
  nanyuan,
  anju,
  oldVillage,
  southRim,
];

export const addBlocks = (plan: Plan): void => {
  for (const add of BLOCKS) add(plan);
};
