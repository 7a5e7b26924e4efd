import { describe, expect, it } from 'vitest';
import type { ChartLook } from './chart-look.ts';
import { columnsOption } from './columns.ts';
import { pyramidOption } from './pyramid.ts';
import { ringOption } from './ring.ts';

const LOOK: ChartLook = {
  ink: '#ffffff',
  soft: '#cccccc',
  faint: '#333333',
  line: '#222222',
  first: '#5fc9d8',
  second: '#f0b36b',
  accent: '#ffcc88',
  font: 'sans-serif',
  rem: 16,
  motionMs: 0,
};

interface Bars {
  readonly data: { readonly value: number; readonly itemStyle: { readonly color: string } }[];
  readonly label: { readonly formatter: (at: { dataIndex: number }) => string };
}

describe('a pyramid', () => {
  const option = pyramidOption(
    [
      { label: '0–9', left: { value: 400, text: '400' }, right: { value: 380, text: '380' } },
      { label: '90+', left: { value: null, text: '<5' }, right: { value: 12, text: '12' } },
    ],
    LOOK,
    440,
  );
  const [left, right] = option['series'] as [Bars, Bars];

  it('says of a hidden count neither number nor length', () => {
    expect(left.label.formatter({ dataIndex: 1 })).toBe('<5');
    expect(left.data[1]?.itemStyle.color).toBe(LOOK.faint);
    // The same short bar whatever it was: a share of the longest.
    expect(left.data[1]?.value).toBe(12);
    expect(right.label.formatter({ dataIndex: 0 })).toBe('380');
  });
  it('has both sides on one scale', () => {
    const axes = option['xAxis'] as { max: number; inverse: boolean }[];
    expect(axes.map(({ max }) => max)).toEqual([400, 400]);
    expect(axes.map(({ inverse }) => inverse)).toEqual([true, false]);
  });
});

describe('columns', () => {
  it('always label the last one', () => {
    const labels = Array.from({ length: 13 }, (_, k) => `W${k}`);
    const option = columnsOption(
      { labels, columns: labels.map(() => 3), line: labels.map(() => null) },
      LOOK,
      300,
    );
    const { interval } = (option['xAxis'] as { axisLabel: { interval: (at: number) => boolean } }).axisLabel;
    expect(interval(12)).toBe(true);
    expect(labels.filter((_, at) => interval(at)).length).toBeLessThan(6);
  });
});

it('a ring has a part for every part', () => {
  const option = ringOption([{ name: 'a', value: 3, colour: '#fff' }], LOOK);
  expect((option['series'] as { data: unknown[] }[])[0]?.data).toHaveLength(1);
  expect(option['animation']).toBe(false);
});
