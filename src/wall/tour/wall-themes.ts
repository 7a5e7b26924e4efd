/**
 * What the community is coloured by on a wall. A house by itself would say who lives in it, so counts of people colour whole grids: every
 * building takes the class of its grid, from figures that may be shown. The year a house was built is its own.
 */
import type { PlacesState } from '../../state/places.ts';
import { classify, type ThemeClass } from '../../state/themes/classify.ts';
import { paintBuildings } from '../../state/themes/paint.ts';
import { NOTHING_COLOUR, packRgba, RAMPS, type Ramp } from '../../state/themes/ramps.ts';
import type { GridFigures, GridMetric } from '../figures/shown.ts';

export const WALL_THEMES = ['floating', 'members', 'lowIncome', 'care', 'openMatters', 'year'] as const;
export type WallTheme = (typeof WALL_THEMES)[number];

interface ShareRule {
  readonly part: GridMetric;
  /** What the part is taken of; null for the count itself. */
  readonly whole: GridMetric | null;
  readonly ramp: Ramp;
}
const RULES: Readonly<Record<Exclude<WallTheme, 'year'>, ShareRule>> = {
  floating: { part: 'floating', whole: 'residents', ramp: 'violet' },
  members: { part: 'members', whole: 'residents', ramp: 'rose' },
  lowIncome: { part: 'lowIncomeHouseholds', whole: 'households', ramp: 'loess' },
  care: { part: 'careNeeds', whole: 'residents', ramp: 'teal' },
  openMatters: { part: 'openMatters', whole: null, ramp: 'ember' },
};
export const isShareTheme = (theme: WallTheme): theme is Exclude<WallTheme, 'year'> => theme !== 'year';
export const ruleOf = (theme: Exclude<WallTheme, 'year'>): ShareRule => RULES[theme];

export interface GridValue {
  readonly id: string;
  readonly name: string;
  /** A share 0…1 or a count; null where it may not be shown. */
  readonly value: number | null;
  readonly colour: string;
  /** The same with an alpha, `#rrggbbaa`: what is low is thin, so that it does not lie like fog over the night. */
  readonly tint: string | null;
}

const valueOf = (grid: GridFigures, { part, whole }: ShareRule): number | null => {
  const a = grid[part];
  const b = whole === null ? 1 : grid[whole];
  return typeof a === 'number' && typeof b === 'number' && b > 0 ? a / b : null;
};

const THINNEST = 96;
const alphaOf = (depth: number): string => Math.round(THINNEST + (255 - THINNEST) * depth).toString(16);

/** Grids with what they are coloured by, the highest first. */
export const gridValues = (theme: Exclude<WallTheme, 'year'>, grids: readonly GridFigures[]): GridValue[] => {
  const rule = RULES[theme];
  const colours = RAMPS[rule.ramp];
  const values = grids.map((grid) => valueOf(grid, rule));
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  const classOf = (value: number): number =>
    high > low
      ? Math.min(colours.length - 1, Math.floor(((value - low) / (high - low)) * colours.length))
      : 2;
  return grids
    .map(({ id, name }, at) => {
      const value = values[at] ?? null;
      const colour = value === null ? NOTHING_COLOUR : (colours[classOf(value)] ?? NOTHING_COLOUR);
      return {
        id,
        name,
        value,
        colour,
        tint: value === null ? null : colour + alphaOf(classOf(value) / (colours.length - 1)),
      };
    })
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
};

type Places = Pick<PlacesState, 'buildings' | 'stats' | 'gridOfBuilding' | 'grids'>;

export const yearClasses = (places: Places): readonly ThemeClass[] => classify('year', places).classes;

/** The colours of all buildings as the scene takes them. */
export const paintWall = (
  theme: WallTheme | null,
  places: Places,
  grids: readonly GridFigures[],
): { rgba: Uint8Array; themed: boolean } => {
  if (theme === null || theme === 'year')
    return { rgba: paintBuildings(classify(theme ?? 'plain', places)), themed: theme !== null };
  const colourOf = new Map(gridValues(theme, grids).map(({ id, colour }) => [id, colour]));
  const rgba = new Uint8Array(places.buildings.length * 4);
  const texels = new Uint32Array(rgba.buffer);
  places.buildings.forEach((_, at) => {
    const grid = places.grids[places.gridOfBuilding[at] ?? -1];
    texels[at] = packRgba(colourOf.get(grid?.id ?? '') ?? NOTHING_COLOUR, 255);
  });
  return { rgba, themed: true };
};
