import { describe, expect, it } from 'vitest';
import { contrast, cssVariables, PALETTES } from './palette.ts';

describe.each(['day', 'night'] as const)('palette by %s', (mode) => {
  const palette = PALETTES[mode];
  it.each(['ink', 'inkSoft', 'inkFaint', 'brand', 'loess', 'success', 'warning', 'danger'] as const)(
    'reads %s on panels and paper',
    (name) => {
      for (const ground of [palette.panel, palette.paper, palette.raised])
        expect(contrast(palette[name], ground)).toBeGreaterThanOrEqual(4.5);
    },
  );
  it('reads text on its coloured grounds', () => {
    expect(contrast(palette.onBrand, palette.brand)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.loess, palette.loessSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.warning, palette.loessSoft)).toBeGreaterThanOrEqual(4.5);
    for (const ground of [palette.brandSoft, palette.loessSoft, palette.dangerSoft])
      expect(contrast(palette.ink, ground)).toBeGreaterThanOrEqual(7);
    expect(contrast(palette.danger, palette.dangerSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.brandStrong, palette.brandSoft)).toBeGreaterThanOrEqual(4.5);
  });
});

it('names the variables in kebab case', () => {
  expect(cssVariables(PALETTES.day)).toContainEqual(['--linli-ink-soft', '#4b6167']);
});
