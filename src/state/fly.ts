/** "Show it in 3D": the camera request for what is selected. */
import { usePlaces } from './places.ts';
import type { Selection } from './selection.ts';
import { type CameraRequest, useView } from './view.ts';

export const requestFor = (selection: Selection): CameraRequest | null => {
  switch (selection.kind) {
    case 'none':
      return null;
    case 'grid':
    case 'building':
    case 'facility':
      return { kind: 'flyTo', target: selection.kind, id: selection.id };
    case 'unit':
    case 'floor':
      return { kind: 'flyTo', target: 'building', id: selection.id };
    default:
      return selection.buildingId ? { kind: 'flyTo', target: 'building', id: selection.buildingId } : null;
  }
};

/** Flies to the selection, when there is a scene to fly in and a place to fly to. */
export const flyTo = (selection: Selection): void => {
  const request = usePlaces.getState().status === 'ready' ? requestFor(selection) : null;
  if (request) useView.getState().requestCamera(request);
};
