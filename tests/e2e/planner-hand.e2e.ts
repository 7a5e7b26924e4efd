/**
 * What a hand does on the planner's map, in the real browser: fingers instead of a mouse, and a pulled border, of which only the ground
 * around it is drawn anew.
 */
import { decode } from 'fast-png';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContext } from '../../scripts/browser/browser.ts';
import { whenIdle } from '../../scripts/browser/linli.ts';
import { useSession } from './harness.ts';
import {
  beginPlan,
  bytes,
  drag,
  inner,
  lengthOf,
  longestEdge,
  middleOf,
  onScreen,
  planOf,
  type Point,
} from './planner-map.ts';

const session = useSession();

describe('a border in the hand', () => {
  interface Pixels {
    readonly data: Uint8Array;
    readonly width: number;
  }
  const pixels = async (page: Page): Promise<Pixels> => {
    const url = await page.locator('canvas[data-view]').evaluate((canvas) => {
      const { toDataURL } = HTMLCanvasElement.prototype;
      return toDataURL.call(canvas);
    });
    const { data, width } = decode(Buffer.from(url.split(',')[1] ?? '', 'base64'));
    return { data: data as Uint8Array, width };
  };
  /** Where two pictures differ: a word for a test that fails, none where they do not. */
  const differing = ({ data: a, width }: Pixels, { data: b }: Pixels): string[] => {
    if (a.length !== b.length) return ['another size'];
    const spots: string[] = [];
    for (let at = 0; at < a.length; at += 4)
      if ([0, 1, 2].some((c) => Math.abs((a[at + c] as number) - (b[at + c] as number)) > 24))
        spots.push(`${(at / 4) % width} ${Math.floor(at / 4 / width)}`);
    return spots;
  };
  /** Another size and back: nothing of what was on the canvas is left. */
  const drawnAnew = async (page: Page): Promise<Pixels> => {
    const size = page.viewportSize() ?? { width: 1366, height: 768 };
    await page.setViewportSize({ ...size, width: size.width - 2 });
    await whenIdle(page);
    await page.setViewportSize(size);
    await whenIdle(page);
    return pixels(page);
  };

  it('is drawn with all that changes, as a picture drawn as a whole has it; and nothing of it stays', async () => {
    const { page, baseUrl } = session();
    await beginPlan(page, baseUrl);
    const { tiling } = await planOf(page);
    const [arc] = inner(tiling);
    if (arc === undefined) throw new Error('no inner border');
    const from = middleOf(tiling, longestEdge(tiling, arc.vertexIds));
    // Letters that came after the first picture are in it all the same.
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await whenIdle(page);
    const still = await pixels(page);
    expect(differing(still, await drawnAnew(page))).toEqual([]);
    // Back and forth: what an earlier step of the drag showed has to be gone.
    await drag(page, from, { x: from.x + 45_000, y: from.y + 45_000 }, false);
    const back = await onScreen(page, { x: from.x - 15_000, y: from.y - 25_000 });
    await page.mouse.move(back.x, back.y, { steps: 4 });
    await whenIdle(page);
    const [pulled, anew] = [await pixels(page), await drawnAnew(page)];
    expect(differing(pulled, still).length).toBeGreaterThan(300);
    expect(differing(pulled, anew)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await page.mouse.move(5, 5);
    await whenIdle(page);
    expect(differing(await pixels(page), await drawnAnew(page))).toEqual([]);
  });
});

describe('with fingers', () => {
  let page: Page;
  let cdp: CDPSession;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const { browser, baseUrl } = session();
    const opened = await openContext(browser, new URL(baseUrl).origin, {
      hasTouch: true,
      reducedMotion: 'reduce',
    });
    page = opened.page;
    close = () => opened.context.close();
    cdp = await opened.context.newCDPSession(page);
    await beginPlan(page, baseUrl);
  });
  afterAll(() => close());

  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]): Promise<unknown> =>
    cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: touchPoints.map((point, id) => ({ ...point, id })),
    });

  it('a point is taken from twenty pixels away and pulled', async () => {
    const { tiling } = await planOf(page);
    const junction = [...tiling.vertices.values()].find(
      ({ id }) =>
        tiling.arcsAt(id).length > 2 &&
        tiling.arcsAt(id).every((arcId) => inner(tiling).some((arc) => arc.id === arcId)),
    );
    if (junction === undefined) throw new Error('no inner junction');
    const { x, y } = await onScreen(page, junction);
    await touch('touchStart', { x: x + 14, y: y + 14 });
    for (let i = 1; i <= 6; i++) await touch('touchMove', { x: x + 14 + 2 * i, y: y + 14 + i });
    await touch('touchEnd');
    await whenIdle(page);
    const { plan, tiling: now } = await planOf(page);
    expect(plan.steps.map(({ label }) => label)).toEqual(['move']);
    expect(now.vertex(junction.id)).not.toMatchObject({ x: junction.x, y: junction.y });
  });

  it('a long press on a border puts a point there', async () => {
    const { tiling } = await planOf(page);
    const arc = inner(tiling).sort(
      (a, b) => lengthOf(tiling, b.vertexIds) - lengthOf(tiling, a.vertexIds),
    )[0];
    const long = longestEdge(tiling, arc?.vertexIds ?? []);
    await touch('touchStart', await onScreen(page, middleOf(tiling, long)));
    await page.getByText('顶点', { exact: true }).waitFor();
    await touch('touchEnd');
    await whenIdle(page);
    const { plan, tiling: now } = await planOf(page);
    expect(plan.steps.at(-1)?.label).toBe('insert');
    expect(now.arcs.get(arc?.id ?? -1)?.vertexIds.length).toBe((arc?.vertexIds.length ?? 0) + 1);
  });

  it('two fingers zoom, and move nothing', async () => {
    const before = await bytes(page);
    const scaleOf = async (): Promise<number> =>
      Number(((await page.locator('canvas[data-view]').getAttribute('data-view')) ?? '').split(' ')[0]);
    const scale = await scaleOf();
    const box = await page.locator('canvas[data-view]').boundingBox();
    const [x, y] = [(box?.x ?? 0) + 300, (box?.y ?? 0) + 200];
    await touch('touchStart', { x, y }, { x: x + 80, y });
    for (let i = 1; i <= 8; i++) await touch('touchMove', { x: x - 5 * i, y }, { x: x + 80 + 5 * i, y });
    await touch('touchEnd');
    await whenIdle(page);
    expect((await scaleOf()) / scale).toBeCloseTo(2, 1);
    expect(await bytes(page)).toBe(before);
  });
});

it('asked for nothing outside, broke no policy and met no error', () => {
  expect(session().misdeeds).toEqual({ outsideRequests: [], policyViolations: [], errors: [] });
});
