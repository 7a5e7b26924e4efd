/** Yes and no in all the ways in which people tick a box. */
import { ok, type Result, reasonOf, refuse } from '../../../domain/reasons.ts';
import { normaliseWord } from './text.ts';

const YES = new Set('是|有|√|✓|✔|☑|■|●|对|y|yes|true|1|t|已|已办|已办理|享受|符合|v|ok'.split('|'));
const NO = new Set('否|无|没有|×|✗|✘|☒|□|○|不|不是|未|n|no|false|0|f|未办|未办理|不享受|x|-|/|—'.split('|'));

export const readYesNo = (text: string): Result<boolean> => {
  const word = normaliseWord(text);
  if (YES.has(word)) return ok(true);
  if (NO.has(word)) return ok(false);
  return refuse(
    reasonOf(
      'yesNo.form',
      `“${text}”看不出是或否，请填“是”或“否”。`,
      `“${text}” says neither yes nor no; write one of the two.`,
    ),
  );
};
