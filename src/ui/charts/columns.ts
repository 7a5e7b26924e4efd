/** Columns over time in one or two series, with few labels: what came in and what went out. */
import { type ChartLook, motionOf } from './chart-look.ts';
import type { ChartOption } from './echarts.ts';

export interface ColumnsInput {
  readonly labels: readonly string[];
  readonly columns: readonly (number | null)[];
  /** Drawn as a line over the columns. */
  readonly line: readonly (number | null)[];
}

const LABEL_REM = 1.28;

const gradient = (top: string, foot: string) => ({
  type: 'linear' as const,
  x: 0,
  y: 0,
  x2: 0,
  y2: 1,
  colorStops: [
    { offset: 0, color: top },
    { offset: 1, color: foot },
  ],
});

/** `#rrggbb` with an alpha. */
const faded = (colour: string, alpha: number): string => {
  const value = Number.parseInt(colour.slice(1), 16);
  return `rgba(${value >> 16}, ${(value >> 8) & 255}, ${value & 255}, ${alpha})`;
};

export const columnsOption = (
  { labels, columns, line }: ColumnsInput,
  look: ChartLook,
  width: number,
): ChartOption => {
  const { rem, soft, font, first, accent } = look;
  // As many labels as fit, counted from the present one.
  const every = Math.max(1, Math.ceil((labels.length * 4.4 * rem) / Math.max(1, width)));
  return {
    ...motionOf(look),
    grid: { left: 0.2 * rem, right: 0.2 * rem, top: 0.6 * rem, bottom: 2 * rem, containLabel: false },
    xAxis: {
      type: 'category',
      data: [...labels],
      axisLine: { lineStyle: { color: look.line } },
      axisTick: { show: false },
      axisLabel: {
        color: soft,
        fontSize: LABEL_REM * rem,
        fontFamily: font,
        margin: 0.6 * rem,
        hideOverlap: true,
        interval: (at: number) => (labels.length - 1 - at) % every === 0,
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 3,
      axisLabel: { show: false },
      splitLine: { lineStyle: { color: look.line } },
    },
    series: [
      {
        type: 'bar',
        silent: true,
        barWidth: '46%',
        data: columns.map((value) => value ?? 0),
        itemStyle: {
          color: gradient(first, faded(first, 0.18)),
          borderRadius: [rem / 6, rem / 6, 0, 0],
        },
      },
      {
        type: 'line',
        silent: true,
        smooth: 0.32,
        symbol: 'circle',
        symbolSize: 0.42 * rem,
        showSymbol: true,
        data: line.map((value) => value ?? '-'),
        lineStyle: { color: accent, width: 0.16 * rem },
        itemStyle: { color: accent },
        areaStyle: { color: gradient(faded(accent, 0.2), faded(accent, 0)) },
      },
    ],
  };
};
