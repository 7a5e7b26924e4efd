/**
 * Where everything stands on a wall of a given shape, as tracks of a CSS grid in rem. A rem is a 67.5th of the wall's height (of its
 * width where it stands upright), so that letters grow with it; columns and rows step over the bezels between screens.
 *
 *     pad | wing columns | centre with the scene | wing columns | pad
 */
import type { FreeArea } from '../../state/wall-view.ts';
import type { WallSettings } from '../settings/settings.ts';

export type WallShape = 'portrait' | 'standard' | 'wide' | 'ultra';

interface Span {
  readonly from: number;
  readonly to: number;
}
export interface WallLayout {
  readonly shape: WallShape;
  readonly remPx: number;
  /** `grid-template-columns` and `-rows`. */
  readonly columns: string;
  readonly rows: string;
  /** Grid lines of each slot: `row / column / row / column`, top to bottom, then inwards. */
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly header: string;
  /** Centre cell of the caption, and how wide it may be before it meets a bezel, rem. */
  readonly caption: string;
  readonly captionRem: number;
  /** The canvas from the wall's edges, rem. */
  readonly canvas: {
    readonly left: number;
    readonly top: number;
    readonly bottom: number;
    /** Nothing but its own faded edge lies over it. */
    readonly framed: boolean;
  };
  /** The part of the canvas that no panel covers. */
  readonly free: FreeArea;
}

const UNITS = 67.5;
const PAD = 1.8;
const GAP = 1.7;
const HEADER = 6.4;
const FOOT = 2.4;
/** Nothing can be read in less. */
const LOWEST_ROW = 10;
/** Text keeps so far from the edge of a bezel. */
const BEZEL_MARGIN = 0.7;
/** Half the room that a grid's name takes in the scene. */
const NAME_HALF_WIDTH = 8.5;
const NAME_HALF_HEIGHT = 3;

const SHAPES: Readonly<Record<WallShape, { columns: number; rows: number; width: number; below: number }>> = {
  portrait: { columns: 1, rows: 3, width: 31.1, below: 54 },
  standard: { columns: 1, rows: 3, width: 28, below: 0 },
  wide: { columns: 2, rows: 3, width: 29, below: 0 },
  ultra: { columns: 3, rows: 2, width: 36, below: 0 },
};

export const shapeOf = (aspect: number): WallShape =>
  aspect < 1 ? 'portrait' : aspect < 2.4 ? 'standard' : aspect < 5 ? 'wide' : 'ultra';

/** Spans of the bezels along one side, rem, with the margin that text keeps. */
const bezelsAlong = (length: number, screens: number, bezel: number): Span[] =>
  Array.from({ length: screens - 1 }, (_, k) => {
    const at = ((k + 1) * length) / screens;
    return { from: at - bezel / 2 - BEZEL_MARGIN, to: at + bezel / 2 + BEZEL_MARGIN };
  });

/** Columns of a width from one edge inwards; one that would lie across a bezel begins behind it. */
const columnsFrom = (edge: number, count: number, width: number, bezels: readonly Span[]): Span[] => {
  const out: Span[] = [];
  let x = edge;
  for (let k = 0; k < count; k++) {
    const across = bezels.find(({ from, to }) => x < to && x + width > from);
    if (across) x = across.to;
    out.push({ from: x, to: x + width });
    x += width + GAP;
  }
  return out;
};

/** Rows of equal height between two heights; each part between bezels takes its share of them, at least one. */
const rowsBetween = (top: number, bottom: number, count: number, bezels: readonly Span[]): Span[] => {
  const parts: Span[] = [];
  let from = top;
  for (const bezel of bezels) {
    if (bezel.to <= top || bezel.from >= bottom) continue;
    parts.push({ from, to: Math.min(bezel.from, bottom) });
    from = bezel.to;
  }
  parts.push({ from, to: bottom });
  const high = parts.filter((part) => part.to - part.from >= LOWEST_ROW);
  const all = high.reduce((sum, part) => sum + part.to - part.from, 0);
  return high.flatMap((part) => {
    const n = Math.max(1, Math.round((count * (part.to - part.from)) / all));
    const height = (part.to - part.from - GAP * (n - 1)) / n;
    return Array.from({ length: n }, (_, k) => ({
      from: part.from + k * (height + GAP),
      to: part.from + k * (height + GAP) + height,
    }));
  });
};

const rem = (value: number): string => `${Number(value.toFixed(3))}rem`;

/** Spans and the spaces between them as tracks; line `2 + 2k` of the grid begins span k. */
const tracksOf = (spans: readonly Span[], length: number): string => {
  const tracks: string[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    tracks.push(rem(from - at), rem(to - from));
    at = to;
  }
  return [...tracks, rem(Math.max(0, length - at))].join(' ');
};
const line = (at: number): number => 2 + 2 * at;

/** The caption's lines, from the foot of the wall upwards. */
const CAPTION = 9.6;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Where the scene is drawn, rem. Without a GPU the page itself is put together in software, and whatever lies over a moving picture is
 * blended anew with each of its frames: panels and shading over the scene cost twice what the scene did (1920 × 1080, two cores: 186 ms
 * a frame against 87). There the scene has a frame of its own, and nothing lies over it.
 */
