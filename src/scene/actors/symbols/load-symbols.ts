/** The symbols of all facilities, when their models have come. Work in hand until then, so that the first picture has them. */
import { beginWork, endWork } from '../../../state/busy.ts';
import type { LightUniforms } from '../../light/light-uniforms.ts';
import type { Screen } from '../picking/screen.ts';
import type { Stage } from '../stage.ts';
import { createFacilitySymbols, type FacilitySymbols } from './facility-symbols.ts';
import { symbolModel } from './symbol-models.ts';

/** The returned function ends the waiting: `ready` is not called any more. */
export const loadSymbols = (
  stage: Stage,
  light: LightUniforms,
  screen: Screen,
  ready: (symbols: FacilitySymbols) => void,
): (() => void) => {
  let gone = false;
  beginWork('symbols');
  void Promise.all(stage.facilities.map(({ record }) => symbolModel(record.kind)))
    .then((models) => {
      if (!gone && models.length > 0) ready(createFacilitySymbols(stage, models, light, screen));
    })
    .finally(() => endWork('symbols'));
  return () => {
    gone = true;
  };
};
