/** One object of a file that cannot be used: thrown where it is found, told by whoever knows its place, and the rest is read on. */
import type { Problems } from '../problem.ts';

export class Unusable extends Error {
  readonly code: string;
  readonly zh: string;
  constructor(code: string, zh: string, en: string) {
    super(en);
    this.name = 'Unusable';
    this.code = code;
    this.zh = zh;
  }
}

/** What `work` gives, or null and a problem at `where`. Other errors are passed on. */
export const orProblem = async <T>(
  problems: Problems,
  where: string,
  work: () => Promise<T> | T,
): Promise<T | null> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    problems.add(error.code, 'error', where, () => [error.zh, error.message]);
    return null;
  }
};

const MEGABYTE = 1_000_000;

/**
 * How much memory a reading may take: a model that unfolds itself (a mesh placed ten thousand times, a count that lies) must not
 * take the page with it. Six times the files and 200 MB.
 */
export class Budget {
  readonly limit: number;
  private used = 0;
  constructor(fileBytes: number) {
    this.limit = 6 * fileBytes + 200 * MEGABYTE;
  }
  /** Bytes of a file that was read in addition raise the limit. */
  private extra = 0;
  allow(fileBytes: number): void {
    this.extra += 6 * fileBytes;
  }
  take(bytes: number): void {
    if (!(bytes >= 0) || this.used + bytes > this.limit + this.extra) {
      const megabytes = Math.round((this.limit + this.extra) / MEGABYTE);
      throw new Unusable(
        'gltf.tooLarge',
        `展开后所需内存超过 ${megabytes} MB 的上限，此部分略去。请在建模软件中减面或分块导出。`,
        `Unfolded it takes more than the limit of ${megabytes} MB, so this part is left out. Reduce it or export it in pieces.`,
      );
    }
    this.used += bytes;
  }
  give(bytes: number): void {
    this.used -= bytes;
  }
}
