/** A division that is only looked at: buildings in its colours, and what its grids would count in the table and on the map. */
import type { FaceId, Side } from '../../geometry/tiling/index.ts';
import { sumsBySide } from '../model/figures.ts';
import { usePlanner } from './planner-store.ts';

export const previewDivision = (faceOf: readonly Side[] | null): void => {
  const { session } = usePlanner.getState();
  if (faceOf === null || session === null) return usePlanner.setState({ preview: null, live: null });
  const { buildings } = session.town;
  const sums = sumsBySide(faceOf, buildings);
  const none = (): Float64Array => new Float64Array(buildings.metrics.length + 1);
  usePlanner.setState({
    preview: faceOf,
    live: new Map([...session.tiling.faces.keys()].map((id: FaceId) => [id, sums.get(id) ?? none()])),
  });
};
