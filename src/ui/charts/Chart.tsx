/** One chart in its box: made once, updated in place, resized with its box, disposed with it. */
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { type ChartLook, lookOf } from './chart-look.ts';
import { type Chart as ChartInstance, type ChartOption, createChart } from './echarts.ts';

interface Props {
  /** Pure: the option for a look and the pixels of the box. */
  readonly option: (look: ChartLook, width: number, height: number) => ChartOption;
  /** What the chart says, for those who do not see it. */
  readonly label: string;
  readonly className?: string | undefined;
  /** Another key is another look: day, night, language. */
  readonly lookKey: string;
}

export const Chart = ({ option, label, className, lookKey }: Props): ReactElement => {
  const box = useRef<HTMLDivElement | null>(null);
  const chart = useRef<ChartInstance | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const element = box.current;
    const { width, height } = size;
    if (!element || width < 8 || height < 8) return;
    chart.current ??= createChart(element);
    if (chart.current.getWidth() !== width || chart.current.getHeight() !== height)
      chart.current.resize({ width, height });
    chart.current.setOption(option(lookOf(element), width, height), { notMerge: false, lazyUpdate: true });
  }, [option, size, lookKey]);

  return <div ref={box} className={className} role="img" aria-label={label} />;
};
