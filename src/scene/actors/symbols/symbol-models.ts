/**
 * The coin of each facility kind, from its GLB, with its tip at the origin. A kind whose file cannot be had is drawn as a plain coin
 * in its colour.
 */
import { Color, ConeGeometry, CylinderGeometry } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import type { Facility } from '../../../domain/records/index.ts';
import { arraysOf, loadModel, type ModelArrays } from '../../models/model-arrays.ts';
import { FACILITY_COLOURS } from './facility-colours.ts';

type Kind = Facility['kind'];
const RADIUS = 1;
const CENTRE = 2.1;
const THICKNESS = 0.34;

const plainCoin = (kind: Kind): ModelArrays => {
  const coin = new CylinderGeometry(RADIUS, RADIUS, THICKNESS, 40)
    .rotateX(Math.PI / 2)
    .translate(0, CENTRE, 0);
  const point = new ConeGeometry(0.42, CENTRE - RADIUS + 0.25, 16)
    .rotateX(Math.PI)
    .translate(0, (CENTRE - RADIUS + 0.25) / 2, 0);
  const merged = mergeGeometries([coin, point]);
  const colour = new Color(FACILITY_COLOURS[kind]);
  const model = arraysOf(merged, () => colour);
  for (const geometry of [coin, point, merged]) geometry.dispose();
  return model;
};

export const symbolModel = (kind: Kind): Promise<ModelArrays> =>
  loadModel(`facility-${kind}`).catch(() => plainCoin(kind));
