import { describe, expect, it } from 'vitest';
import type { Building, Grid } from '../../../domain/records/index.ts';
import { createFrame } from '../../../geometry/frame.ts';
import { createTerrain } from '../../../geometry/terrain.ts';
import type { Hit } from '../../../state/selection-store.ts';
import { createStage } from '../stage.ts';
import { createPicking, type PickingParts } from './picking.ts';
import type { Screen } from './screen.ts';

const frame = createFrame([107.65, 35.73]);
const square = (x: number, y: number, size: number) => [
  [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
  ].map(([a, b]) => frame.toLngLat([a as number, b as number])),
];
const building = (id: string, x: number): Building =>
  ({
    id,
    footprint: square(x, 0, 10),
    heightMetres: 20,
    minHeightMetres: 0,
    storeys: 6,
    podiumStoreys: 0,
    roof: 'flat',
    units: 1,
    use: 'residential',
  }) as unknown as Building;
const stage = createStage(
  {
    buildings: [building('A', 0), building('B', 40)],
    grids: [{ id: 'G', boundary: [square(-20, -20, 60)] } as unknown as Grid],
    facilities: [],
  },
  frame,
  createTerrain(null),
);
/** Looks straight down: a pixel is a metre. */
const screen = {
  rayAt: (x: number, y: number) => ({ ox: x, oy: y, oz: 300, dx: 0, dy: 0, dz: -1 }),
} as unknown as Screen;
const nothing = { at: (): Hit | null => null };
const picking = (parts: Partial<PickingParts> = {}) =>
  createPicking(stage, screen, {
    symbols: nothing,
    labels: nothing,
    opened: () => null,
    filtered: () => new Uint8Array(2),
    gridsShown: () => true,
    ...parts,
  });

describe('createPicking', () => {
  it('finds houses, the grid between them, and nothing outside', () => {
    expect(picking().pick(5, 5)).toEqual({ kind: 'building', id: 'A' });
    expect(picking().pick(45, 5)).toEqual({ kind: 'building', id: 'B' });
    expect(picking().pick(20, 20)).toEqual({ kind: 'grid', id: 'G' });
    expect(picking().pick(200, 200)).toBeNull();
  });
  it('passes over what the legend has switched off, and grids that are not shown', () => {
    expect(picking({ filtered: () => Uint8Array.of(1, 0) }).pick(5, 5)).toEqual({ kind: 'grid', id: 'G' });
    expect(picking({ gridsShown: () => false }).pick(20, 20)).toBeNull();
  });
  it('asks symbols first, then labels', () => {
    const facility: Hit = { kind: 'facility', id: 'F' };
    const label: Hit = { kind: 'grid', id: 'G' };
    expect(picking({ labels: { at: () => label } }).pick(5, 5)).toEqual(label);
    expect(picking({ labels: { at: () => label }, symbols: { at: () => facility } }).pick(5, 5)).toEqual(
      facility,
    );
  });
  it('believes the tiles where they know whose feature was met, within reach of what stands there', () => {
    const met = (buildingId: string, distance: number) => ({ tiles: () => ({ buildingId, distance }) });
    // Its roof lies 280 m below the eye.
    expect(picking(met('B', 281)).pick(5, 5)).toEqual({ kind: 'building', id: 'B' });
    expect(picking(met('B', 260)).pick(5, 5)).toEqual({ kind: 'building', id: 'B' });
    expect(picking(met('B', 299)).pick(5, 5)).toEqual({ kind: 'building', id: 'A' });
    expect(picking(met('B', 305)).pick(20, 20)).toEqual({ kind: 'building', id: 'B' });
    expect(picking({ tiles: () => null }).pick(5, 5)).toEqual({ kind: 'building', id: 'A' });
    // A volume that is not seen hides nothing.
    expect(picking({ ...met('B', 299), isGhost: () => true }).pick(5, 5)).toEqual({
      kind: 'building',
      id: 'B',
    });
  });
  it('says where a ray meets roof or ground', () => {
    expect(picking().placeAt(5, 5)?.[2]).toBeGreaterThan(20);
    expect(picking().placeAt(20, 20)?.[2]).toBeCloseTo(0, 2);
  });
});
