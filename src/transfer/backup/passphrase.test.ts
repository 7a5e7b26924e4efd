import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPassphrase } from './passphrase.ts';

const codes = (text: string, known: string[] = []): string[] =>
  checkPassphrase(text, known).reasons.map((r) => r.code.slice('passphrase.'.length));

describe('checkPassphrase', () => {
  it.each([
    '',
    'a',
    '123456',
    '12345678',
    '88888888',
    'password',
    'P@ssw0rd',
    'qwertyuiop',
    'abcdefghijkl',
    '19890604',
    '13812345678',
    'woaini1314',
    'aaaaaaaaaaaaaaaa',
    'abababababab',
    'shequ2026',
    '云和社区2026',
    'asdfghjkl123',
    '５２０１３１４',
    'Linli123456',
    '          a',
  ])('refuses %j', (text) => {
    expect(checkPassphrase(text, ['云和社区'])).toMatchObject({ ok: false, strength: 'weak' });
    expect(codes(text, ['云和社区']).length).toBeGreaterThan(0);
  });

  it.each([
    'horse battery staple correct',
    '塬上的核桃树今年晚熟三天',
    'k7#Vm2!qZx9w',
    '七只灰鸽子 飞过 老水塔',
    'Guten-Morgen-43-Spatzen',
  ])('takes %j as strong', (text) => {
    expect(checkPassphrase(text, ['云和社区'])).toMatchObject({ ok: true, strength: 'strong', reasons: [] });
  });

  it('says why', () => {
    expect(codes('13812345678')).toContain('phone');
    expect(codes('wang19890604')).toContain('date');
    expect(codes('yunhe-yunhe', ['yunhe'])).toContain('known');
    expect(codes('password1')).toContain('common');
    expect(codes('98765432')).toContain('run');
    expect(codes('aaaabbbb')).toContain('repeat');
    expect(codes('xkxkxkxk')).toContain('pattern');
    expect(codes('k7#V')).toContain('short');
    for (const reason of checkPassphrase('1').reasons) {
      expect(reason.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(reason.en).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('only grows when something new is added, and ends for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { bits, strength, reasons } = checkPassphrase(text);
        expect(Number.isFinite(bits)).toBe(true);
        if (strength === 'weak') expect(reasons.length).toBeGreaterThan(0);
        expect(checkPassphrase(`${text} 塬上核桃 zR4!`).bits).toBeGreaterThanOrEqual(bits);
      }),
      { seed: 12, numRuns: 500 },
    );
    expect(checkPassphrase('a'.repeat(100_000)).ok).toBe(false);
  });
});
