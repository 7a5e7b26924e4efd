import { describe, expect, it } from 'vitest';
import type { Building, Dwelling } from '../../../domain/records/index.ts';
import { createFrame } from '../../../geometry/frame.ts';
import { createTerrain } from '../../../geometry/terrain.ts';
import { createStage, type Stage } from '../stage.ts';
import { CLOSED, createOpenedModel, type OpenedModel, type Parting } from './opened-model.ts';
import { floorGap, openedHeight } from './opening.ts';

const frame = createFrame([107.65, 35.73]);
const corner = (x: number, y: number) => frame.toLngLat([x, y]);
const building = (storeys: number, units: number, doors: number): Building =>
  ({
    id: 'B',
    name: '1号楼',
    number: '1',
    estate: '',
    use: 'residential',
    footprint: [[corner(0, 0), corner(48, 0), corner(48, 12), corner(0, 12)]],
    heightMetres: storeys * 3,
    minHeightMetres: 0,
    storeys,
    podiumStoreys: 0,
    roof: 'flat',
    facade: 0,
    units,
    doorsPerLanding: doors,
  }) as unknown as Building;

const homes = (storeys: number, units: number, doors: number): Dwelling[] =>
  Array.from({ length: storeys * units * doors }, (_, i) => {
    const door = 1 + (i % doors);
    const unit = 1 + (Math.floor(i / doors) % units);
    const floor = 1 + Math.floor(i / doors / units);
    return { id: `D${i}`, unit, floor, door, room: `${floor}0${door}` } as unknown as Dwelling;
  });

const stageOf = (record: Building): Stage =>
  createStage({ buildings: [record], grids: [], facilities: [] }, frame, createTerrain(null));
const modelOf = (storeys: number, units: number, doors: number): OpenedModel =>
  createOpenedModel(
    stageOf(building(storeys, units, doors)).buildings[0] as Stage['buildings'][number],
    homes(storeys, units, doors),
  );
const OPEN: Parting = { ...CLOSED, open: 1 };

describe('createOpenedModel', () => {
  it('has a box for every home, and a ray from the sun side meets each one', () => {
    const model = modelOf(6, 3, 2);
    expect(model.boxes).toHaveLength(36);
    expect(new Set(model.boxes.map((box) => box.dwelling?.id)).size).toBe(36);
    model.boxes.forEach((box, index) => {
      const z = (box.bottom + box.top) / 2 + model.riseOf(box.ordinal, OPEN);
      const ray = { ox: box.centre[0], oy: box.centre[1] - 100, oz: z, dx: 0, dy: 1, dz: 0 };
      expect(model.pick(ray, OPEN).index).toBe(index);
    });
  });

  it('leaves gaps between parted floors that a ray goes through', () => {
    const model = modelOf(6, 3, 2);
    const box = model.boxes[0] as OpenedModel['boxes'][number];
    const gap = box.top + floorGap(6) / 2;
    const ray = { ox: box.centre[0], oy: -100, oz: gap, dx: 0, dy: 1, dz: 0 };
    expect(model.pick(ray, OPEN).index).toBe(-1);
    expect(model.pick(ray, CLOSED).index).toBeGreaterThanOrEqual(0);
  });

  it('finds a home where it has slid to, and floors where they have lifted to', () => {
    const model = modelOf(6, 3, 2);
    const box = model.boxes[0] as OpenedModel['boxes'][number];
    const z = (box.bottom + box.top) / 2;
    const ray = { ox: box.centre[0], oy: -100, oz: z, dx: 0, dy: 1, dz: 0 };
    const still = model.pick(ray, OPEN).distance;
    expect(box.slide[1]).toBeCloseTo(-1);
    expect(model.pick(ray, { ...OPEN, slideBox: 0, slideMetres: 2 }).distance).toBeCloseTo(still - 2);
    const lifted: Parting = { ...OPEN, liftFloor: 0, liftMetres: 4 };
    expect(model.riseOf(0, lifted)).toBe(0);
    expect(model.riseOf(1, lifted)).toBeCloseTo(model.gapMetres + 4);
  });

  it('shows a whole floor where no home is known', () => {
    const record = building(3, 0, 0);
    const model = createOpenedModel(stageOf(record).buildings[0] as Stage['buildings'][number], []);
    expect(model.boxes.map((box) => [box.dwelling, box.floor])).toEqual([
      [null, 1],
      [null, 2],
      [null, 3],
    ]);
  });

  it('keeps a tower of 264 homes small', () => {
    const model = modelOf(33, 2, 4);
    expect(model.boxes).toHaveLength(264);
    expect(model.homeMesh.index.length / 3).toBeLessThan(20_000);
    expect(openedHeight(building(33, 2, 4))).toBeLessThan(99 * 1.5);
  });
});
