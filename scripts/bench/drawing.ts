/** What a frame costs while the camera orbits, and that a still scene draws none. */
import type { Page } from 'playwright-core';
import { whenIdle } from '../browser/linli.ts';
import { type Figure, median } from './table.ts';

const STEPS = 60;
const STILL_MS = 2000;

/** The middle of the scene: where its canvas is not covered. */
async function middleOfCanvas(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('canvas').first().boundingBox();
  if (box === null) throw new Error('There is no canvas');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export async function measureFrames(page: Page): Promise<Figure[]> {
  const { x, y } = await middleOfCanvas(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const drawCalls: number[] = [];
  for (let step = 1; step <= STEPS; step++) {
    await page.mouse.move(x + step * 4, y + Math.sin(step / 8) * 40);
    drawCalls.push(await page.evaluate(() => window.linli.frames().drawCalls));
  }
  const { scriptMs, triangles } = await page.evaluate(() => window.linli.frames());
  await page.mouse.up();
  await whenIdle(page);

  const drawnWhileStill = await page.evaluate(
    (waitMs) =>
      new Promise<number>((resolve) => {
        const before = JSON.stringify(window.linli.frames().scriptMs);
        setTimeout(() => resolve(JSON.stringify(window.linli.frames().scriptMs) === before ? 0 : 1), waitMs);
      }),
    STILL_MS,
  );
  return [
    { name: 'Orbiting: draw calls a frame', unit: '', measured: Math.max(...drawCalls), aim: 40 },
    { name: 'Orbiting: script a frame', unit: 'ms', measured: median(scriptMs), aim: 4 },
    { name: 'Orbiting: triangles a frame', unit: '', measured: triangles, aim: null },
    { name: 'A still scene draws (0 no, 1 yes)', unit: '', measured: drawnWhileStill, aim: 0 },
  ];
}
