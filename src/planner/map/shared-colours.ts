/** The colours of the open plan's grids: the map, the table and the cards show a grid in the same one. */
import { GridColours } from './colours.ts';

export const colours = new GridColours();
