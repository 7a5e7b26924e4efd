/** Texts about tilesets, the real scene behind the houses. */
export const tiles = {
  address: 'Address of 3D Tiles on this server',
  find: 'Read',
  addressHint:
    'Start with “npm start -- --tiles FOLDER” and give /tiles/tileset.json. The tiles stay where they are and are not copied.',
  tiles: 'Tiles',
  tilesText: '{{tiles}} in {{deepest}} levels',
  size: 'Size',
  megabytes: '{{size}} MB',
  contents: 'Contents',
  place: 'Place',
  placeText: '{{lng}}°, {{lat}}°, {{low}} to {{high}} m above the ellipsoid',
  nowhere: 'It stands nowhere on earth; place it below.',
  extent: 'Extent',
  metres: 'About {{metres}} m',
  features: 'Ids of features',
  withFeatures: 'Yes',
  withoutFeatures: 'No',
  missing: '{{number}} files are missing; their places will be empty.',
  kept: 'The files are kept in the community on this machine: {{size}} MB.',
  raise: 'Raise by (m)',
  raiseHint:
    'Its lowest point is brought to the ground of the community. Heights above the ellipsoid are not heights above the sea: adjust it by the preview; a negative number lowers it.',
  elsewhere:
    'This real scene is of another place and cannot be put into this community. Make a new one for it.',
  unreadable:
    'The real scene “{{address}}” cannot be read: check that its folder of tiles is served (npm start -- --tiles FOLDER).',
  from: 'Address',
  fromFolder: 'Kept with the community',
};
