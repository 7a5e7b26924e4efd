import { describe, expect, it } from 'vitest';
import { sampleGrids } from '../fixtures/data.ts';
import { squares, tilingOf } from '../fixtures/town.ts';
import { addEnclave } from '../operations/region.ts';
import { createFrame } from '../../frame.ts';
import { exportCoverage, exportLngLat, partsFromLngLat } from './polygons.ts';
import { exportTopology } from './topology.ts';

describe('export → import', () => {
  // Providence and 庆阳 make the same trip at the end of their random operations.
  it('gives back the same bytes, in millimetres and in degrees', () => {
    const { polygons: source, frame } = sampleGrids();
    const tiling = tilingOf(source);
    const polygons = exportCoverage(tiling);
    expect(JSON.stringify(tilingOf(polygons).toData())).toBe(JSON.stringify(tiling.toData()));
    const degrees = exportLngLat(tiling, frame);
    const again = tilingOf(
      polygons.map(({ id, fields }) => ({
        id,
        fields,
        parts: partsFromLngLat(frame, degrees.get(id) ?? []),
      })),
    );
    expect(JSON.stringify(exportCoverage(again))).toBe(JSON.stringify(polygons));
    expect(JSON.stringify([...exportLngLat(again, frame)])).toBe(JSON.stringify([...degrees]));
  });
  it('TopoJSON puts the same rings together again, holes and all', () => {
    const tiling = tilingOf(squares(3, 3));
    const ring = [
      [40, 40],
      [60, 40],
      [60, 60],
    ].map(([x = 0, y = 0]) => ({ x: x * 1000, y: y * 1000 }));
    const outcome = addEnclave(tiling, { ring, id: 'e' });
    if ('refused' in outcome) throw new Error(outcome.refused.en);
    tiling.apply(outcome.ok);
    const frame = createFrame([107.65, 35.73]);
    const { arcs, objects } = exportTopology(tiling, frame);
    const degrees = exportLngLat(tiling, frame);
    expect(arcs.length).toBe(tiling.arcs.size);
    for (const { id, arcs: polygons } of objects.grids.geometries) {
      const rings = polygons.map((polygon) =>
        polygon.map((numbers) => {
          const points = numbers.flatMap((n) => {
            const line = n < 0 ? (arcs[~n] ?? []).toReversed() : (arcs[n] ?? []);
            return line.slice(0, -1);
          });
          return points.map((p) => p.join(' ')).sort();
        }),
      );
      const wanted = (degrees.get(id) ?? []).map((polygon) =>
        polygon.map((points) => points.map((p) => p.join(' ')).sort()),
      );
      expect(rings).toEqual(wanted);
    }
  });
});
