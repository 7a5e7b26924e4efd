/**
 * Which bytes a request asks for (RFC 9110, section 14): readers of tilesets, GeoTIFFs and other large files take the pieces that they
 * need. One range is answered; several at once are rare, and may be answered with the whole file.
 */

/**
 * @param {string | undefined} header of `Range`
 * @param {number} size of the file in bytes
 * @returns {{from: number, to: number} | 'outside' | null} `to` is the last byte; null where the whole file is the answer
 */
export function rangeOf(header, size) {
  const parts = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header?.trim() ?? '');
  if (!parts) return null;
  const [, first = '', last = ''] = parts;
  if (first === '') {
    // The last so many bytes; a range without any number is none.
    if (last === '') return null;
    const length = Number(last);
    return length === 0 || size === 0 ? 'outside' : { from: Math.max(0, size - length), to: size - 1 };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return null;
  if (from >= size) return 'outside';
  return { from, to: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}

/**
 * Whether the part that the asker has is of the file as it is now. Only a strong tag or the exact date that was given out will do.
 * @param {string | undefined} header of `If-Range`
 * @param {string} tag
 * @param {string} modified
 */
export const partStillFits = (header, tag, modified) =>
  header === undefined || header.trim() === tag || header.trim() === modified;
