/** Repairs of the list of problems: done at once where they can be, else the tool or the dialog for them is in hand. */
import { dissolveFace, type FaceId, type Fix, restoreFaces } from '../../geometry/tiling/index.ts';
import { alongRoad, merge, nameFace, paintRows, removeVertex, take, withSession } from './actions.ts';
import { flyTo, setTool, usePlanner } from './planner-store.ts';

export const fix = (
  repair: Fix,
  openGrid: (faceId: FaceId) => void,
  rebalance: (ids: readonly FaceId[]) => void,
): void =>
  withSession(({ tiling, base }) => {
    switch (repair.kind) {
      case 'declareApart':
        return nameFace(repair.faceId, { apart: true });
      case 'dissolve':
        return void take(dissolveFace(tiling, { faceId: repair.faceId }), 'dissolve');
      case 'merge': {
        const [a, b] = repair.faceIds;
        return a !== undefined && b !== undefined ? merge(a, b) : undefined;
      }
      case 'split':
        setTool('split');
        usePlanner.setState({ faceId: repair.faceId });
        return flyTo(repair.faceId);
      case 'rebalance':
        return rebalance(repair.faceIds);
      case 'assignBranch':
      case 'assignWorkers':
        return openGrid(repair.faceId);
      case 'assignHeads':
        return usePlanner.setState({ headless: repair.rows });
      case 'paint':
        return void paintRows(repair.rows, repair.faceId);
      case 'deleteVertex':
        return removeVertex(repair.vertexId);
      case 'followGuide':
        return alongRoad(repair.arcId);
      case 'restore':
        return void take(restoreFaces(tiling, { base, faceIds: repair.faceIds }), 'restore');
    }
  });
