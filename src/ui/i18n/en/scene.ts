/** Texts of the scene and of what stands in its place. */
export const scene = {
  empty: {
    title: 'This community has no buildings yet',
    text: 'Import a map, a model or a list of buildings, and the community will stand here.',
    go: 'Import',
  },
  label: 'The community in 3D',
  loading: 'Loading the 3D scene…',
  noWebGl: {
    title: 'This computer cannot show the 3D view',
    text: "The browser offers no WebGL 2. Update the browser or the graphics driver, or switch on graphics acceleration in the browser's settings.",
    rest: 'Everything else works: find buildings and homes in the structure on the left, see and edit them on the right.',
  },
  failed: 'The 3D scene did not open. Everything else works.',
};
