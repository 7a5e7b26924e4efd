import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../domain/records/base.ts';
import { createFrame } from '../../geometry/frame.ts';
import type { SourceTerrain } from '../places/place-set.ts';
import { fillUnknown } from './fill-unknown.ts';
import { groundOfCrs, groundOfPlacement } from './ground.ts';
import { resolveCrs } from './resolve.ts';
import { resampleTerrain, sampleSurvey } from './terrain-raster.ts';

const XIFENG: LngLat = [107.6507, 35.7306];
const frame = createFrame(XIFENG);
const request = {
  anchor: XIFENG,
  elevationMetres: 1420,
  extent: [-400, -300, 400, 300],
  cellMetres: 20,
} as const;
const groundOf = (text: string) =>
  groundOfCrs(resolveCrs(text) as NonNullable<ReturnType<typeof resolveCrs>>);
/** A plane in local metres: bilinear sampling must find it exactly. */
const plane = (x: number, y: number): number => 1420 + 0.05 * x - 0.03 * y;

/** A survey in the given system about the community, whose heights follow `height` of local metres. */
const surveyOf = (
  text: string,
  step: number,
  half: number,
  height: (x: number, y: number) => number,
): SourceTerrain => {
  const ground = groundOf(text);
  const [cx, cy] = ground.fromWgs84?.(...XIFENG) ?? [0, 0];
  const count = Math.round((half * 2) / step) + 1;
  const origin = [cx - half, cy + half] as const;
  const heightsMetres = new Float32Array(count * count);
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++) {
      const [lng, lat] = ground.toWgs84(origin[0] + column * step, origin[1] - row * step, 0);
      heightsMetres[row * count + column] = height(...frame.toLocal([lng, lat]));
    }
  return { columns: count, rows: count, heightsMetres, origin, stepX: step, stepY: -step };
};

describe('resampleTerrain', () => {
  it.each([
    ['EPSG:4326', 0.0003, 0.012],
    ['EPSG:4545', 30, 900],
    ['EPSG:32648', 12.5, 900],
    ['EPSG:3857', 40, 1200],
    ['GCJ-02', 0.0003, 0.012],
    ['EPSG:4545', 5, 600],
  ])('finds a plane again through %s with steps of %d', (text, step, half) => {
    const { terrain, problems } = resampleTerrain(surveyOf(text, step, half, plane), groundOf(text), request);
    expect(problems).toEqual([]);
    expect(terrain).toMatchObject({ origin: [-400, -300], cellMetres: 20, columns: 41, rows: 31 });
    terrain?.heightsMetres.forEach((height, i) => {
      const [x, y] = [-400 + (i % 41) * 20, -300 + Math.floor(i / 41) * 20];
      expect(Math.abs(height - (plane(x, y) - 1420))).toBeLessThan(0.03);
    });
  });

  it('has its first row in the south', () => {
    const survey = surveyOf('EPSG:4545', 30, 900, (_x, y) => 1420 + y / 10);
    const { terrain } = resampleTerrain(survey, groundOf('EPSG:4545'), request);
    expect(terrain?.heightsMetres[0]).toBeCloseTo(-30, 0);
    expect(terrain?.heightsMetres.at(-1)).toBeCloseTo(30, 0);
  });

  it('averages fine surveys instead of picking a ridge', () => {
    const ridges = surveyOf('EPSG:4545', 4, 600, (x) => 1420 + (Math.round(x / 4) % 2 === 0 ? 10 : 0));
    const heights = resampleTerrain(ridges, groundOf('EPSG:4545'), request).terrain?.heightsMetres ?? [];
    expect(Math.max(...heights)).toBeLessThan(8);
    expect(Math.min(...heights)).toBeGreaterThan(2);
  });

  it('fills what is unknown and says how much', () => {
    const holed = surveyOf('EPSG:4545', 30, 900, (x, y) =>
      Math.hypot(x, y) < 120 ? Number.NaN : plane(x, y),
    );
    const { terrain, problems } = resampleTerrain(holed, groundOf('EPSG:4545'), request);
    expect(problems[0]?.code).toBe('terrain.filled');
    expect(terrain?.heightsMetres.every(Number.isFinite)).toBe(true);
    expect(Math.abs(terrain?.heightsMetres[15 * 41 + 20] ?? 99)).toBeLessThan(4);
    const half = surveyOf('EPSG:4545', 30, 900, (x, y) => (x > 0 ? Number.NaN : plane(x, y)));
    expect(resampleTerrain(half, groundOf('EPSG:4545'), request).problems[0]?.severity).toBe('warning');
  });

  it('refuses what lies elsewhere, too many points, and geocentric surveys', () => {
    const survey = surveyOf('EPSG:4545', 30, 900, plane);
    const code = (given: object, text = 'EPSG:4545') => {
      const { terrain, problems } = resampleTerrain(survey, groundOf(text), { ...request, ...given });
      expect(terrain).toBeNull();
      return problems[0]?.code;
    };
    expect(code({ anchor: [107.8, 35.7] })).toBe('terrain.elsewhere');
    expect(code({ cellMetres: 0.1 })).toBe('terrain.tooMany');
    expect(code({ cellMetres: 0 })).toBe('terrain.tooMany');
    expect(code({}, 'EPSG:4978')).toBe('terrain.geocentric');
  });

  it('takes a placed survey, too', () => {
    const ground = groundOfPlacement({
      anchor: XIFENG,
      pivot: [0, 0],
      groundMetres: 0,
      rotationDegrees: 90,
      scale: 1,
      mirrored: false,
    });
    const survey: SourceTerrain = {
      columns: 101,
      rows: 101,
      // Rises to the model's north, which looks east.
      heightsMetres: Float32Array.from({ length: 101 * 101 }, (_, i) => 1420 + (50 - Math.floor(i / 101))),
      origin: [-500, 500],
      stepX: 10,
      stepY: -10,
    };
    const heights = resampleTerrain(survey, ground, request).terrain?.heightsMetres ?? [];
    expect(heights[0]).toBeCloseTo(-40, 1);
    expect(heights[40]).toBeCloseTo(40, 1);
  });
});

