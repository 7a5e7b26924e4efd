/**
 * What is wrong with a text that JSON.parse refused, and where: engines word it differently and none in Chinese. Only used on broken
 * pieces, so it may be slow; it does not recurse.
 */

export type JsonFault =
  | { readonly kind: 'end' | 'value' | 'comma' | 'colon' | 'key' | 'bracket' | 'text'; readonly at: number }
  | { readonly kind: 'word' | 'number' | 'duplicate'; readonly at: number; readonly word: string };

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /(?:true|false|null)(?![\w$])/y;
const ANY_WORD = /[-+.\w$\u0080-\uffff]+/y;
// oxlint-disable-next-line no-control-regex -- control characters are what JSON forbids in strings
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

const matchAt = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};

interface Open {
  readonly isObject: boolean;
  readonly keys: Set<string>;
}

/** Null where the text is JSON and no key is named twice. */
export const findFault = (text: string): JsonFault | null => {
  const open: Open[] = [];
  let at = 0;
  const skip = (): void => {
    at += (matchAt(SPACE, text, at) ?? '').length;
  };
  const badString = (): JsonFault => {
    let i = at + 1;
    for (; i < text.length; i++) {
      const c = text[i] as string;
      if (c === '"') break;
      if (c === '\\') {
        if (!/^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(i, i + 6))) break;
        i++;
      } else if (c < ' ') break;
    }
    return i >= text.length ? { kind: 'end', at: text.length } : { kind: 'text', at: i };
  };
  /** A member's key and colon; null where all is well. */
  const key = (): JsonFault | null => {
    if (at >= text.length) return { kind: 'end', at };
    if (text[at] !== '"') return { kind: 'key', at };
    const raw = matchAt(STRING, text, at);
    if (raw === null) return badString();
    const name = JSON.parse(raw) as string;
    const keys = (open[open.length - 1] as Open).keys;
    if (keys.has(name)) return { kind: 'duplicate', at, word: name };
    keys.add(name);
    at += raw.length;
    skip();
    if (at >= text.length) return { kind: 'end', at };
    if (text[at] !== ':') return { kind: 'colon', at };
    at++;
    skip();
    return null;
  };
  skip();
  for (;;) {
    // A value.
    const c = text[at];
    let isClosed = true;
    if (c === undefined) return { kind: 'end', at };
    if (c === '{' || c === '[') {
      at++;
      open.push({ isObject: c === '{', keys: new Set() });
      skip();
      if (text[at] === (c === '{' ? '}' : ']')) {
        at++;
        open.pop();
      } else {
        isClosed = false;
        const fault = c === '{' ? key() : null;
        if (fault !== null) return fault;
      }
    } else if (c === '"') {
      const raw = matchAt(STRING, text, at);
      if (raw === null) return badString();
      at += raw.length;
    } else {
      const known = matchAt(WORD, text, at) ?? matchAt(NUMBER, text, at);
      const word = matchAt(ANY_WORD, text, at);
      if (known === null || known !== word) {
        if (word === null) return { kind: 'value', at };
        return { kind: /^[-+.]?\d/.test(word) ? 'number' : 'word', at, word: word.slice(0, 40) };
      }
      at += known.length;
    }
    if (!isClosed) continue;
    // What follows it.
    for (;;) {
      skip();
      const inside = open[open.length - 1];
      if (inside === undefined) return at < text.length ? { kind: 'bracket', at } : null;
      const next = text[at];
      if (next === undefined) return { kind: 'end', at };
      if (next === ',') {
        at++;
        skip();
        const fault = inside.isObject ? key() : null;
        if (fault !== null) return fault;
        break;
      }
      if (next === '}' || next === ']') {
        if ((next === '}') !== inside.isObject) return { kind: 'bracket', at };
        at++;
        open.pop();
        continue;
      }
      return { kind: 'comma', at };
    }
  }
};

/** Begins with a capital and has no full stop: it becomes part of a sentence. */
export const describeFault = (fault: JsonFault): readonly [zh: string, en: string] => {
  switch (fault.kind) {
    case 'end':
      return ['内容到这里突然结束', 'it ends here in the middle'];
    case 'value':
      return ['这里应当有一个值', 'a value is missing here'];
    case 'comma':
      return ['这里缺少逗号或括号', 'a comma or bracket is missing here'];
    case 'colon':
      return ['这里缺少冒号', 'a colon is missing here'];
    case 'key':
      return ['这里应当是带双引号的名称', 'a name in double quotes is missing here'];
    case 'bracket':
      return ['括号不成对', 'brackets do not match'];
    case 'text':
      return ['文字里有不允许的字符或转义', 'a text holds a character or escape that is not allowed'];
    case 'word':
      return [`“${fault.word}”不是 JSON 的值`, `“${fault.word}” is no JSON value`];
    case 'number':
      return [`“${fault.word}”不是正确的数字`, `“${fault.word}” is no proper number`];
    case 'duplicate':
      return [`名称“${fault.word}”出现了两次`, `the name “${fault.word}” occurs twice`];
  }
};
