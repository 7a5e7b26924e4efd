/** Texts of the plan in 3D. */
export const planScene = {
  open: 'See it in 3D',
  hint: 'The borders of the plan over the land and the houses; nothing is published',
  label: 'The plan in 3D',
  back: 'Back to the map',
  compare: 'Compare',
  before: 'As it was',
  now: 'Plan',
  walls: 'Raise walls',
  ghosts: 'Old borders',
  legend: 'Grids and households',
  households_one: '{{shown}} household',
  households_other: '{{shown}} households',
};
