/** Texts of the area `history`: what each edit is called, by the key of its label. The words stand beside the operations. */
import { EDIT_TITLES } from '../../../domain/operations/edit-titles.ts';

export const history: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(EDIT_TITLES).map(([key, title]) => [key, title.zh]),
);
