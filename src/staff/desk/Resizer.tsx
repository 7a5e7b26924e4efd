/** The edge between a side panel and the scene: drag it, or move it with the arrow keys; a double click gives the default back. */
import { type KeyboardEvent, type PointerEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Side, usePanelSizes, WIDTH_LIMITS } from './panel-sizes.ts';
import styles from './Resizer.module.css';

const STEP_PIXELS = 24;
const DEFAULT_PIXELS: Readonly<Record<Side, number>> = { left: 272, right: 440 };

export const Resizer = ({ side }: { readonly side: Side }): ReactElement => {
  const { t } = useTranslation();
  const width = usePanelSizes((s) => s[side]);
  const setWidth = usePanelSizes((s) => s.setWidth);
  const [dragging, setDragging] = useState(false);
  const outward = side === 'left' ? 1 : -1;

  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    const startX = event.clientX;
    const startWidth = width;
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    setDragging(true);
    const move = (e: globalThis.PointerEvent): void =>
      setWidth(side, startWidth + outward * (e.clientX - startX));
    const end = (): void => {
      handle.removeEventListener('pointermove', move);
      setDragging(false);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', end, { once: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const towards = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (towards === 0) return;
    event.preventDefault();
    setWidth(side, width + outward * towards * STEP_PIXELS);
  };
  const [least, most] = WIDTH_LIMITS[side];
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t(side === 'left' ? 'staff.desk.resizeLeft' : 'staff.desk.resizeRight')}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      className={`${styles['resizer']} ${styles[side]} ${dragging ? styles['dragging'] : ''}`}
      onPointerDown={begin}
      onKeyDown={onKeyDown}
      onDoubleClick={() => setWidth(side, DEFAULT_PIXELS[side])}
    />
  );
};
