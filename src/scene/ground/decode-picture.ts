/** Asks a worker to decode a picture; the worker, and what decoding took of memory, end with the answer. */
import { wrap } from 'comlink';
import type { PictureApi } from './picture-worker.ts';

export const decodePicture = async (blob: Blob, longestSidePx: number): Promise<ImageBitmap> => {
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), {
    type: 'module',
    name: 'picture',
  });
  try {
    const failed = new Promise<never>((_resolve, reject) => {
      worker.addEventListener('error', (event) => reject(new Error(event.message || 'picture worker')));
    });
    return await Promise.race([wrap<PictureApi>(worker).decode(blob, longestSidePx), failed]);
  } finally {
    worker.terminate();
  }
};
