/** Ages in completed years. */

/** Age on a day. From a year of birth alone it is the difference of the years, which can be one too many. */
export const ageOn = (birth: string | number, on: string): number => {
  const years = Number(on.slice(0, 4)) - (typeof birth === 'number' ? birth : Number(birth.slice(0, 4)));
  if (typeof birth === 'number') return years;
  return on.slice(5) >= birth.slice(5) ? years : years - 1;
};

/** The best that is known: the date of birth where there is one, else its year. */
export const ageOfResident = (
  resident: { readonly birthYear: number; readonly personal: { readonly birthDate?: string | undefined } },
  on: string,
): number => ageOn(resident.personal.birthDate ?? resident.birthYear, on);
