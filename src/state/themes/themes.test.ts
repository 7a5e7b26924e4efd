import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Building } from '../../domain/records/index.ts';
import type { ModelMesh } from '../../geometry/building-model.ts';
import type { DwellingMarks } from '../interior.ts';
import { arrange, emptyColumns, usePlaces } from '../places.ts';
import { samplePlaces } from '../test-places.ts';
import { FILTERED, paintBuildings, SHOWN, useTheme } from '../themes.ts';
import { classAt, countLabel, quantileBreaks } from './breaks.ts';
import { classify } from './classify.ts';
import { dwellingLegend, paintDwellings } from './dwellings.ts';
import { MODE_COLOURS, packRgba, RAMPS } from './ramps.ts';
import { THEME_KEYS } from './theme-keys.ts';

vi.mock('../../storage/index.ts', () => ({}));

const places = arrange(samplePlaces());

describe('breaks', () => {
  it('grow strictly, begin at one and class every count', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(900), { minLength: 1, maxLength: 300 }), (counts) => {
        const bounds = quantileBreaks(counts, 5);
        expect(bounds[0]).toBe(1);
        for (let at = 1; at < bounds.length; at++) expect(bounds[at]).toBeGreaterThan(bounds[at - 1] ?? 0);
        for (const count of counts) {
          const at = classAt(bounds, count);
          expect(at === -1).toBe(count === 0);
          if (at >= 0) expect(count).toBeGreaterThanOrEqual(bounds[at] ?? Number.POSITIVE_INFINITY);
        }
      }),
    );
  });
  it('are read aloud', () => {
    expect([0, 1, 2].map((at) => countLabel([1, 2, 4], at))).toEqual(['1', '2–3', '4+']);
  });
});

