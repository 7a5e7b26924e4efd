/** Lays out the scene beside the page's thread. The arrays are handed over, not copied. */
import { expose, transfer } from 'comlink';
import { buffersOf, type LayoutInput, layOutToSend, type SentLayout } from './lay-out.ts';

const api = {
  layOut(input: LayoutInput): SentLayout {
    const layout = layOutToSend(input);
    return transfer(layout, buffersOf(layout));
  },
};

export type LayoutApi = typeof api;

expose(api);
