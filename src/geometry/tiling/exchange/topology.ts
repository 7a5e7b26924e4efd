/** A tiling as TopoJSON: arcs as they are, so that readers keep the shared borders. Not quantised: that would move them. */
import type { Frame } from '../../frame.ts';
import type { Arc, Face, FaceId, MmPoint, Side } from '../model/rows.ts';
import type { Tiling } from '../model/tiling.ts';
import { faceRings, lngLatFromMm } from './polygons.ts';

export interface TopologyGeometry {
  readonly type: 'MultiPolygon';
  readonly id: FaceId;
  readonly properties: Omit<Face, 'id'>;
  /** Arcs of rings of polygons; ~i is arc i backwards. */
  readonly arcs: readonly (readonly (readonly number[])[])[];
}

export interface TilingTopology {
  readonly type: 'Topology';
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly objects: {
    readonly grids: { readonly type: 'GeometryCollection'; readonly geometries: readonly TopologyGeometry[] };
  };
}

export const exportTopology = (tiling: Tiling, frame: Frame): TilingTopology => {
  const arcs = [...tiling.arcs.values()].sort((a, b) => a.id - b.id);
  const indexOf = new Map(arcs.map((arc, i) => [arc.id, i]));
  /** The arc under each directed edge of a face. */
  const under = (side: Side): Map<string, { arc: Arc; index: number }> => {
    const out = new Map<string, { arc: Arc; index: number }>();
    for (const id of tiling.arcsOf(side)) {
      const arc = tiling.arc(id) as Arc;
      const index = indexOf.get(id) as number;
      const forward = arc.left === side;
      const ids = forward ? arc.vertexIds : arc.vertexIds.toReversed();
      for (let i = 1; i < ids.length; i++)
        out.set(`${ids[i - 1]} ${ids[i]}`, { arc, index: forward ? index : ~index });
    }
    return out;
  };
  const ringArcs = (ring: readonly number[], edges: ReturnType<typeof under>): number[] => {
    const numbers = ring.map((id, i) => edges.get(`${id} ${ring[(i + 1) % ring.length]}`)?.index as number);
    const runs = numbers.filter((n, i) => n !== numbers[(i + numbers.length - 1) % numbers.length]);
    return runs.length === 0 ? numbers.slice(0, 1) : runs;
  };
  return {
    type: 'Topology',
    arcs: arcs.map(({ vertexIds }) =>
      vertexIds.map((id) => lngLatFromMm(frame, tiling.vertex(id) as MmPoint)),
    ),
    objects: {
      grids: {
        type: 'GeometryCollection',
        geometries: [...tiling.faces.values()]
          .sort((a, b) => (a.id < b.id ? -1 : 1))
          .map(({ id, ...properties }) => {
            const edges = under(id);
            return {
              type: 'MultiPolygon',
              id,
              properties,
              arcs: faceRings(tiling, id).map((rings) => rings.map((ring) => ringArcs(ring, edges))),
            };
          }),
      },
    },
  };
};
