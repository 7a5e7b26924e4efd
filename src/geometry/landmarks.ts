/** Models that stand in the landscape, each turned to its heading and set on the ground, as one mesh. */
import type { Point } from './polygon.ts';
import type { FurnitureMesh } from './street-furniture.ts';

export interface LandmarkInput {
  readonly model: string;
  readonly at: Point;
  /** Where the front looks: 0 north, 90 east, 180 south. */
  readonly headingDegrees: number;
}
/** Metres, x right, y away, z up, the front toward −y; colours linear RGB 0…1. */
export interface LandmarkModel {
  readonly position: Float32Array;
  readonly normal: Float32Array;
  readonly colour: Float32Array;
  readonly index: Uint32Array;
}

const SRGB_POWER = 1 / 2.2;

/** Landmarks whose model is not there are left out. */
export const landmarkMesh = (
  landmarks: readonly LandmarkInput[],
  models: ReadonlyMap<string, LandmarkModel>,
  heightAt: (x: number, y: number) => number,
): FurnitureMesh => {
  const placed = landmarks.flatMap((landmark) => {
    const model = models.get(landmark.model);
    return model ? [{ ...landmark, model }] : [];
  });
  const vertices = placed.reduce((sum, { model }) => sum + model.position.length / 3, 0);
  const mesh = {
    positions: new Float32Array(vertices * 3),
    normals: new Int8Array(vertices * 4),
    colours: new Uint8Array(vertices * 4),
    indices: new Uint32Array(placed.reduce((sum, { model }) => sum + model.index.length, 0)),
  };
  let vertex = 0;
  let index = 0;
  for (const { at, headingDegrees, model } of placed) {
    // The front looks south as it is; turned clockwise by heading − 180.
    const turn = ((180 - headingDegrees) * Math.PI) / 180;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const z = heightAt(at[0], at[1]);
    for (const i of model.index) mesh.indices[index++] = vertex + i;
    for (let k = 0; k < model.position.length; k += 3, vertex++) {
      const [px = 0, py = 0, pz = 0] = model.position.subarray(k, k + 3);
      const [nx = 0, ny = 0, nz = 0] = model.normal.subarray(k, k + 3);
      mesh.positions.set([at[0] + px * cos - py * sin, at[1] + px * sin + py * cos, z + pz], vertex * 3);
      mesh.normals.set(
        [nx * cos - ny * sin, nx * sin + ny * cos, nz].map((n) => Math.round(n * 127)),
        vertex * 4,
      );
      mesh.colours.set(
        [...model.colour.subarray(k, k + 3)].map((c) =>
          Math.round(Math.min(Math.max(c, 0), 1) ** SRGB_POWER * 255),
        ),
        vertex * 4,
      );
    }
  }
  return mesh;
};
