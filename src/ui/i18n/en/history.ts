/** Texts of the area `history`. */
export const history = {};
