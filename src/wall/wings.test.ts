import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { PANEL_KEYS } from './settings/settings.ts';
import { pagesOf } from './Wings.tsx';

vi.mock('./panels/index.tsx', () => ({ PANELS: {} }));
vi.mock('./figures/follow.ts', () => ({ useFigures: () => null }));

describe('pages of panels', () => {
  it('show every panel, each page full, none twice on one page', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray([...PANEL_KEYS]), fc.integer({ min: 1, max: 6 }), (panels, slots) => {
        const pages = pagesOf(panels, slots);
        expect(new Set(pages.flat().filter((key) => key !== null))).toEqual(new Set(panels));
        for (const page of pages) {
          expect(page).toHaveLength(slots);
          const there = page.filter((key) => key !== null);
          expect(new Set(there).size).toBe(there.length);
          if (panels.length >= slots) expect(there).toHaveLength(slots);
        }
      }),
    ));
});
