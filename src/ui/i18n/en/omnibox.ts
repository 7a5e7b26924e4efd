/** Texts of the area `omnibox`. */
export const omnibox = {};
