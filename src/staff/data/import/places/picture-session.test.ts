/** A picture of the ground from its file to the scene: by its own corners, between two typed ones, and placed by hand. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { createFrame } from '../../../../geometry/frame.ts';
import { shownPictures } from '../../../../state/pictures.ts';
import { installFixture } from '../../../../storage/fixtures/install.ts';
import { asset, closeStore, places } from '../../../../storage/index.ts';
import { readImagery } from '../../../../transfer/imagery/read-imagery.ts';
import { DEFAULT_PLACE_OPTIONS } from '../../../../transfer/places/plan.ts';
import { fileOfBytes } from '../../../../transfer/source-file.ts';
import { firstCorners } from './CornersForm.tsx';
import { PlaceSession } from './place-session.ts';
import type { PlaceChoice, Where } from './views.ts';

/** The head of a PNG of 40 × 20 pixels: nothing here decodes it. */
const png = Uint8Array.from([
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
  ...[0, 0, 0, 40, 0, 0, 0, 20, 8, 2, 0, 0, 0],
]);
const utf8 = new TextEncoder();
const choose = (where: Where): PlaceChoice => ({
  ...DEFAULT_PLACE_OPTIONS,
  where,
  name: '航拍',
  areasAs: 'ignore',
  terrain: false,
});
const open = async (beside: Record<string, string> = {}): Promise<PlaceSession> => {
  const file = fileOfBytes(
    '航拍.png',
    png,
    new Map(Object.entries(beside).map(([name, text]) => [name, utf8.encode(text)])),
  );
  return PlaceSession.open(file, await readImagery(file));
};
const write = (session: PlaceSession) =>
  session.write('1号窗口', () => undefined, new AbortController().signal);
const anchorOf = async () => (await places()).community.anchor;

afterEach(closeStore);

describe('a picture of the ground', () => {
  it('lies where its world file says, and is kept as it came', async () => {
    await installFixture(51);
    const [lng, lat] = await anchorOf();
    const session = await open({ '航拍.pgw': `0.00001\n0\n0\n-0.00001\n${lng}\n${lat}\n` });
    expect(session.summary()).toMatchObject({ unplaced: false, sizePx: [40, 20], has: { imagery: true } });
    expect(session.picture()?.type).toBe('image/png');
    const preview = session.preview(choose({ kind: 'crs', text: 'EPSG:4326' }));
    expect(preview.imagery?.corners[0][0]).toBeCloseTo(lng - 0.000005, 8);
    expect(preview.imagery?.metresPerPixel).toBeCloseTo(0.905, 2);
    expect(await write(session)).toMatchObject({ ok: true });
    const { sources } = await places();
    expect(sources).toMatchObject([{ kind: 'imagery', crs: 'EPSG:4326', placement: null, shown: true }]);
    expect(sources[0]?.picture?.assetId).toBe(sources[0]?.fileId);
    expect(await asset(sources[0]?.fileId ?? '')).toEqual(png);
    const [shown] = shownPictures(sources);
    expect(shown?.corners).toEqual(preview.imagery?.corners);
    expect((await shown?.read())?.size).toBe(png.length);
    expect(shownPictures(sources.map((source) => ({ ...source, shown: false })))).toEqual([]);
  });

  it('is placed by its upper left corner, metres of a pixel and a turn', async () => {
    await installFixture(52);
    const anchor = await anchorOf();
    const session = await open();
    expect(session.summary()).toMatchObject({ unplaced: true, crs: null });
    const placement = {
      anchor,
      pivot: [0, 0] as const,
      groundMetres: 0,
      rotationDegrees: 90,
      scale: 2,
      mirrored: false,
    };
    const corners = session.preview(choose({ kind: 'placement', placement })).imagery?.corners ?? [];
    const frame = createFrame(anchor);
    // A quarter turn clockwise: what was right lies in the south, what was below lies in the west.
    const expected = [
      [0, 0],
      [0, -80],
      [-40, -80],
      [-40, 0],
    ] as const;
    expected.forEach(([x, y], k) => {
      const [east, north] = frame.toLocal(corners[k] ?? [0, 0]);
      expect(east).toBeCloseTo(x, 2);
      expect(north).toBeCloseTo(y, 2);
    });
    expect(await write(session)).toMatchObject({ ok: true });
    const [source] = (await places()).sources;
    expect(source).toMatchObject({ kind: 'imagery', crs: null, placement: { scale: 2 } });
    expect(source?.picture?.corners).toEqual(corners);
  });

  it('is laid between two corners that were typed, in the system that they were read in', async () => {
    await installFixture(53);
    const anchor = await anchorOf();
    const session = await open();
    const where = firstCorners(anchor, [40, 20]);
    const plain = session.preview(choose(where));
    expect(plain.imagery?.metresPerPixel).toBeCloseTo(0.3, 2);
    const shifted = session.preview(choose({ ...where, text: 'GCJ-02' }));
    const frame = createFrame(plain.imagery?.corners[0] ?? anchor);
    // The same numbers off a map of GCJ-02 are some hundred metres away.
    expect(Math.hypot(...frame.toLocal(shifted.imagery?.corners[0] ?? anchor))).toBeGreaterThan(100);
    expect(await write(session)).toMatchObject({ ok: true });
    expect((await places()).sources).toMatchObject([{ crs: 'GCJ-02', placement: null }]);
  });
});
