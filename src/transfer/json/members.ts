/** What JSON.parse keeps silent about: keys named twice, of which it keeps the last, and keys that reach for an object's prototype. */

export interface MemberCount {
  readonly count: number;
  readonly proto: boolean;
}

/** How many members a parsed value has, nested ones included. The scanner counted those in the text: fewer here means one was lost. */
export const countMembers = (value: unknown): MemberCount => {
  let count = 0;
  let proto = false;
  const visit = (v: unknown): void => {
    if (typeof v !== 'object' || v === null) return;
    if (Array.isArray(v)) {
      for (let i = 0; i < v.length; i++) {
        const item: unknown = v[i];
        if (typeof item === 'object') visit(item);
      }
      return;
    }
    const object = v as Record<string, unknown>;
    for (const key in object) {
      count++;
      if (key === '__proto__') proto = true;
      const member = object[key];
      if (typeof member === 'object') visit(member);
    }
  };
  visit(value);
  return { count, proto };
};