describe('classify', () => {
  it.each(THEME_KEYS)('counts every building once under %s', (theme) => {
    const { classes, classOf } = classify(theme, places);
    expect(classOf).toHaveLength(3);
    if (theme === 'plain') return expect(classes).toEqual([]);
    expect(classes.reduce((sum, each) => sum + each.count, 0)).toBe(3);
    for (const each of classes) {
      expect(each.colour).toMatch(/^#[0-9a-f]{6}$/);
      expect(each.label.zh).not.toBe('');
      expect(each.label.en).not.toBe('');
    }
    for (const at of classOf) expect(classes[at]).toBeDefined();
  });
  it('takes shares of what there is, and says when there is nothing', () => {
    const { classes, classOf } = classify('vacancy', places);
    expect([...classOf].map((at) => classes[at]?.label.en)).toEqual(['< 5%', '≥ 25%', 'No homes']);
  });
  it('takes the commonest mode, the first on a tie, and sums members', () => {
    const { classes, classOf } = classify('members', places);
    expect([...classOf].map((at) => classes[at]?.label.en)).toEqual(['Shared', 'Direct', 'None']);
    expect(classes.map((each) => each.amount)).toEqual([0, 5, 9, 2, 0, 0]);
  });
  it('places storeys and years in their ranges', () => {
    const label = (theme: 'storeys' | 'year'): (string | undefined)[] => {
      const { classes, classOf } = classify(theme, places);
      return [...classOf].map((at) => classes[at]?.label.en);
    };
    expect(label('storeys')).toEqual(['4–6', '19+', '4–6']);
    expect(label('year')).toEqual(['1990s', 'From 2015', 'Unknown']);
  });
});

describe('paintBuildings', () => {
  it('gives the colour of the class, and no alpha to what is filtered out', () => {
    const classification = classify('vacancy', places);
    const [first = 0] = classification.classOf;
    const bytes = paintBuildings(classification, new Set([first]));
    const pack = (at: number): number =>
      packRgba(classification.classes[classification.classOf[at] ?? 0]?.colour ?? '', 0) >>> 0;
    const texels = new Uint32Array(bytes.buffer);
    expect((texels[0] ?? 0) & 0xffffff).toBe(pack(0));
    expect([bytes[3], bytes[7], bytes[11]]).toEqual([FILTERED, SHOWN, SHOWN]);
  });
  it('leaves walls as they are under plain, and writes into what it is given', () => {
    const out = new Uint8Array(12);
    expect(paintBuildings(classify('plain', places), undefined, out)).toBe(out);
    expect([...out]).toEqual(new Array(12).fill(255));
  });
  it('tells buildings with a model from those without', () => {
    const [, second] = places.buildings;
    const models = { meshOf: new Map([[second?.id ?? '', {} as ModelMesh]]), signature: '' };
    expect([...classify('models', { ...places, models }).classOf]).toEqual([0, 1, 0]);
    expect([...classify('models', places).classOf]).toEqual([0, 0, 0]);
  });
  it('holds 100,000 buildings', () => {
    const count = 100_000;
    const stats = emptyColumns(count);
    for (let at = 0; at < count; at++) stats.residents[at] = at % 500;
    const buildings = { length: count } as unknown as Building[];
    const bytes = paintBuildings(classify('residents', { buildings, stats }));
    expect(bytes).toHaveLength(count * 4);
  });
});

describe('colours', () => {
  const lightness = (colour: string): number => {
    const value = Number.parseInt(colour.slice(1), 16);
    const [r = 0, g = 0, b = 0] = [value >> 16, (value >> 8) & 255, value & 255].map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
  };
  it.each(Object.entries(RAMPS))('darken step by step along %s', (_name, ramp) => {
    for (let at = 1; at < ramp.length; at++)
      expect(lightness(ramp[at - 1] ?? '') - lightness(ramp[at] ?? '')).toBeGreaterThan(8);
  });
  it('differ in lightness between the modes that red-green blindness brings together', () => {
    expect(Math.abs(lightness(MODE_COLOURS.direct) - lightness(MODE_COLOURS.joint))).toBeGreaterThan(20);
  });
});

describe('homes of the opened building', () => {
  const mark = (over: Partial<DwellingMarks>): DwellingMarks => ({
    households: 1,
    residents: 2,
    members: 0,
    memberModes: [],
    lowIncome: 0,
    care: 0,
    floating: 0,
    organisations: 0,
    openMatters: 0,
    occupancy: 'owner',
    use: 'home',
    ...over,
  });
  const marks = new Map([
    ['d1', mark({ memberModes: ['shared', 'direct', 'shared'], members: 3 })],
    ['d2', mark({ occupancy: 'vacant', residents: 0, households: 0 })],
    ['d3', mark({ lowIncome: 1, residents: 7 })],
  ]);
  it.each(THEME_KEYS)('are all painted and counted under %s', (theme) => {
    expect(paintDwellings(theme, { marks }).size).toBe(3);
    expect(dwellingLegend(theme, { marks }).reduce((sum, each) => sum + each.count, 0)).toBe(3);
  });
  it('dims what the theme does not ask about', () => {
    const members = paintDwellings('members', { marks });
    expect(members.get('d1')).toEqual({ colour: MODE_COLOURS.shared, dimmed: false });
    expect(members.get('d2')?.dimmed).toBe(true);
    const lowIncome = paintDwellings('lowIncome', { marks });
    expect([...lowIncome.values()].map((paint) => paint.dimmed)).toEqual([true, true, false]);
  });
});

describe('useTheme', () => {
  beforeEach(() => {
    usePlaces.setState({ ...places, status: 'ready', placesVersion: usePlaces.getState().placesVersion + 1 });
    useTheme.getState().setTheme('plain');
    useTheme.getState().setTheme('vacancy');
  });
  it('forgets the filter with the theme', () => {
    useTheme.getState().toggleClass(0);
    expect(useTheme.getState().hiddenClasses.size).toBe(1);
    useTheme.getState().setTheme('storeys');
    expect(useTheme.getState().hiddenClasses.size).toBe(0);
  });
  it('never hides everything', () => {
    const { classes } = useTheme.getState().classification;
    classes.forEach((_each, at) => {
      useTheme.getState().toggleClass(at);
    });
    expect(useTheme.getState().hiddenClasses.size).toBe(0);
  });
  it('shows one class alone, and all again', () => {
    useTheme.getState().soloClass(2);
    expect(useTheme.getState().hiddenClasses.has(2)).toBe(false);
    expect(useTheme.getState().hiddenClasses.size).toBe(
      useTheme.getState().classification.classes.length - 1,
    );
    useTheme.getState().soloClass(2);
    expect(useTheme.getState().hiddenClasses.size).toBe(0);
  });
  it('follows the counts', () => {
    const before = useTheme.getState().classification;
    usePlaces.setState((s) => ({ statsVersion: s.statsVersion + 1 }));
    expect(useTheme.getState().classification).not.toBe(before);
  });
});
