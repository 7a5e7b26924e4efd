/**
 * What of the canvas a picture has to draw anew. While a border is pulled only the ground around it changes; all else stays on the
 * canvas as it is, so of 200 grids five are drawn, with their names and handles.
 */
import type { FaceShape } from '../../geometry/tiling/index.ts';
import { isLineTool } from '../session/planner-store.ts';
import { same } from './layers.ts';
import { clipped, type MapPicture } from './picture.ts';
import { touchedSides } from './rings.ts';
import type { MmBox } from './map-view.ts';

/** Pixels that names, handles and halos may reach beyond the grids that they belong to. */
const RIM_PIXELS = 64;

/** Everything that is drawn, but what the drag under way changes in its own region. */
const keyOf = ({ context, ratio, view, ink, backdrop, session, state, moment, ...rest }: MapPicture) => [
  context.canvas.width,
  context.canvas.height,
  ratio,
  view.scale,
  view.centre.x,
  view.centre.y,
  ink,
  backdrop,
  rest.band,
  rest.difference,
  session,
  state.version,
  state.tool,
  state.editable,
  state.faceId,
  state.vertexId,
  state.arcId,
  state.preview,
  state.mark,
  state.pending,
  // A drag publishes the counts of its own grids.
  moment.drag === null ? state.live : null,
  JSON.stringify(moment.hover),
  moment.hoverRow,
  moment.crosshair,
  moment.isTouch,
];

/** The ground on which a drag shows: its grids, the guide that attracts, where it is refused. Null without a drag. */
const reachOf = ({ view, session, moment }: MapPicture): MmBox | null => {
  const { drag, pointer, snap } = moment;
  if (drag === null) return null;
  const { tiling, town } = session;
  const boxes: FaceShape['box'][] = [...touchedSides(tiling, drag)].flatMap((side) =>
    side === null ? [] : [tiling.shape(side).box],
  );
  const guide = snap === null || snap.target === null ? [] : (town.guides[snap.target]?.line ?? []);
  for (const at of [...drag.vertices, ...guide, drag.refusal?.at, pointer?.at, snap?.at])
    if (at != null) boxes.push([at.x, at.y, at.x, at.y]);
  const rim = view.mm(RIM_PIXELS);
  return {
    minX: Math.min(...boxes.map((box) => box[0])) - rim,
    minY: Math.min(...boxes.map((box) => box[1])) - rim,
    maxX: Math.max(...boxes.map((box) => box[2])) + rim,
    maxY: Math.max(...boxes.map((box) => box[3])) + rim,
  };
};

const union = (a: MmBox | null, b: MmBox | null): MmBox | null =>
  a === null || b === null
    ? (a ?? b)
    : {
        minX: Math.min(a.minX, b.minX),
        minY: Math.min(a.minY, b.minY),
        maxX: Math.max(a.maxX, b.maxX),
        maxY: Math.max(a.maxY, b.maxY),
      };

/** Asked once for every picture of one canvas: all of it, a region, or nothing. */
export const startRegions = (): ((picture: MapPicture) => 'all' | 'nothing' | MmBox) => {
  let last: { readonly key: readonly unknown[]; readonly reach: MmBox | null } | null = null;
  return (picture) => {
    const { state, moment } = picture;
    // A stroke and a line grow in place, and the line's end is wherever the pointer is.
    const grows = moment.stroke !== null || moment.line.length > 0 || isLineTool(state.tool);
    const now = { key: keyOf(picture), reach: reachOf(picture) };
    const before = last;
    last = grows ? null : now;
    if (grows || before === null || !same(before.key, now.key)) return 'all';
    // What the last picture of the drag showed has to go, too.
    return union(before.reach, now.reach) ?? 'nothing';
  };
};

/** Pixels that lines and handles are wide to either side: what lies so far beyond a region reaches into it. */
const WIDE_PIXELS = 12;

/**
 * Draws a picture within a region only. The region's edges are whole pixels of the canvas, so that nothing there is drawn twice by
 * halves.
 */
export const within = (picture: MapPicture, region: MmBox, draw: (picture: MapPicture) => void): void => {
  const { context, ratio, view } = picture;
  const from = view.toScreen({ x: region.minX, y: region.maxY });
  const to = view.toScreen({ x: region.maxX, y: region.minY });
  const [left, top, right, bottom] = [from.x, from.y, to.x, to.y].map((at) => at * ratio) as [
    number,
    number,
    number,
    number,
  ];
  const wide = view.mm(WIDE_PIXELS);
  const asked = {
    minX: region.minX - wide,
    minY: region.minY - wide,
    maxX: region.maxX + wide,
    maxY: region.maxY + wide,
  };
  clipped(context, [Math.floor(left), Math.floor(top), Math.ceil(right), Math.ceil(bottom)], () =>
    draw({ ...picture, region: asked }),
  );
};
