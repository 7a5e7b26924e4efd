/** All texts in one language, by area. */
import { common } from './common.ts';
import { compare } from './compare.ts';
import { coverage } from './coverage.ts';
import { data } from './data.ts';
import { forms } from './forms.ts';
import { history } from './history.ts';
import { lists } from './lists.ts';
import { omnibox } from './omnibox.ts';
import { planScene } from './plan-scene.ts';
import { planner } from './planner.ts';
import { plannerTools } from './planner-tools.ts';
import { records } from './records.ts';
import { scene } from './scene.ts';
import { staff } from './staff.ts';
import { start } from './start.ts';
import { timeline } from './timeline.ts';
import { tables } from './tables.ts';
import { wall } from './wall.ts';
import { wallWatch } from './wall-watch.ts';

export const zh = {
  common,
  compare,
  coverage,
  data,
  forms,
  history,
  lists,
  omnibox,
  planScene,
  planner,
  plannerTools,
  records,
  scene,
  staff,
  start,
  timeline,
  tables,
  wall,
  wallWatch,
};
