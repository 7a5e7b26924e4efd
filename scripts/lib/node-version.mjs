/** Refuses a Node that is too old before anything else fails in a less clear way. */
import process from 'node:process';
import { SetUpError } from './say.mjs';

const NEEDED = [20, 19];

/** @param {string} version as `process.versions.node` gives it */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > (NEEDED[0] ?? 0) || (major === NEEDED[0] && minor >= (NEEDED[1] ?? 0));
}

export function checkNode() {
  if (isNodeNewEnough(process.versions.node)) return;
  throw new SetUpError(
    `Linli needs Node ${NEEDED.join('.')} or newer, and this is ${process.versions.node}: install a newer Node.`,
    `邻里需要 Node ${NEEDED.join('.')} 或更高版本，当前为 ${process.versions.node}，请升级 Node。`,
  );
}
