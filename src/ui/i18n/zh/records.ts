/** Texts of the area `records`. */
export const records = {};