describe('sampleSurvey', () => {
  const survey: SourceTerrain = {
    columns: 2,
    rows: 2,
    heightsMetres: Float32Array.of(0, 10, 20, Number.NaN),
    origin: [0, 0],
    stepX: 1,
    stepY: -1,
  };
  it('is bilinear, overlooks what is unknown, and ends half a cell beyond', () => {
    expect(sampleSurvey(survey, 0, 0)).toBe(0);
    expect(sampleSurvey(survey, 0.5, 0)).toBe(5);
    expect(sampleSurvey(survey, 0.5, 0.5)).toBeCloseTo(10, 6);
    expect(sampleSurvey(survey, 0.95, 0.95)).toBeNaN();
    expect(sampleSurvey(survey, -0.4, 0)).toBe(0);
    expect(sampleSurvey(survey, -0.6, 0)).toBeNaN();
    expect(sampleSurvey(survey, Number.NaN, 0)).toBeNaN();
  });
});

describe('fillUnknown', () => {
  it('leaves what is known, fills everything else within its range', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 17 }),
        fc.integer({ min: 1, max: 17 }),
        fc.infiniteStream(fc.option(fc.integer({ min: -50, max: 50 }), { freq: 1, nil: null })),
        (columns, rows, stream) => {
          const values = Float32Array.from(
            { length: columns * rows },
            () => stream.next().value ?? Number.NaN,
          );
          const known = values.filter((v) => !Number.isNaN(v));
          if (known.length === 0) return;
          const filled = values.slice();
          fillUnknown(filled, columns, rows);
          const [low, high] = [Math.min(...known), Math.max(...known)];
          filled.forEach((value, i) => {
            if (Number.isNaN(values[i] as number))
              expect(value >= low - 1e-3 && value <= high + 1e-3).toBe(true);
            else expect(value).toBe(values[i]);
          });
        },
      ),
      { seed: 9, numRuns: 300 },
    );
  });
});
