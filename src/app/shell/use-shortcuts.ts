/** Keys that work on every page. Fields keep their own undo, and an open dialog keeps its Esc. */
import { useEffect } from 'react';
import { useSelection } from '../../state/selection-store.ts';
import { useUndo } from '../../state/undo.ts';

/** Does the key belong to a field that is being written in? */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** A dialog, drawer, menu or drop-down that is open takes Esc for itself. */
const somethingOpen = (): boolean =>
  document.querySelector(
    '[role="dialog"]:not([style*="display: none"]), .ant-modal-wrap:not([style*="display: none"]), .ant-dropdown:not(.ant-dropdown-hidden), .ant-select-dropdown:not(.ant-select-dropdown-hidden), .ant-picker-dropdown:not(.ant-picker-dropdown-hidden)',
  ) !== null;

export type Command = 'undo' | 'redo' | 'back' | 'help';

/** Which command the key stands for, if any. */
export const commandOf = (
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): Command | null => {
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
    if (key === 'y' && !event.shiftKey) return 'redo';
    return null;
  }
  if (event.altKey) return null;
  if (key === 'escape') return 'back';
  return event.key === '?' ? 'help' : null;
};

export const useShortcuts = (onHelp: () => void): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const command = commandOf(event);
      if (!command || event.defaultPrevented || isWriting(event.target) || somethingOpen()) return;
      event.preventDefault();
      if (command === 'undo') void useUndo.getState().undo();
      else if (command === 'redo') void useUndo.getState().redo();
      else if (command === 'back') useSelection.getState().back();
      else onHelp();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onHelp]);
};
