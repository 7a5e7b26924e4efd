/** Telephone numbers: mobiles of 11 digits, land lines with their area code. */
import { ok, type Result, reasonOf, refuse } from '../reasons.ts';
import { compact } from '../text.ts';

const MOBILE = /^1[3-9]\d{9}$/;
const LAND_LINE = /^0\d{2,3}-?\d{7,8}$/;
/** Numbers that everybody may call: 12345, 96333, 110, 400-xxx-xxxx. */
const PUBLIC = /^(1[12]\d|1[02]\d{3}|9\d{4,5}|400-?\d{3}-?\d{4})$/;

export const isMobile = (text: string): boolean => MOBILE.test(text);

/** Brings "+86 138-1234-5678" and "０９３４ 8212345" into the form that is stored. */
const tidy = (text: string): string => {
  const raw = compact(text).replace(/^(\+|00)86-?/, '');
  const digits = raw.replace(/[-()]/g, '');
  return MOBILE.test(digits) ? digits : raw.replace(/^\((0\d{2,3})\)/, '$1-');
};

export const checkPhone = (text: string): Result<string> => {
  const phone = tidy(text);
  if (MOBILE.test(phone) || LAND_LINE.test(phone)) return ok(phone);
  if (/^\d(\.\d+)?e\+?\d{1,2}$/i.test(phone))
    return refuse(
      reasonOf(
        'phone.scientific',
        `电话“${phone}”被表格软件改成了科学计数法，请重新录入。`,
        `The phone number “${phone}” was turned into scientific notation by a spreadsheet; enter it again.`,
      ),
    );
  const digits = phone.replace(/\D/g, '');
  if (phone.startsWith('1'))
    return refuse(
      reasonOf(
        'phone.mobile',
        `手机号“${phone}”有 ${digits.length} 位数字，应为 11 位，以 13 至 19 开头。`,
        `The mobile number “${phone}” has ${digits.length} digits; it needs 11 and begins with 13 to 19.`,
      ),
    );
  return refuse(
    reasonOf(
      'phone.landLine',
      `电话“${phone}”不是手机号，也不是带区号的座机号（如 0934-8212345）。`,
      `“${phone}” is neither a mobile number nor a land line with its area code (such as 0934-8212345).`,
    ),
  );
};

/** As `checkPhone`, and the public numbers that a counter or a hotline may have. */
export const checkPublicPhone = (text: string): Result<string> => {
  const phone = compact(text);
  return PUBLIC.test(phone) ? ok(phone) : checkPhone(text);
};
