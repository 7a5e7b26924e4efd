/** A map that is looked at, and moves together with the others of its link. By keyboard: a crosshair, zoom, everything. */
import { type KeyboardEvent, type ReactElement, useEffect, useEffectEvent, useRef } from 'react';
import type { MmPoint } from '../../geometry/tiling/index.ts';
import { beginWork, endWork } from '../../state/busy.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import styles from './linked-maps.module.css';
import type { MapLink } from './map-link.ts';
import { type Frame, type StartedPane, startPane } from './start-pane.ts';

const WORK = 'linked map';
const BUSY = { begin: () => beginWork(WORK), end: () => endWork(WORK) };
const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
const [STEP_PIXELS, LONG_STEP_PIXELS] = [10, 60];

export interface LinkedMapProps {
  readonly link: MapLink;
  readonly label: string;
  /** Another function is another picture. */
  readonly draw: (frame: Frame) => void;
  readonly rowAt: (at: MmPoint) => number | null;
  readonly onPick: (row: number | null) => void;
  /** Esc, after the crosshair was put away. */
  readonly onEscape?: () => void;
  readonly name: string;
}

export const LinkedMap = (props: LinkedMapProps): ReactElement => {
  const { link, label, draw, rowAt, onPick, onEscape, name } = props;
  const { t } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const started = useRef<StartedPane | null>(null);
  const paint = useEffectEvent((frame: Frame) => draw(frame));
  const find = useEffectEvent((at: MmPoint) => rowAt(at));
  const pick = useEffectEvent((row: number | null) => onPick(row));

  useEffect(() => {
    if (canvas.current === null) return;
    const now = startPane({
      canvas: canvas.current,
      link,
      draw: (frame) => paint(frame),
      rowAt: (at) => find(at),
      onPick: (row) => pick(row),
      busy: BUSY,
    });
    started.current = now;
    return () => {
      started.current = null;
      now.stop();
    };
  }, [link]);
  useEffect(() => started.current?.pane.redraw(), [draw]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const pane = started.current?.pane;
    if (pane === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const { view } = pane;
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) {
      const by = view.mm(event.shiftKey ? LONG_STEP_PIXELS : STEP_PIXELS);
      const from = link.pointer ?? view.centre;
      const at = { x: from.x + arrow[0] * by, y: from.y + arrow[1] * by };
      link.point(at, rowAt(at), null);
      if (!view.sees(view.toScreen(at), -30)) {
        view.centre = { x: view.centre.x + arrow[0] * by, y: view.centre.y + arrow[1] * by };
        link.moved(pane);
      }
    } else if (event.key === 'Enter') onPick(link.hoverRow);
    else if (event.key === 'Escape') {
      if (link.pointer !== null && link.pointedOn === null) link.point(null, null, null);
      else if (onEscape) onEscape();
      else return;
    } else if (event.key === '+' || event.key === '=' || event.key === '-') {
      const factor = event.key === '-' ? 1 / 1.25 : 1.25;
      view.zoomAt({ x: view.width / 2, y: view.height / 2 }, factor);
      link.moved(pane);
    } else if (event.key === 'Home') link.flyHome();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const helpId = `linked-map-help-${name}`;
  return (
    <>
      <canvas
        ref={canvas}
        className={styles['canvas']}
        data-map={name}
        tabIndex={0}
        aria-label={label}
        aria-describedby={helpId}
        onKeyDown={onKeyDown}
      />
      <p id={helpId} className="visually-hidden">
        {t('compare.mapHelp')}
      </p>
    </>
  );
};
