/** 统一社会信用代码, GB 32100: 18 signs of an alphabet without I, O, S, V, Z; the first two say who registered what. */
import type { Organisation } from '../records/index.ts';
import { ok, type Reason, type Result, reasonOf, refuse } from '../reasons.ts';
import { compact } from '../text.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const REGISTRARS = '123456789ANY';

export type CreditCodeCategory = 'government' | 'institution' | 'society' | 'company' | 'soleTrader';

const CATEGORIES: Readonly<Record<string, CreditCodeCategory>> = {
  '11': 'government',
  '12': 'institution',
  '51': 'society',
  '52': 'society',
  '53': 'society',
  '91': 'company',
  '92': 'soleTrader',
};

/** What the first two signs say; null for prefixes the community does not tell apart. */
export const creditCodeCategory = (code: string): CreditCodeCategory | null =>
  CATEGORIES[code.slice(0, 2)] ?? null;

/** Which categories each kind of organisation can be registered as. */
const FITTING: Readonly<Record<Organisation['kind'], readonly CreditCodeCategory[]>> = {
  government: ['government'],
  institution: ['institution'],
  company: ['company'],
  soleTrader: ['soleTrader'],
  newEconomic: ['company', 'soleTrader'],
  newSocial: ['society'],
  society: ['society'],
};

/** The check sign of the first 17 signs. */
export const creditCodeCheckSign = (first17: string): string => {
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i++) {
    sum += ALPHABET.indexOf(first17[i] ?? '') * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
};

const because = (code: string, zh: string, en: string): Reason => reasonOf(`creditCode.${code}`, zh, en);

export const checkCreditCode = (text: string): Result<string> => {
  const code = compact(text).toUpperCase();
  if (/^\d(\.\d+)?E\+\d{1,2}$/.test(code))
    return refuse(
      because(
        'scientific',
        `信用代码“${code}”被表格软件改成了科学计数法，请按证照重新录入。`,
        `The credit code “${code}” was turned into scientific notation by a spreadsheet; enter it again from the licence.`,
      ),
    );
  if (code.length !== 18)
    return refuse(
      because(
        'length',
        `信用代码“${code}”有 ${code.length} 位，应为 18 位。`,
        `The credit code “${code}” has ${code.length} characters; it needs 18.`,
      ),
    );
  const strange = [...code].find((sign) => !ALPHABET.includes(sign));
  if (strange !== undefined)
    return refuse(
      because(
        'signs',
        `信用代码“${code}”含有“${strange}”，只能用数字和除 I、O、S、V、Z 以外的大写字母。`,
        `The credit code “${code}” contains “${strange}”; only digits and capitals other than I, O, S, V and Z occur.`,
      ),
    );
  if (!REGISTRARS.includes(code[0] ?? ''))
    return refuse(
      because(
        'prefix',
        `信用代码“${code}”以“${code[0]}”开头，没有这样的登记管理部门，请核对第 1 位。`,
        `The credit code “${code}” begins with “${code[0]}”, which no registrar uses; compare the first character with the licence.`,
      ),
    );
  const expected = creditCodeCheckSign(code.slice(0, 17));
  if (expected !== code[17])
    return refuse(
      because(
        'checksum',
        `信用代码“${code}”的校验码不符：末位是 ${code[17]}，按前 17 位应为 ${expected}，请逐位核对。`,
        `The check character of the credit code “${code}” does not fit: it ends with ${code[17]}, the first 17 call for ${expected}; compare every character.`,
      ),
    );
  return ok(code);
};

/** Whether the code's prefix fits the kind of organisation. Prefixes outside the known categories fit every kind. */
export const checkCreditCodeKind = (code: string, kind: Organisation['kind']): Reason[] => {
  const category = creditCodeCategory(code);
  if (category === null || FITTING[kind].includes(category)) return [];
  return [
    because(
      'kind',
      `信用代码以 ${code.slice(0, 2)} 开头，与所选的单位类别不符，请核对代码或类别。`,
      `The credit code begins with ${code.slice(0, 2)}, which does not fit the kind chosen; check the code or the kind.`,
    ),
  ];
};
