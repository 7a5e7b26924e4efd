/** A thin ring of a few parts; what it adds up to is written in its middle by whoever shows it. */
import { type ChartLook, motionOf } from './chart-look.ts';
import type { ChartOption } from './echarts.ts';

export interface RingPart {
  readonly name: string;
  readonly value: number;
  readonly colour: string;
}

export const ringOption = (parts: readonly RingPart[], look: ChartLook): ChartOption => ({
  ...motionOf(look),
  series: [
    {
      type: 'pie',
      silent: true,
      radius: ['86%', '98%'],
      startAngle: 90,
      padAngle: 2.2,
      minAngle: 4,
      label: { show: false },
      labelLine: { show: false },
      itemStyle: { borderRadius: look.rem / 5 },
      data: parts.map(({ name, value, colour }) => ({ name, value, itemStyle: { color: colour } })),
    },
  ],
});
