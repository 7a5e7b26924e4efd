/** What the set-up scripts say: one sentence, in English and in Chinese. */
import process from 'node:process';

/** A failure that the user can do something about; shown as its sentence, without a stack. */
export class SetUpError extends Error {
  /**
   * @param {string} en
   * @param {string} zh
   */
  constructor(en, zh) {
    super(`${en} / ${zh}`);
    this.name = 'SetUpError';
  }
}

/**
 * @param {string} en
 * @param {string} zh
 */
export const say = (en, zh) => console.log(`${en} / ${zh}`);

/**
 * Runs a script's main function and turns what it throws into one sentence and exit code 1.
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    const text = error instanceof SetUpError ? error.message : describe(error);
    console.error(`Linli: ${text}`);
    process.exitCode = 1;
  }
}

/** @param {unknown} error */
function describe(error) {
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return `An unexpected fault stopped the script: ${reason} / 脚本因意外错误停止：${reason}`;
}
