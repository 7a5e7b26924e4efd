import { describe, expect, it } from 'vitest';
import { createBuffer } from './buffer.ts';

/** A canvas whose browser gives at most so many pixels and keeps quiet about it. */
const renderer = (width: number, height: number, cap: number) => {
  let ratio = 1;
  const canvas = { width, height };
  const given = (): number => Math.min(1, Math.sqrt(cap / (canvas.width * canvas.height)));
  return {
    getPixelRatio: () => ratio,
    setPixelRatio: (next: number) => {
      ratio = next;
      canvas.width = Math.floor(width * next);
      canvas.height = Math.floor(height * next);
    },
    domElement: canvas,
    getContext: () => ({
      isContextLost: () => false,
      drawingBufferWidth: Math.floor(canvas.width * given()),
      drawingBufferHeight: Math.floor(canvas.height * given()),
    }),
  };
};
const bufferOf = (gl: ReturnType<typeof renderer>) =>
  createBuffer(gl as unknown as Parameters<typeof createBuffer>[0]);

describe('the drawing buffer', () => {
  it('is left alone where it is given whole', () => {
    const gl = renderer(7680, 2160, 33_177_600);
    bufferOf(gl).setRatio(1);
    expect(gl.getPixelRatio()).toBe(1);
  });

  it('is asked for smaller where it was cut silently', () => {
    const gl = renderer(15_360, 4320, 33_177_600);
    const buffer = bufferOf(gl);
    buffer.setRatio(1);
    expect(gl.domElement.width * gl.domElement.height).toBeLessThanOrEqual(33_177_600);
    expect(gl.domElement.width * gl.domElement.height).toBeGreaterThan(28_000_000);
    const { buffer: got, wanted } = buffer.figures();
    expect(got).toEqual(wanted);
  });
});
