/** The graphics driver takes the picture away, as drivers do; it comes back with the same view and selection. */
import { expect, it } from 'vitest';
import { clickableBuildings, openLinli, positionOf, routeOf, whenIdle } from '../../scripts/browser/linli.ts';
import { useSession } from './harness.ts';

const session = useSession();

it('draws again after a lost context, with the same view and selection', async () => {
  const { page, baseUrl } = session();
  await openLinli(page, baseUrl);
  const [id = ''] = await clickableBuildings(page);
  await openLinli(page, baseUrl, `/staff/building/${id}`);
  const before = await positionOf(page, 'building', id);

  await page.evaluate(async () => {
    const canvas = document.querySelector('canvas');
    const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    if (canvas === null || !extension) throw new Error('There is no context to lose');
    const lost = new Promise((resolve) =>
      canvas.addEventListener('webglcontextlost', resolve, { once: true }),
    );
    extension.loseContext();
    await lost;
    setTimeout(() => extension.restoreContext(), 300);
    await new Promise((resolve) => setTimeout(resolve, 600));
  });
  await whenIdle(page);

  await expect.poll(() => page.evaluate(() => window.linli.frames().drawCalls)).toBeGreaterThan(0);
  expect(routeOf(page)).toBe(`/staff/building/${id}`);
  const after = await positionOf(page, 'building', id);
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(2);
  const isBlank = await page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const gl = canvas?.getContext('webgl2');
    return gl == null || gl.isContextLost();
  });
  expect(isBlank).toBe(false);
});
