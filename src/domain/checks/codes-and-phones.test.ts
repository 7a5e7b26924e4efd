import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCreditCode,
  checkCreditCodeKind,
  creditCodeCategory,
  creditCodeCheckSign,
} from './credit-code.ts';
import { checkPhone, checkPublicPhone, isMobile } from './phone.ts';

const codeOf = (result: ReturnType<typeof checkPhone>): string =>
  result.ok ? 'ok' : (result.reasons[0]?.code ?? '');

describe('checkCreditCode', () => {
  it.each([
    ['91621002MA0000000G', 'ok'],
    ['91621002ma0000000g', 'ok'],
    ['９１６２１００２ＭＡ０００００００Ｇ', 'ok'],
    ['91310115MA1G4L1WXK', 'creditCode.checksum'],
    ['91621002MA0000000', 'creditCode.length'],
    ['91621002MA000000IG', 'creditCode.signs'],
    ['01621002MA00000003', 'creditCode.prefix'],
    ['9.1621E+17', 'creditCode.scientific'],
  ])('%s: %s', (text, code) => {
    expect(codeOf(checkCreditCode(text))).toBe(code);
  });

  it('notices every single wrong sign', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    const sign = fc.constantFrom(...alphabet);
    fc.assert(
      fc.property(fc.array(sign, { minLength: 15, maxLength: 15 }), fc.nat(16), sign, (rest, at, wrong) => {
        const first17 = `91${rest.join('')}`;
        const code = first17 + creditCodeCheckSign(first17);
        expect(checkCreditCode(code)).toEqual({ ok: true, value: code });
        const damaged = code.slice(0, at) + wrong + code.slice(at + 1);
        expect(checkCreditCode(damaged).ok).toBe(damaged === code);
      }),
      { seed: 21 },
    );
  });

  it('knows the categories and holds them against the kind', () => {
    expect(creditCodeCategory('12621002MB0000000X')).toBe('institution');
    expect(creditCodeCategory('55621002')).toBeNull();
    expect(checkCreditCodeKind('91621002MA0000000G', 'company')).toEqual([]);
    expect(checkCreditCodeKind('91621002MA0000000G', 'newEconomic')).toEqual([]);
    expect(checkCreditCodeKind('91621002MA0000000G', 'government')[0]?.code).toBe('creditCode.kind');
    expect(checkCreditCodeKind('55621002', 'government')).toEqual([]);
  });
});

describe('checkPhone', () => {
  it.each([
    ['13812345678', '13812345678'],
    ['+86 138-1234-5678', '13812345678'],
    ['１３８１２３４５６７８', '13812345678'],
    ['0934-8212345', '0934-8212345'],
    ['(0934)8212345', '0934-8212345'],
    ['02187654321', '02187654321'],
  ])('%s → %s', (text, value) => {
    expect(checkPhone(text)).toEqual({ ok: true, value });
  });
  it.each([
    ['1381234567', 'phone.mobile'],
    ['12812345678', 'phone.mobile'],
    ['8212345', 'phone.landLine'],
    ['1.38123E+10', 'phone.scientific'],
    ['', 'phone.landLine'],
    ['无', 'phone.landLine'],
  ])('refuses "%s": %s', (text, code) => {
    expect(codeOf(checkPhone(text))).toBe(code);
  });
  it('takes public numbers at a counter only', () => {
    expect(checkPublicPhone('12345').ok).toBe(true);
    expect(checkPublicPhone('110').ok).toBe(true);
    expect(checkPhone('12345').ok).toBe(false);
    expect(isMobile('13812345678')).toBe(true);
  });
});
