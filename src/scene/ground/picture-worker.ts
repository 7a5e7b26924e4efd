/** Decodes a picture of the ground beside the page's thread, no larger than the graphics card takes it. */
import { expose, transfer } from 'comlink';

const api = {
  async decode(blob: Blob, longestSidePx: number): Promise<ImageBitmap> {
    // As the file has them: the shader multiplies by alpha itself.
    const options = { premultiplyAlpha: 'none', colorSpaceConversion: 'none' } as const;
    const whole = await createImageBitmap(blob, options);
    const factor = longestSidePx / Math.max(whole.width, whole.height);
    if (factor >= 1) return transfer(whole, [whole]);
    const fitted = await createImageBitmap(whole, {
      ...options,
      resizeWidth: Math.max(1, Math.round(whole.width * factor)),
      resizeHeight: Math.max(1, Math.round(whole.height * factor)),
      resizeQuality: 'high',
    });
    whole.close();
    return transfer(fitted, [fitted]);
  },
};

export type PictureApi = typeof api;

expose(api);
