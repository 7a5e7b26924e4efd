/** Sizes as sentences write them: metres with two digits, square metres with one where they are few. */

export const metresText = (mm: number): string => (mm / 1000).toFixed(2);
export const squareMetresText = (mm2: number): string => (mm2 / 1e6).toFixed(mm2 < 1e8 ? 1 : 0);
