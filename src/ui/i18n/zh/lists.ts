/** Texts of the area `lists`. */
export const lists = {};
