/** What a picture draws anew: all of it, nothing, or the ground around a border in the hand. */
import { describe, expect, it } from 'vitest';
import { squares, tilingOf } from '../../geometry/tiling/fixtures/town.ts';
import { beginDrag, type DragFrame, type Tiling } from '../../geometry/tiling/index.ts';
import { NO_PLAN } from '../session/planner-store.ts';
import { MapView } from './map-view.ts';
import { noMoment } from './moment.ts';
import type { MapPicture } from './picture.ts';
import { startRegions } from './region.ts';

const SIDE_MM = 100_000;

const stage = () => {
  const tiling = tilingOf(squares(6, 6));
  const view = new MapView();
  [view.width, view.height] = [1200, 1200];
  view.fit({ minX: 0, minY: 0, maxX: 6 * SIDE_MM, maxY: 6 * SIDE_MM });
  const ink = {} as MapPicture['ink'];
  const session = { tiling, town: { guides: [] } } as unknown as MapPicture['session'];
  const context = { canvas: { width: 1200, height: 1200 } } as unknown as MapPicture['context'];
  const fixed = { context, ratio: 1, view, ink, session, band: null, difference: null, region: null };
  const picture = (changes: Partial<MapPicture>): MapPicture => ({
    ...fixed,
    colours: {} as MapPicture['colours'],
    backdrop: null as unknown as MapPicture['backdrop'],
    state: NO_PLAN,
    moment: noMoment(),
    ...changes,
  });
  return { tiling, picture, regionOf: startRegions() };
};

const cornerAt = (tiling: Tiling, x: number, y: number): number => {
  const found = [...tiling.vertices.values()].find((v) => v.x === x * SIDE_MM && v.y === y * SIDE_MM);
  if (found === undefined) throw new Error(`no vertex at ${x} ${y}`);
  return found.id;
};
const pull = (tiling: Tiling, dx: number, dy: number): DragFrame =>
  beginDrag(tiling, { kind: 'vertex', vertexId: cornerAt(tiling, 2, 2) }).move({
    x: 2 * SIDE_MM + dx,
    y: 2 * SIDE_MM + dy,
  });

describe('what is drawn anew', () => {
  it('is all of it the first time, and nothing while nothing changes', () => {
    const { picture, regionOf } = stage();
    expect(regionOf(picture({}))).toBe('all');
    expect(regionOf(picture({}))).toBe('nothing');
    expect(
      regionOf(
        picture({ moment: { ...noMoment(), pointer: { at: { x: 1, y: 1 }, screen: { x: 1, y: 1 } } } }),
      ),
    ).toBe('nothing');
  });

  it('is the four grids around a corner that is pulled, and they once more when it is given back', () => {
    const { tiling, picture, regionOf } = stage();
    regionOf(picture({}));
    const drag = pull(tiling, 20_000, 10_000);
    const live = new Map([['any', new Float64Array(3)]]);
    const during = regionOf(picture({ moment: { ...noMoment(), drag }, state: { ...NO_PLAN, live } }));
    if (typeof during === 'string') throw new Error(`${during} is drawn`);
    expect(during.minX).toBeLessThan(SIDE_MM);
    expect(during.maxX).toBeGreaterThan(3 * SIDE_MM);
    expect(during.maxX).toBeLessThan(4 * SIDE_MM);
    expect(regionOf(picture({}))).toEqual(during);
    expect(regionOf(picture({}))).toBe('nothing');
  });

  it('reaches to where the last picture of the drag showed something', () => {
    const { tiling, picture, regionOf } = stage();
    regionOf(picture({}));
    const refused = { at: { x: 5 * SIDE_MM, y: 5 * SIDE_MM }, zh: '', en: '', code: 'crossing' };
    const moment = { ...noMoment(), drag: { ...pull(tiling, 0, 0), refusal: refused as never } };
    regionOf(picture({ moment }));
    const east = [5000, 6000].map((dx) => {
      const region = regionOf(picture({ moment: { ...noMoment(), drag: pull(tiling, dx, 5000) } }));
      return typeof region === 'string' ? region : region.maxX > 5 * SIDE_MM;
    });
    expect(east).toEqual([true, false]);
  });

  it('is all of it when anything else changes, and as long as a line or a stroke grows', () => {
    const { tiling, picture, regionOf } = stage();
    const drag = pull(tiling, 20_000, 10_000);
    const others: readonly Partial<MapPicture>[] = [
      { state: { ...NO_PLAN, version: 1 } },
      { state: { ...NO_PLAN, faceId: 'chosen' } },
      { state: { ...NO_PLAN, live: new Map() } },
      { ink: { night: true } as MapPicture['ink'] },
      { moment: { ...noMoment(), hoverRow: 3 } },
      { moment: { ...noMoment(), hover: { kind: 'face', faceId: 'a' } as never } },
      { moment: { ...noMoment(), drag }, state: { ...NO_PLAN, version: 2 } },
    ];
    for (const other of others) {
      regionOf(picture({}));
      expect(regionOf(picture(other))).toBe('all');
    }
    for (const growing of [
      { moment: { ...noMoment(), line: [{ x: 0, y: 0 }] } },
      { moment: { ...noMoment(), stroke: { rows: new Set([1]), to: 'a' } } },
      { state: { ...NO_PLAN, tool: 'split' as const } },
    ]) {
      expect(regionOf(picture(growing))).toBe('all');
      expect(regionOf(picture(growing))).toBe('all');
    }
  });
});
