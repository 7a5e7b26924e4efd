/** Texts of the area `staff`. */
export const staff = {};
