/** The small sign beside the pointer: what it is over, and a figure. Written by hand into the DOM, never through React. */
import { useInterior } from '../../../state/interior.ts';
import { buildingById, usePlaces } from '../../../state/places.ts';
import { usePreferences } from '../../../state/preferences.ts';
import type { Hit } from '../../../state/selection-store.ts';
import { buildingCounts, floorLabel, peopleCount, roomLabel } from '../words.ts';
import styles from './tooltip.module.css';

export interface Tooltip {
  /** Canvas pixels. Homes, floors and houses have one; a grid's name stands on its ground. */
  show(hit: Hit | null, x: number, y: number): void;
  dispose(): void;
}

const OFFSET = { x: 14, y: 18 } as const;

const textOf = (hit: Hit): readonly [text: string, note: string] | null => {
  const { language } = usePreferences.getState();
  if (hit.kind === 'building') {
    const { buildingIndex, stats } = usePlaces.getState();
    const record = buildingById(hit.id);
    const at = buildingIndex.get(hit.id) ?? -1;
    if (!record) return null;
    const households = stats.households[at] ?? 0;
    const residents = stats.residents[at] ?? 0;
    const name = record.estate === '' ? record.name : `${record.estate} ${record.name}`;
    return [name, households + residents > 0 ? buildingCounts(households, residents, language) : ''];
  }
  if (hit.kind === 'dwelling') {
    const { dwellings, residentsByDwelling } = useInterior.getState();
    const home = dwellings.find((d) => d.id === hit.id);
    return home
      ? [roomLabel(home.room, language), peopleCount(residentsByDwelling.get(hit.id) ?? 0, language)]
      : null;
  }
  return hit.kind === 'floor' ? [floorLabel(hit.floor, language), ''] : null;
};

export const createTooltip = (canvas: HTMLElement): Tooltip => {
  const element = document.createElement('div');
  const text = document.createElement('span');
  const note = document.createElement('span');
  element.className = styles['tooltip'] ?? '';
  note.className = styles['note'] ?? '';
  // What it says, the tree and the panel say as well.
  element.setAttribute('aria-hidden', 'true');
  element.append(text, note);
  canvas.parentElement?.append(element);
  return {
    show: (hit, x, y) => {
      const said = hit && textOf(hit);
      element.classList.toggle(styles['shown'] ?? 'shown', said !== null);
      if (!said) return;
      text.textContent = said[0];
      note.textContent = said[1];
      const right = Math.min(x + OFFSET.x, canvas.clientWidth - element.offsetWidth - 4);
      const below = y + OFFSET.y + element.offsetHeight < canvas.clientHeight;
      element.style.transform = `translate(${Math.round(right)}px, ${Math.round(below ? y + OFFSET.y : y - OFFSET.y - element.offsetHeight)}px)`;
    },
    dispose: () => element.remove(),
  };
};
