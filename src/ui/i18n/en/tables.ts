/** Texts about what some kinds of table ask before they are checked. */
export const tables = {
  crs: 'Coordinate system of the coordinates in the table',
  crsFound: 'Found out',
  crsHint:
    'Left empty, headers and numbers tell it. Choose GCJ-02 for coordinates of Amap or Tencent, BD-09 for Baidu.',
  crsUnknown: 'This system is not known; write its EPSG code, such as EPSG:4545.',
  makeHomes: 'Buildings without homes: make them from storeys, units and doors on a landing',
  unknownPeople: 'People who are not on record:',
  unknown: { create: 'Register them as residents', refuse: 'Leave them out and list them' },
  unknownHint:
    'That takes a name, a citizen ID (or the full date of birth) and an address that names one home.',
  registerUnknown: 'Register the {{people}} people who are not on record, and check again',
  outline: 'Outline',
  approximate: 'Approximate: made from coordinates in a table; a measured one replaces it',
};
