/** Lays out the scene beside the page's thread. The arrays are handed over, not copied. */
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
  layOut(input: LayoutInput): Layout {
    const layout = layOut(input);
    return transfer(layout, [...buffersOf(layout)] as ArrayBuffer[]);
  },
};

export type LayoutApi = typeof api;

expose(api);
