/**
 * Lays out the scene beside the page's thread. The arrays are handed over, not copied; what they were made of the page has itself, and
 * making it there again (22,000 buildings: 60 ms) costs a seventh of copying it.
 */
import { expose, transfer } from 'comlink';
import { type Layout, type LayoutInput, layOut } from './lay-out.ts';

/** The buffers of all typed arrays in a value. */
const buffersOf = (value: unknown, found = new Set<ArrayBufferLike>()): Set<ArrayBufferLike> => {
  if (ArrayBuffer.isView(value)) found.add(value.buffer);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) buffersOf(part, found);
  return found;
};

const api = {
  layOut(input: LayoutInput): Omit<Layout, 'inputs'> {
    const { inputs: _, ...layout } = layOut(input);
    return transfer(layout, [...buffersOf(layout)] as ArrayBuffer[]);
  },
};

export type LayoutApi = typeof api;

expose(api);
