/** Lines and pulls near a road: it attracts, it never glues, and a key turns it off. */
import { beforeEach, describe, expect, it } from 'vitest';
import { squares, tilingOf } from '../../geometry/tiling/fixtures/town.ts';
import { buildingSet } from '../../geometry/tiling/index.ts';
import { draftOn } from '../fixtures/draft-plan.ts';
import { PlanSession } from '../session/plan-session.ts';
import { NO_PLAN, usePlanner } from '../session/planner-store.ts';
import { pullBorder, targetUnder } from './gestures.ts';
import { finishLine, isWholeLine, lineFrom, snapForLine } from './lines.ts';
import { MapView } from './map-view.ts';
import { noMoment } from './moment.ts';

const at = (x: number, y: number) => ({ x: x * 1000, y: y * 1000 });
/** A road up the middle of the second column, 40 m east of the border. */
const road = { kind: 'road', line: [at(140, 0), at(140, 300)] };

let session: PlanSession;
let view: MapView;
beforeEach(() => {
  const stored = draftOn(tilingOf(squares(3, 3)).toData());
  session = new PlanSession(stored, {
    buildings: buildingSet([], ['households']),
    estates: [],
    guides: [road],
    mainRoads: [],
    outline: [],
  });
  usePlanner.setState({ ...NO_PLAN, status: 'ready', stored, session, editable: true });
  view = new MapView();
  // A pixel is a quarter of a metre.
  [view.width, view.height, view.scale] = [800, 600, 0.004];
});

describe('a border that is pulled', () => {
  const pull = () => {
    const moment = noMoment();
    const pressed = { at: at(100, 150), isTouch: false, free: false, shift: false };
    const target = targetUnder(session, view, pressed);
    if (target === null) throw new Error('nothing there');
    return { moment, pressed, gesture: pullBorder(session, view, moment, target) };
  };
  const placeOf = ({ drag }: ReturnType<typeof noMoment>) => drag?.vertices.at(-1);

  it('goes to a road that is near, leaves it again, and passes it with the key held', () => {
    const { moment, pressed, gesture } = pull();
    gesture.move({ ...pressed, at: at(139, 150) });
    expect(moment.snap).toMatchObject({ to: 'guide', target: 0 });
    expect(placeOf(moment)).toMatchObject({ x: 140_000, y: 150_000 });
    gesture.move({ ...pressed, at: at(145, 150) });
    expect(moment.snap?.to).toBe('nothing');
    expect(placeOf(moment)).toMatchObject({ x: 145_000 });
    gesture.move({ ...pressed, at: at(139, 150), free: true });
    expect(moment.snap).toBeNull();
    expect(placeOf(moment)).toMatchObject({ x: 139_000 });
    gesture.end();
    expect(session.plan.steps.map(({ label }) => label)).toEqual(['insert']);
  });
  it('is not drawn onto another border, where there is no place for it', () => {
    const { moment, pressed, gesture } = pull();
    gesture.move({ ...pressed, at: at(198, 150) });
    expect(moment.drag?.refusal).toBeNull();
    gesture.cancel();
    expect(session.plan.steps).toEqual([]);
  });
  it('is moved whole by a finger once it is chosen, and taken from farther away', () => {
    const finger = { at: at(104, 150), isTouch: true, free: false, shift: false };
    const target = targetUnder(session, view, finger);
    if (target?.kind !== 'edge') throw new Error('no edge');
    expect(targetUnder(session, view, { ...finger, isTouch: false })).toBeNull();
    usePlanner.setState({ arcId: target.arcId });
    expect(targetUnder(session, view, finger)?.kind).toBe('arc');
  });
});

describe('a line', () => {
  it('snaps to borders and roads, a ring to its first point; the finger from farther away', () => {
    expect(snapForLine(session, [], at(101, 150), view, false)).toMatchObject({
      to: 'edge',
      at: at(100, 150),
    });
    expect(snapForLine(session, [], at(141, 150), view, false)).toMatchObject({ to: 'guide' });
    expect(snapForLine(session, [], at(104, 150), view, false).to).toBe('nothing');
    expect(snapForLine(session, [], at(104, 150), view, true).to).toBe('edge');
    const ring = [at(150, 130), at(170, 130), at(170, 150)];
    expect(snapForLine(session, ring, at(151, 131), view, false).at).toEqual(at(150, 130));
  });
  it('is whole from border to border, a ring when it is closed', () => {
    const edge = snapForLine(session, [], at(100, 150), view, false);
    expect(isWholeLine('split', [at(200, 150), at(100, 150)], edge, 3000)).toBe(true);
    expect(isWholeLine('split', [at(100, 150)], edge, 3000)).toBe(false);
    expect(isWholeLine('enclave', [at(200, 150), at(100, 150)], edge, 3000)).toBe(false);
    const ring = [at(150, 130), at(170, 130), at(170, 150), at(150, 130)];
    expect(isWholeLine('enclave', ring, null, 3000)).toBe(true);
    expect(lineFrom([at(1, 1), at(1, 1), at(2, 2)])).toHaveLength(2);
  });
  it('splits nothing before it is taken, and is forgotten with another tool', () => {
    usePlanner.setState({ tool: 'split', faceId: 'c1r1' });
    finishLine([at(150, 95), at(150, 205)], '新网格', 3000);
    expect(usePlanner.getState().pending?.made).toHaveLength(1);
    expect(session.plan.steps).toEqual([]);
    usePlanner.setState({ tool: 'reshape', pending: null, live: null });
    finishLine([at(100, 120), at(120, 150), at(100, 180)], '', 3000);
    expect(session.plan.steps.map(({ label }) => label)).toEqual(['reshape']);
  });
});
