/** Texts of the plan in 3D. */
export const planScene = {
  open: '三维查看',
  hint: '在三维实景中查看方案边界，不会发布',
  label: '方案三维视图',
  back: '回到编辑',
  compare: '对照',
  before: '原网格',
  now: '方案',
  walls: '立起边界墙',
  ghosts: '显示原边界',
  legend: '网格与户数',
  households_one: '{{shown}} 户',
  households_other: '{{shown}} 户',
};
