/** A whole KTX2 file of Basis Universal, written bit by bit: no package at hand encodes one. */

/** A block of UASTC in one colour: mode 8, four bytes, and what ETC1 makes of them. Bits from the lowest. */
const solidBlock = (r: number, g: number, b: number): Uint8Array => {
  const fields: readonly (readonly [value: number, bits: number])[] = [
    [0x17, 5],
    [r, 8],
    [g, 8],
    [b, 8],
    [255, 8],
    // One base colour of five bits a channel; its table and the middle selector.
    [1, 1],
    [0, 3],
    [0, 2],
    [r >> 3, 5],
    [g >> 3, 5],
    [b >> 3, 5],
  ];
  let bits = 0n;
  let at = 0n;
  for (const [value, count] of fields) {
    bits |= BigInt(value) << at;
    at += BigInt(count);
  }
  return Uint8Array.from({ length: 16 }, (_, i) => Number((bits >> BigInt(8 * i)) & 255n));
};

/** A KTX2 file of 4 × 4 texels: header, one level, its data format descriptor, the block. */
export const greenKtx2 = (): Uint8Array => {
  const [dfdOffset, dfdBytes, dataOffset] = [104, 44, 160];
  const bytes = new Uint8Array(dataOffset + 16);
  const view = new DataView(bytes.buffer);
  bytes.set([0xab, 0x4b, 0x54, 0x58, 0x20, 0x32, 0x30, 0xbb, 0x0d, 0x0a, 0x1a, 0x0a]);
  // Format 0 (Basis), type size, width, height, depth, layers, faces, levels, no supercompression.
  [0, 1, 4, 4, 0, 0, 1, 1, 0].forEach((value, i) => view.setUint32(12 + 4 * i, value, true));
  [dfdOffset, dfdBytes, 0, 0].forEach((value, i) => view.setUint32(48 + 4 * i, value, true));
  [dataOffset, 16, 16].forEach((value, i) => view.setBigUint64(80 + 8 * i, BigInt(value), true));
  view.setUint32(dfdOffset, dfdBytes, true);
  view.setUint32(dfdOffset + 8, 2 | (40 << 16), true);
  // Colour model UASTC, BT.709, sRGB; blocks of 4 × 4 in 16 bytes; one sample of 128 bits.
  bytes.set([166, 1, 2, 0, 3, 3, 0, 0, 16], dfdOffset + 12);
  bytes.set([0, 0, 127, 0], dfdOffset + 28);
  view.setUint32(dfdOffset + 40, 0xffff_ffff, true);
  bytes.set(solidBlock(0, 255, 0), dataOffset);
  return bytes;
};
