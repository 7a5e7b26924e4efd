/** The size of the window, and the letter of the root for it while a wall is shown. */
import { useLayoutEffect, useState } from 'react';
import { qualityFor } from '../scene/quality.ts';
import { usePreferences } from '../state/preferences.ts';
import { useWallView } from '../state/wall-view.ts';
import { layOutWall, type WallLayout } from './layout/lay-out-wall.ts';
import { useSettings } from './settings/settings-store.ts';

const DESK_LETTER_PX = 16;
/** Names in the scene are read from as far as the panels: so much larger than on a desk. */
const LETTERS = 1.55;

const sizeNow = (): readonly [number, number] => [window.innerWidth, window.innerHeight];

export const useWallLayout = (): WallLayout => {
  const [[width, height], setSize] = useState(sizeNow);
  const screens = useSettings((s) => s.settings.screens);
  const drawing = usePreferences((s) => s.drawing);
  const layout = layOutWall(width, height, screens, qualityFor(drawing).level === 'high');
  useLayoutEffect(() => {
    const onResize = (): void => setSize(sizeNow());
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);

  const { remPx } = layout;
  const freeText = JSON.stringify(layout.free);
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    style.fontSize = `${remPx}px`;
    useWallView.setState({ letters: Math.max(1, (remPx / DESK_LETTER_PX) * LETTERS) });
    return () => void style.removeProperty('font-size');
  }, [remPx]);
  useLayoutEffect(() => {
    useWallView.setState({ free: JSON.parse(freeText) });
  }, [freeText]);
  return layout;
};
