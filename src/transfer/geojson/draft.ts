/** A feature on its way to a building or an area: read, not yet placed among the others. */
import type { SourcePolygon } from '../places/place-set.ts';
import type { ReadAttributes } from '../places/attributes/read-attributes.ts';

export interface Draft {
  readonly where: string;
  readonly key: string;
  readonly read: ReadAttributes;
  readonly polygons: readonly SourcePolygon[];
  /** The lowest third coordinate; null where there is none. */
  readonly lowestZ: number | null;
}
