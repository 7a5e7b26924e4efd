/** Lengths, areas and shape of faces; neighbours with the length of the shared border. Derived, never stored. */
import { distance } from './exact.ts';
import { ringLength } from './ring-measures.ts';
import type { Arc, FaceId, Side, Vertex } from './rows.ts';
import type { Tiling } from './tiling.ts';

/** Millimetres. */
export const arcLength = (tiling: Tiling, { vertexIds }: Arc): number => {
  let sum = 0;
  for (let i = 1; i < vertexIds.length; i++)
    sum += distance(
      tiling.vertex(vertexIds[i - 1] as number) as Vertex,
      tiling.vertex(vertexIds[i] as number) as Vertex,
    );
  return sum;
};

/** How long the border with each neighbour (null: the outside) is, millimetres. */
export const bordersOf = (tiling: Tiling, side: Side): Map<Side, number> => {
  const lengths = new Map<Side, number>();
  for (const id of tiling.arcsOf(side)) {
    const arc = tiling.arc(id) as Arc;
    const other = arc.left === side ? arc.right : arc.left;
    lengths.set(other, (lengths.get(other) ?? 0) + arcLength(tiling, arc));
  }
  return lengths;
};

export interface FaceMeasures {
  readonly areaMm2: number;
  /** Outsides and holes. */
  readonly perimeterMm: number;
  /** Polsby–Popper: 4π · area / perimeter²; 1 for a circle, .785 for a square. */
  readonly compactness: number;
  readonly parts: number;
}

export const compactnessOf = (area: number, perimeter: number): number =>
  perimeter > 0 ? (4 * Math.PI * area) / (perimeter * perimeter) : 0;

export const measuresOf = (tiling: Tiling, id: FaceId): FaceMeasures => {
  const { parts, areaMm2 } = tiling.shape(id);
  const perimeterMm = parts.flat().reduce((sum, ring) => sum + ringLength(ring.coordinates), 0);
  return { areaMm2, perimeterMm, compactness: compactnessOf(areaMm2, perimeterMm), parts: parts.length };
};

/** Every pair of neighbours, both ways. */
export const adjacencyOf = (tiling: Tiling): Map<FaceId, Map<Side, number>> =>
  new Map([...tiling.faces.keys()].map((id) => [id, bordersOf(tiling, id)]));
