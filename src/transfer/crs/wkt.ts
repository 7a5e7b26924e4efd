/** As much of WKT (1, 2 and Esri's) as is needed to find the horizontal system, its name and its code. proj4 reads the rest. */

export interface WktNode {
  /** `PROJCS`, in capitals. */
  readonly keyword: string;
  /** The whole text of the node. */
  readonly text: string;
  /** What is between its brackets, cut at its own commas. */
  readonly parts: readonly string[];
}

const SYSTEMS =
  /^(?:PROJCS|GEOGCS|GEOCCS|COMPD_CS|PROJCRS|PROJECTEDCRS|GEOGCRS|GEOGRAPHICCRS|GEODCRS|GEODETICCRS|COMPOUNDCRS|BOUNDCRS)$/;
const WRAPPERS = /^(?:COMPD_CS|COMPOUNDCRS|BOUNDCRS)$/;
/** A text that is longer describes something else. */
const LONGEST_TEXT = 100_000;

/** One node of the form `KEYWORD[…]` or `KEYWORD(…)`; null where the brackets do not close. */
const nodeOf = (text: string): WktNode | null => {
  const head = /^\s*([A-Za-z_]+)\s*[[(]/.exec(text);
  if (!head) return null;
  const parts: string[] = [];
  let depth = 1;
  let quoted = false;
  let from = head[0].length;
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (c === '"') quoted = !quoted;
    if (quoted) continue;
    if (c === '[' || c === '(') depth++;
    else if (c === ']' || c === ')') depth--;
    if (depth === 0 || (depth === 1 && c === ',')) {
      parts.push(text.slice(from, i).trim());
      from = i + 1;
    }
    if (depth === 0)
      return { keyword: (head[1] as string).toUpperCase(), text: text.slice(0, i + 1).trim(), parts };
  }
  return null;
};

const unquote = (text: string | undefined): string => (text ?? '').replace(/^"|"$/g, '');

export const looksLikeWkt = (text: string): boolean =>
  text.length <= LONGEST_TEXT &&
  SYSTEMS.test((/^\s*([A-Za-z_0-9]+)\s*[[(]/.exec(text)?.[1] ?? '').toUpperCase());

/** The EPSG code that a node says it has, at its own level: `AUTHORITY["EPSG","4326"]`, `ID["EPSG",4326]`. */
export const wktCode = (node: WktNode): number | null => {
  for (const part of node.parts) {
    const said = /^(?:AUTHORITY|ID)\s*[[(]\s*"EPSG"\s*,\s*"?(\d+)"?/i.exec(part);
    if (said) return Number(said[1]);
  }
  return null;
};

export const wktName = (node: WktNode): string => unquote(node.parts[0]);

export interface Horizontal {
  readonly node: WktNode;
  /** Code or name of the heights, where the text has some. */
  readonly vertical: string | null;
  /** The code of both together. */
  readonly compound: number | null;
}

/** The node that places things on the ground: of a compound or bound system the one inside. Null where there is none. */
export const horizontalNode = (text: string): Horizontal | null => {
  let node = nodeOf(text);
  const compound = node && WRAPPERS.test(node.keyword) ? wktCode(node) : null;
  let vertical: string | null = null;
  for (let depth = 0; node && WRAPPERS.test(node.keyword); depth++) {
    if (depth > 4) return null;
    const inner: WktNode[] = node.parts
      .map((part) => nodeOf(part.replace(/^SOURCECRS\s*[[(]/i, '')))
      .filter((one) => one !== null);
    const up = inner.find((one) => one.keyword.startsWith('VERT'));
    if (up) {
      const code = wktCode(up);
      vertical = code === null ? wktName(up) : `EPSG:${code}`;
    }
    node = inner.find((one) => SYSTEMS.test(one.keyword)) ?? null;
  }
  return node && SYSTEMS.test(node.keyword) ? { node, vertical, compound } : null;
};
