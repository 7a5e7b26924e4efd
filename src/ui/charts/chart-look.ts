/** How charts look: colours of the palette, and sizes in the root's letter, so that they grow with a wall. */

export interface ChartLook {
  readonly ink: string;
  readonly soft: string;
  readonly faint: string;
  readonly line: string;
  /** First and second series, and what stands out. */
  readonly first: string;
  readonly second: string;
  readonly accent: string;
  readonly font: string;
  /** Pixels of a rem. */
  readonly rem: number;
  /** Milliseconds that a change takes; 0 where less motion is asked for. */
  readonly motionMs: number;
}

const MOTION_MS = 900;

/** The look of an element's surroundings, from its CSS variables. */
export const lookOf = (element: Element): ChartLook => {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    ink: of('--chart-ink'),
    soft: of('--chart-soft'),
    faint: of('--chart-faint'),
    line: of('--chart-line'),
    first: of('--chart-first'),
    second: of('--chart-second'),
    accent: of('--chart-accent'),
    font: style.fontFamily,
    rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    motionMs: still ? 0 : MOTION_MS,
  };
};

export const motionOf = ({ motionMs }: ChartLook) => ({
  animation: motionMs > 0,
  animationDuration: motionMs,
  animationDurationUpdate: motionMs,
  animationEasing: 'cubicOut' as const,
});
