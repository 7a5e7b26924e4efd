/** Names of all bodies of the Party's tree, by id. */
import type { PartyNode } from '../../storage/index.ts';

export const branchNamesIn = (nodes: readonly PartyNode[]): Map<string, string> => {
  const names = new Map<string, string>();
  const walk = ({ body, children }: PartyNode): void => {
    names.set(body.id, body.name);
    children.forEach(walk);
  };
  nodes.forEach(walk);
  return names;
};
