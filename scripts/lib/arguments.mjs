/** Reads the few command line options of the scripts. */
import { SetUpError } from './say.mjs';

/**
 * @param {string[]} args
 * @param {{flags?: string[], values?: string[], file?: string}} known names without the two dashes; `file`: the name under which one
 *   argument without dashes is given
 * @returns {Record<string, string | true>}
 */
export function readArguments(args, { flags = [], values = [], file }) {
  /** @type {Record<string, string | true>} */
  const result = {};
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (file !== undefined && !arg.startsWith('--') && result[file] === undefined) {
      result[file] = arg;
      continue;
    }
    const [name = '', inline] = arg.replace(/^--/, '').split('=', 2);
    if (flags.includes(name)) result[name] = true;
    else if (values.includes(name)) {
      const value = inline ?? args[++index];
      if (value === undefined)
        throw new SetUpError(`The option --${name} needs a value.`, `选项 --${name} 需要一个值。`);
      result[name] = value;
    } else {
      const all = [...flags, ...values.map((value) => `${value} …`)].map((text) => `--${text}`).join(', ');
      throw new SetUpError(
        `Unknown option “${args[index]}”; known: ${all}.`,
        `未知选项“${args[index]}”，可用：${all}。`,
      );
    }
  }
  return result;
}

/** @param {string} text */
export function readPort(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new SetUpError(
    `“${text}” is no port: give a number from 0 to 65535.`,
    `“${text}”不是端口号，请输入 0 到 65535 的整数。`,
  );
}
