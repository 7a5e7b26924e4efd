/** What is wrong with a file: a stable code, how bad it is, the place in the file and a sentence in both languages. */

/**
 * `error`: something of the file cannot be used (one object, one row, or all of it). `warning`: it is used, but a person should
 * look. `note`: something was left out or set right that nobody needs to look at.
 */
export type Severity = 'error' | 'warning' | 'note';

export interface Problem {
  /** Dotted, stable, the reader's name first: `geojson.ring.selfIntersects`. */
  readonly code: string;
  readonly severity: Severity;
  /** The place as its maker would look for it: `features[12]`, `line 34, column 5`, `CityObjects["b1"]`, `row 12, 身份证号`. */
  readonly where: string;
  readonly zh: string;
  readonly en: string;
}

/** Problems of one kind that are told one by one; the rest are counted. */
const TOLD_OF_A_KIND = 200;

/**
 * Collects problems, in the order found. A file of a million bad rows must not fill the memory with sentences: of each code the first
 * 200 are kept, and `counts` knows how many there were.
 */
export class Problems {
  readonly list: Problem[] = [];
  readonly counts = new Map<string, number>();

  /** The sentences are only made where they will be kept. */
  add(
    code: string,
    severity: Severity,
    where: string,
    sentence: () => readonly [zh: string, en: string],
  ): void {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    if (count > TOLD_OF_A_KIND) return;
    const [zh, en] = sentence();
    this.list.push({ code, severity, where, zh, en });
  }

  /** Everything, with one closing note for each code of which not every problem is told. */
  all(): Problem[] {
    const rest = [...this.counts].filter(([, count]) => count > TOLD_OF_A_KIND);
    return [
      ...this.list,
      ...rest.map(([code, count]): Problem => {
        const left = count - TOLD_OF_A_KIND;
        const severity = this.list.find((problem) => problem.code === code)?.severity ?? 'note';
        return {
          code,
          severity,
          where: '',
          zh: `还有 ${left} 处同样的问题。`,
          en: `${left} more of the same kind.`,
        };
      }),
    ];
  }
}

/** The whole file is refused: thrown by readers, shown as it is. Nothing of the file is used. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(code: string, where: string, zh: string, en: string) {
    super(en);
    this.name = 'Refused';
    this.problem = { code, severity: 'error', where, zh, en };
  }
}
