/** Texts of the area `forms`. */
export const forms = {};
