/** The root of a JSON text by its first pages and its last: which members it has and of what type it says it is. */

export interface RootSketch {
  /** Values of `type` at the root; of the first element where the root is an array. */
  readonly types: readonly string[];
  readonly keys: ReadonlySet<string>;
  readonly isArray: boolean;
  /** Another value follows behind the first, or a record separator stands before it. */
  readonly isSequence: boolean;
}

/** Stands before each record of RFC 8142. */
const SEPARATOR = '\u001e';

const STRING = /"(?:[^"\\]|\\.)*"/y;
const MEMBER = /"((?:[^"\\]|\\.)*)"\s*:\s*/y;
const OTHER = /[^"{}[\]]+/y;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Members of the object that begins at `at`, as far as the text goes; `end` is behind it, or -1. */
const membersAt = (text: string, from: number): { keys: Set<string>; type: string | null; end: number } => {
  const keys = new Set<string>();
  let type: string | null = null;
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const c = text[at];
    if (c === '{' || c === '[') {
      depth++;
      at++;
    } else if (c === '}' || c === ']') {
      depth--;
      at++;
      if (depth === 0) return { keys, type, end: at };
    } else if (c === '"') {
      const member = depth === 1 ? matchAt(MEMBER, text, at) : null;
      if (member !== null) {
        keys.add(member[1] ?? '');
        at += member[0].length;
        const value = member[1] === 'type' ? matchAt(STRING, text, at) : null;
        if (value !== null) {
          type = value[0].slice(1, -1);
          at += value[0].length;
        }
      } else {
        const string = matchAt(STRING, text, at);
        if (string === null) break;
        at += string[0].length;
      }
    } else at += matchAt(OTHER, text, at)?.[0].length ?? 1;
  }
  return { keys, type, end: -1 };
};

/** `tail`: the last page, where the head is not the whole text. Null where the text is neither object nor array. */
export const sketchRoot = (head: string, tail: string): RootSketch | null => {
  const isSeparated = head.trimStart().startsWith(SEPARATOR);
  const start = isSeparated
    ? head.length - head.slice(head.indexOf(SEPARATOR) + 1).trimStart().length
    : head.length - head.trimStart().length;
  const first = head[start];
  if (first === '[') {
    const element = head.slice(start + 1).search(/\S/);
    const at = start + 1 + element;
    if (element < 0 || head[at] !== '{')
      return { types: [], keys: new Set(), isArray: true, isSequence: false };
    const { type, keys } = membersAt(head, at);
    return { types: type === null ? [] : [type], keys, isArray: true, isSequence: false };
  }
  if (first !== '{') return null;
  const { keys, type, end } = membersAt(head, start);
  const types = type === null ? [] : [type];
  // Writers that sort their members put `type` behind the features.
  if (type === null && end < 0)
    for (const match of tail.matchAll(/[\]}]\s*,\s*"type"\s*:\s*"([^"\\]*)"\s*[,}]/g))
      types.push(match[1] ?? '');
  const follows = end < 0 ? '' : (head.slice(end).trimStart()[0] ?? '');
  const isFollowed = ['{', '[', SEPARATOR].includes(follows);
  return { types: types.slice(-1), keys, isArray: false, isSequence: isSeparated || isFollowed };
};
