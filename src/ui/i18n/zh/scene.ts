/** Texts of the area `scene`. */
export const scene = {};
