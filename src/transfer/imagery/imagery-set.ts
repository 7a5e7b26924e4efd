/** A picture of the ground as a set of places: nothing but the picture, and where it lies if that is known. */
import type { DeclaredCrs, PlaceSet, SourceImagery } from '../places/place-set.ts';
import type { Problems } from '../problem.ts';

interface ImageryFacts {
  /** `corners` null where it has to be placed by hand. */
  readonly imagery: SourceImagery;
  readonly crs: DeclaredCrs | null;
  /** Besides the columns and rows of the picture. */
  readonly counts?: PlaceSet['counts'];
  readonly problems: Problems;
}

export const imagerySet = ({ imagery, crs, counts, problems }: ImageryFacts): PlaceSet => {
  const unplaced = imagery.corners === null;
  return {
    format: 'imagery',
    version: null,
    crs: unplaced ? null : crs,
    unplaced,
    buildings: [],
    areas: [],
    terrain: null,
    imagery,
    textures: [],
    counts: { ...counts, columns: imagery.widthPx, rows: imagery.heightPx },
    problems: problems.all(),
  };
};
