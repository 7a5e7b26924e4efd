/** Texts of the area `omnibox`. */
import type { omnibox as zh } from '../zh/omnibox.ts';

export const omnibox: typeof zh = {
  title: 'Search the community',
  placeholder: 'Name, pinyin or initials, 3-2-502, organisation, facility, matter no.',
  results: 'Results',
  preparing: 'Getting the search ready…',
  hint: 'Try a surname, initials such as wxm, or 3-2-502',
  nothing: 'Nothing found for “{{text}}”. Try pinyin initials, or building-unit-room.',
  kind: {
    resident: 'Residents',
    dwelling: 'Homes',
    building: 'Buildings',
    grid: 'Grids',
    organisation: 'Organisations',
    facility: 'Facilities',
    matter: 'Matters',
  },
};
