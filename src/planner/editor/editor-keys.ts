/** Keys of the open plan. They come before those of the page: Ctrl+Z takes back a step of the plan, not of the community. */
import { useEffect, useEffectEvent } from 'react';
import { alongRoad, lock, paintRows, redoStep, straighten, tell, undoStep } from '../session/actions.ts';
import { dissolve, swapLastSplit } from '../session/ground-actions.ts';
import { acceptPending, dropPending, swapPending } from '../session/pending.ts';
import { selectFace, setTool, type Tool, usePlanner } from '../session/planner-store.ts';
import { previewDivision } from '../session/preview.ts';
import { stepFinding } from './step-finding.ts';

export const TOOL_KEYS: Readonly<Record<string, Tool>> = {
  v: 'select',
  e: 'edge',
  b: 'paint',
  r: 'reshape',
  s: 'split',
  d: 'enclave',
  m: 'merge',
};

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const onButton = (target: EventTarget | null): boolean => target instanceof HTMLButtonElement;

const isDialogOpen = (): boolean =>
  document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null;

/** Gives up one thing at a time: what is said, a preview, a chosen point, the grid. */
const stepBack = (): boolean => {
  const { told, preview, vertexId, arcId, faceId, mark } = usePlanner.getState();
  if (told !== null) tell(null);
  else if (dropPending()) return true;
  else if (preview !== null) previewDivision(null);
  else if (mark !== null) usePlanner.setState({ mark: null });
  else if (vertexId !== null || arcId !== null) usePlanner.setState({ vertexId: null, arcId: null });
  else if (faceId !== null) selectFace(null);
  else return false;
  return true;
};

export const useEditorKeys = (onFinding: () => void): void => {
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || isWriting(event.target) || isDialogOpen()) return;
    const key = event.key.toLowerCase();
    const { editable, faceId, arcId, session, told } = usePlanner.getState();
    const taken = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      if (key === 'y' || (key === 'z' && event.shiftKey)) redoStep();
      else if (key === 'z') undoStep();
      else return;
      return taken();
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const tool = event.shiftKey ? undefined : TOOL_KEYS[key];
    if (tool !== undefined && (editable || tool === 'select')) setTool(tool);
    else if (key === 'enter' && told?.takeToo !== undefined && !onButton(event.target))
      void paintRows(told.takeToo.rows, told.takeToo.to, told.at);
    else if (key === 'enter' && !onButton(event.target)) {
      if (!acceptPending()) return;
    } else if (key === 'x' && editable) {
      if (!swapPending()) swapLastSplit();
    } else if (key === 't' && editable && arcId !== null) straighten(arcId);
    else if (key === 'f' && editable && arcId !== null) alongRoad(arcId);
    else if (key === 'delete' && event.shiftKey && editable && faceId !== null) dissolve(faceId);
    else if (key === 'l' && faceId !== null && editable)
      lock(faceId, session?.tiling.face(faceId)?.locked !== true);
    else if (key === 'n') {
      onFinding();
      stepFinding(event.shiftKey ? -1 : 1);
    } else if (key === 'escape') {
      // The map's own Esc has come before: a gesture, a line.
      stepBack();
    } else return;
    taken();
  });
  useEffect(() => {
    // The map handles its keys on the canvas and stops them there; what arrives here it did not want.
    const listen = (event: KeyboardEvent): void => onKey(event);
    document.body.addEventListener('keydown', listen);
    return () => document.body.removeEventListener('keydown', listen);
  }, []);
};
