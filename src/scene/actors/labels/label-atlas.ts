/** Texts drawn once into one picture, at the density of the screen. Every label is a piece of it. */
import { CanvasTexture, LinearFilter, NoColorSpace } from 'three';
import { type Packed, packShelves } from '../../../geometry/shelf-pack.ts';
import type { LabelStyle } from './label-styles.ts';

export interface LabelText {
  readonly text: string;
  /** Second line, in the style's small letters. */
  readonly note?: string;
  readonly style: LabelStyle;
}
export interface LabelAtlas {
  readonly texture: CanvasTexture;
  /** Of every text: width and height in CSS pixels (0 when left out), and its place in the picture, 0…1. */
  readonly width: Float32Array;
  readonly height: Float32Array;
  readonly uv: Float32Array;
  dispose(): void;
}

const PADDING = 3;
const PLATE = { x: 8, y: 4, radius: 6 } as const;
const NOTE_GAP = 1;
const LARGEST = 4096;

const fontOf = (size: number, weight: number, family: string): string => `${weight} ${size}px ${family}`;

interface Measured {
  readonly width: number;
  readonly height: number;
}

const measure = (
  context: CanvasRenderingContext2D,
  { text, note, style }: LabelText,
  family: string,
): Measured => {
  context.font = fontOf(style.size, style.weight, family);
  context.letterSpacing = `${style.spacing ?? 0}px`;
  let width = context.measureText(text).width;
  let height = style.size * 1.3;
  if (note && style.small) {
    context.font = fontOf(style.small.size, style.small.weight, family);
    width = Math.max(width, context.measureText(note).width);
    height += style.small.size * 1.3 + NOTE_GAP;
  }
  const around = style.plate ? PLATE : { x: style.haloWidth, y: style.haloWidth * 0.6 };
  return { width: Math.ceil(width + 2 * around.x), height: Math.ceil(height + 2 * around.y) };
};

const draw = (
  context: CanvasRenderingContext2D,
  { text, note, style }: LabelText,
  { width, height }: Measured,
  family: string,
): void => {
  if (style.plate) {
    context.beginPath();
    context.roundRect(0.5, 0.5, width - 1, height - 1, PLATE.radius);
    context.fillStyle = style.plate;
    context.fill();
    if (style.plateLine) {
      context.strokeStyle = style.plateLine;
      context.lineWidth = 1;
      context.stroke();
    }
  }
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const line = (content: string, y: number, size: number, weight: number, ink: string): void => {
    context.font = fontOf(size, weight, family);
    context.letterSpacing = `${style.spacing ?? 0}px`;
    const x = width / 2 + (style.spacing ?? 0) / 2;
    if (style.haloWidth > 0) {
      context.strokeStyle = style.halo;
      context.lineWidth = style.haloWidth * 2;
      context.strokeText(content, x, y);
    }
    context.fillStyle = ink;
    context.fillText(content, x, y);
  };
  const top = style.plate ? PLATE.y : style.haloWidth * 0.6;
  line(text, top + style.size * 0.68, style.size, style.weight, style.ink);
  if (note && style.small)
    line(
      note,
      top + style.size * 1.3 + NOTE_GAP + style.small.size * 0.62,
      style.small.size,
      style.small.weight,
      style.small.ink,
    );
};

/** Makes sure that the letters are there before they are drawn: the bundled slices load on demand. */
export const loadLetters = async (texts: readonly LabelText[], family: string): Promise<void> => {
  const letters = [...new Set(texts.flatMap(({ text, note }) => [...text, ...(note ?? '')]))].join('');
  const weights = [
    ...new Set(texts.flatMap(({ style }) => [style.weight, style.small?.weight ?? style.weight])),
  ];
  await Promise.allSettled(weights.map((weight) => document.fonts.load(fontOf(14, weight, family), letters)));
};

export const createLabelAtlas = (
  texts: readonly LabelText[],
  family: string,
  density: number,
): LabelAtlas => {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  const sizes = texts.map((text) => measure(context, text, family));
  const boxes = sizes.map(({ width, height }) => ({
    width: Math.ceil(width * density) + 2 * PADDING,
    height: Math.ceil(height * density) + 2 * PADDING,
  }));
  const { size, x, y }: Packed = packShelves(boxes, LARGEST);
  canvas.width = size;
  canvas.height = size;
  const width = new Float32Array(texts.length);
  const height = new Float32Array(texts.length);
  const uv = new Float32Array(texts.length * 4);
  texts.forEach((text, i) => {
    const left = x[i] as number;
    if (left < 0) return;
    const top = y[i] as number;
    const measured = sizes[i] as Measured;
    context.setTransform(density, 0, 0, density, left + PADDING, top + PADDING);
    draw(context, text, measured, family);
    width[i] = measured.width;
    height[i] = measured.height;
    const w = measured.width * density;
    const h = measured.height * density;
    uv.set(
      [
        (left + PADDING) / size,
        1 - (top + PADDING + h) / size,
        (left + PADDING + w) / size,
        1 - (top + PADDING) / size,
      ],
      i * 4,
    );
  });
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = NoColorSpace;
  texture.premultiplyAlpha = true;
  texture.generateMipmaps = false;
  texture.minFilter = LinearFilter;
  texture.magFilter = LinearFilter;
  return { texture, width, height, uv, dispose: () => texture.dispose() };
};
