/** Where a URI of a file leads, without ever leaving the folder that was given: nothing is fetched from outside. */

export type Resolved =
  | { readonly kind: 'file'; readonly path: string }
  /** An address of another machine, or an absolute path of this one. */
  | { readonly kind: 'outside' }
  /** More `..` than there are folders. */
  | { readonly kind: 'above' };

const decoded = (uri: string): string => {
  try {
    return decodeURIComponent(uri);
  } catch {
    // A lone % is taken as it stands.
    return uri;
  }
};

/**
 * The path of `uri` as written in the file `base` (its own path within the given folder, such as `sub/tileset.json`), without
 * query and fragment. `mayLeave`: how many folders above the given one may be asked for.
 */
export const resolveUri = (uri: string, base = '', mayLeave = 0): Resolved => {
  const bare = uri.replace(/[?#].*$/s, '').replaceAll('\\', '/');
  if (/^[a-z][a-z0-9+.-]*:/i.test(bare) || bare.startsWith('/')) return { kind: 'outside' };
  const path = base.split('/').slice(0, -1);
  let above = 0;
  for (const part of decoded(bare).replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') path.push(part);
    else if (path.length > 0 && path.at(-1) !== '..') path.pop();
    else {
      above++;
      path.push('..');
    }
  }
  if (above > mayLeave) return { kind: 'above' };
  return { kind: 'file', path: path.join('/') };
};
