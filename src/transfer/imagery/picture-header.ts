/** What kind of picture bytes are, and how large it is, from its header alone: nothing is decoded. */

export interface PictureHeader {
  readonly mime: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/ktx2' | 'image/avif';
  /** Null where the header does not get that far. */
  readonly widthPx: number | null;
  readonly heightPx: number | null;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const isAt = (bytes: Uint8Array, at: number, text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
};

type Size = readonly [widthPx: number, heightPx: number] | null;

const pngSize = (bytes: Uint8Array): Size =>
  bytes.length >= 24 && isAt(bytes, 12, 'IHDR')
    ? [viewOf(bytes).getUint32(16), viewOf(bytes).getUint32(20)]
    : null;

/** Start-of-frame markers, of all compressions; not the tables C4, C8 and CC between them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const jpegSize = (bytes: Uint8Array): Size => {
  const view = viewOf(bytes);
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    // Fill bytes, and markers without a length.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (isFrame(marker)) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    else at += 2 + Math.max(view.getUint16(at + 2), 2);
  }
  return null;
};

const webpSize = (bytes: Uint8Array): Size => {
  if (bytes.length < 30) return null;
  const view = viewOf(bytes);
  const uint24 = (at: number): number => view.getUint16(at, true) + ((bytes[at + 2] as number) << 16);
  if (isAt(bytes, 12, 'VP8X')) return [uint24(24) + 1, uint24(27) + 1];
  if (isAt(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1];
  }
  if (isAt(bytes, 12, 'VP8 ') && bytes[23] === 0x9d)
    return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  return null;
};

const ktx2Size = (bytes: Uint8Array): Size =>
  bytes.length >= 28 ? [viewOf(bytes).getUint32(20, true), viewOf(bytes).getUint32(24, true)] : null;

/** Null for what is no picture of these kinds. */
export const readPictureHeader = (bytes: Uint8Array): PictureHeader | null => {
  const header = (mime: PictureHeader['mime'], size: Size): PictureHeader => ({
    mime,
    widthPx: size?.[0] ?? null,
    heightPx: size?.[1] ?? null,
  });
  if (isAt(bytes, 0, '\x89PNG\r\n\x1a\n')) return header('image/png', pngSize(bytes));
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return header('image/jpeg', jpegSize(bytes));
  if (isAt(bytes, 0, 'RIFF') && isAt(bytes, 8, 'WEBP')) return header('image/webp', webpSize(bytes));
  if (isAt(bytes, 0, '\xabKTX 20\xbb\r\n\x1a\n')) return header('image/ktx2', ktx2Size(bytes));
  if (isAt(bytes, 4, 'ftypavif')) return header('image/avif', null);
  return null;
};
