/** A population pyramid: two sides about a column of ages; what may not be shown is a short pale bar with its own word. */
import { type ChartLook, motionOf } from './chart-look.ts';
import type { ChartOption } from './echarts.ts';

export interface PyramidRow {
  readonly label: string;
  readonly left: { readonly value: number | null; readonly text: string };
  readonly right: { readonly value: number | null; readonly text: string };
}

/** A hidden count is drawn so long, as a share of the longest bar: it says "there may be somebody", not how many. */
const HIDDEN_SHARE = 0.03;
const LABEL_REM = 1.28;

/** Youngest last: the pyramid stands on them. */
export const pyramidOption = (
  rows: readonly PyramidRow[],
  { soft, faint, first, second, ink, font, rem, ...look }: ChartLook,
  width: number,
): ChartOption => {
  const most = Math.max(1, ...rows.flatMap(({ left, right }) => [left.value ?? 0, right.value ?? 0]));
  const middle = 4.9 * rem;
  const room = 4.1 * rem;
  const side = Math.max(10, (width - middle) / 2 - room);
  const grid = (left: boolean) => ({
    top: 0,
    bottom: 0,
    width: side,
    ...(left ? { left: room } : { right: room }),
  });
  const bars = (of: 'left' | 'right', colour: string, index: number) => ({
    type: 'bar' as const,
    xAxisIndex: index,
    yAxisIndex: index,
    barWidth: '62%',
    silent: true,
    label: {
      show: true,
      position: of,
      distance: 0.4 * rem,
      color: ink,
      fontSize: LABEL_REM * rem,
      fontFamily: font,
      formatter: ({ dataIndex }: { dataIndex: number }) => rows[dataIndex]?.[of].text ?? '',
    },
    data: rows.map((row) => {
      const { value } = row[of];
      return {
        value: value ?? most * HIDDEN_SHARE,
        itemStyle: {
          color: value === null ? faint : colour,
          borderRadius: of === 'left' ? [rem / 6, 0, 0, rem / 6] : [0, rem / 6, rem / 6, 0],
        },
      };
    }),
  });
  const categories = rows.map(({ label }) => label);
  const none = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
  return {
    ...motionOf({ soft, faint, first, second, ink, font, rem, ...look }),
    grid: [grid(true), grid(false)],
    xAxis: [0, 1].map((index) => ({
      type: 'value' as const,
      gridIndex: index,
      inverse: index === 0,
      max: most,
      ...none,
      axisLabel: { show: false },
    })),
    yAxis: [0, 1].map((index) => ({
      type: 'category' as const,
      gridIndex: index,
      inverse: true,
      data: categories,
      ...none,
      axisLabel:
        index === 0
          ? { show: false }
          : {
              color: soft,
              fontSize: LABEL_REM * rem,
              fontFamily: font,
              align: 'center' as const,
              margin: middle / 2,
              interval: 0,
            },
    })),
    series: [bars('left', first, 0), bars('right', second, 1)],
  };
};
