/**
 * Asks a worker for the layout of places. The last answer is kept, so that the application can ask as soon as the places are known and
 * the scene, whose code comes later, finds it made. The worker ends with its answer.
 */
import { wrap } from 'comlink';
import { duringWork } from '../../state/busy.ts';
import { buildingInput, inputsOf } from './building-inputs.ts';
import { createFrame } from '../../geometry/frame.ts';
import type { Layout, LayoutInput } from './lay-out.ts';
import type { LayoutApi } from './layout-worker.ts';

const run = async (input: LayoutInput): Promise<Layout> => {
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), {
    type: 'module',
    name: 'layout',
  });
  try {
    const failed = new Promise<never>((_resolve, reject) => {
      worker.addEventListener('error', (event) => reject(new Error(event.message || 'layout worker')));
    });
    const laid = await Promise.race([wrap<LayoutApi>(worker).layOut(input), failed]);
    return { ...laid, inputs: inputsOf(input) };
  } finally {
    worker.terminate();
  }
};

/** What of the buildings the layout depends on; `signature` is that of their models. */
export const shapesOf = (
  { anchor, buildings }: Pick<LayoutInput, 'anchor' | 'buildings'>,
  signature = '',
): string => {
  const frame = createFrame(anchor);
  return signature + JSON.stringify(buildings.map((building) => buildingInput(building, frame)));
};

let last: { shapes: string; landscape: unknown; layout: Promise<Layout> } | null = null;

export const askLayout = (input: LayoutInput, shapes = shapesOf(input)): Promise<Layout> => {
  if (last?.shapes === shapes && last.landscape === input.landscape) return last.layout;
  const layout = duringWork('layout', () => run(input));
  const mine = { shapes, landscape: input.landscape, layout };
  last = mine;
  layout.catch(() => {
    if (last === mine) last = null;
  });
  return layout;
};