const canvasBox = (of: {
  readonly upright: boolean;
  readonly fullScene: boolean;
  readonly width: number;
  readonly height: number;
  readonly wingEnd: number;
  readonly below: number;
}): Box => {
  const { upright, fullScene, width, height, wingEnd, below } = of;
  if (fullScene) return { left: 0, right: width, top: 0, bottom: upright ? below + 6 : height };
  const side = upright ? 0 : wingEnd + GAP / 2;
  const foot = upright ? below - GAP : height - FOOT;
  return { left: side, right: width - side, top: HEADER, bottom: foot - CAPTION };
};
const clampShare = (share: number): number => Math.min(1, Math.max(0, share));

export const layOutWall = (
  widthPx: number,
  heightPx: number,
  screens: WallSettings['screens'],
  /** Does the scene lie under everything, or does it have a place of its own? */
  fullScene: boolean,
): WallLayout => {
  const shape = shapeOf(widthPx / Math.max(1, heightPx));
  const upright = shape === 'portrait';
  const remPx = (upright ? widthPx : heightPx) / UNITS;
  const width = widthPx / remPx;
  const height = heightPx / remPx;
  const spec = SHAPES[shape];
  const bezel = screens.bezelPx / remPx;
  const across = bezelsAlong(width, screens.columns, bezel);
  const down = bezelsAlong(height, screens.rows, bezel);

  const wing = columnsFrom(PAD, spec.columns, spec.width, across);
  const wingEnd = wing.at(-1)?.to ?? PAD;
  const mirrored = wing.map(({ from, to }) => ({ from: width - to, to: width - from })).reverse();
  const centre = { from: wingEnd + GAP, to: width - wingEnd - GAP };
  const bodyTop = upright ? spec.below : HEADER;
  const body = rowsBetween(bodyTop, height - FOOT, spec.rows, down);

  const header = { from: upright ? 0.9 : 0.9, to: HEADER - 0.5 };
  const sceneRow = upright ? [{ from: HEADER, to: spec.below - GAP }] : [];
  const rowSpans = [header, ...sceneRow, ...body];
  const columnSpans = upright ? [...wing, ...mirrored] : [...wing, centre, ...mirrored];
  const firstBody = 1 + sceneRow.length;
  const last = columnSpans.length - 1;
  const slots = (columns: readonly number[]): string[] =>
    columns.flatMap((column) =>
      body.map((_, row) => {
        const r = line(firstBody + row);
        const c = line(column);
        return `${r} / ${c} / ${r + 1} / ${c + 1}`;
      }),
    );
  const leftColumns = wing.map((_, k) => k);
  const rightColumns = wing.map((_, k) => last - k);

  // The caption begins at the left of the centre and ends before the first bezel in it.
  const captionFrom = upright ? PAD : centre.from;
  const captionTo = upright ? width - PAD : centre.to;
  const seam = across.find(({ from, to }) => to > captionFrom && from < captionTo);
  const beyond = seam && seam.from - captionFrom < 24 ? seam : null;
  const captionRem = beyond ? captionTo - beyond.to : (seam?.from ?? captionTo) - captionFrom;
  const captionRow = upright ? line(1) : line(firstBody + body.length - 1);
  const captionColumns = upright
    ? `1 / ${captionRow + 1} / -1`
    : `${line(wing.length)} / ${captionRow + 1} / ${line(wing.length) + 1}`;

  const box = canvasBox({ upright, fullScene, width, height, wingEnd, below: spec.below });
  const canvasWidth = box.right - box.left;
  const canvasHeight = box.bottom - box.top;
  const seamsOf = (bezels: readonly Span[], room: number, from: number, length: number) =>
    bezels.map((span): readonly [number, number] => [
      (span.from - room - from) / length,
      (span.to + room - from) / length,
    ]);
  const seams = {
    across: seamsOf(across, NAME_HALF_WIDTH, box.left, canvasWidth),
    down: seamsOf(down, NAME_HALF_HEIGHT, box.top, canvasHeight),
  };
  const acrossAt = (x: number): number => clampShare((x - box.left) / canvasWidth);
  const downAt = (y: number): number => clampShare((y - box.top) / canvasHeight);
  return {
    shape,
    remPx,
    columns: tracksOf(columnSpans, width),
    rows: tracksOf(rowSpans, height),
    left: slots(leftColumns),
    right: slots(rightColumns),
    header: `${line(0)} / 2 / ${line(0) + 1} / -2`,
    caption: `${captionRow} / ${captionColumns}`,
    captionRem,
    canvas: { left: box.left, top: box.top, bottom: height - box.bottom, framed: !fullScene },
    free: {
      left: acrossAt(upright ? width * 0.02 : centre.from),
      right: acrossAt(upright ? width * 0.98 : centre.to),
      top: downAt(upright ? HEADER : HEADER - 1),
      bottom: downAt(upright ? spec.below - 9 : height - 9.5),
      nameHalfWidth: (NAME_HALF_WIDTH - (upright ? 0 : GAP)) / canvasWidth,
      seams,
    },
  };
};
