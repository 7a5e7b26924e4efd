/** The map of the planner: a canvas, and what is said at a place of it. */
import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { beginWork, endWork } from '../../state/busy.ts';
import { usePlaces } from '../../state/places.ts';
import { useView } from '../../state/view.ts';
import { usePlanner } from '../session/planner-store.ts';
import { makeBackdrop } from './backdrop.ts';
import { CursorNote } from './CursorNote.tsx';
import { inkOf } from './ink.ts';
import { colours } from './shared-colours.ts';
import { useMapKeys } from './map-keys.ts';
import styles from './PlanMap.module.css';
import { startMap } from './start-map.ts';

const WORK = 'plan map';

export const PlanMap = (): ReactElement => {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const session = usePlanner((s) => s.session);
  const tool = usePlanner((s) => s.tool);
  const mode = useView((s) => s.mode);
  const frame = usePlaces((s) => s.frame);
  const landscape = usePlaces((s) => s.landscape);
  const buildings = usePlaces((s) => s.buildings);
  const band = usePlaces((s) => s.community?.settings.gridBand ?? null);
  const town = session?.town ?? null;
  const backdrop = useMemo(
    () => (frame && town ? makeBackdrop(frame, landscape, buildings, town) : null),
    [frame, landscape, buildings, town],
  );
  const map = useRef<ReturnType<typeof startMap> | null>(null);
  const isOpen = session !== null;

  useEffect(() => {
    if (canvas.current === null || note.current === null || !isOpen) return;
    const started = startMap({
      canvas: canvas.current,
      note: note.current,
      colours,
      nameOfNew: () => t('planner.newGrid'),
      busy: { begin: () => beginWork(WORK), end: () => endWork(WORK) },
    });
    map.current = started;
    return () => {
      map.current = null;
      started.stop();
    };
  }, [isOpen, t]);

  useEffect(() => {
    map.current?.show({ backdrop, band, ink: inkOf(mode) });
  }, [backdrop, band, mode, isOpen, t]);

  const onKeyDown = useMapKeys(map);
  return (
    <div className={styles.map}>
      <canvas
        ref={canvas}
        className={styles.canvas}
        data-tool={tool}
        tabIndex={0}
        aria-label={t('planner.map.label')}
        aria-describedby="planner-map-help"
        onKeyDown={onKeyDown}
      />
      <p id="planner-map-help" className="visually-hidden">
        {t('planner.map.help')}
      </p>
      <CursorNote ref={note} />
    </div>
  );
};
