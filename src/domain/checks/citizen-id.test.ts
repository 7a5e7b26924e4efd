import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../dates.ts';
import { checkCitizenId, citizenIdCheckSign } from './citizen-id.ts';

const TODAY = '2026-03-05';
const codeOf = (text: string): string => {
  const result = checkCitizenId(text, TODAY);
  return result.ok ? 'ok' : (result.reasons[0]?.code ?? '');
};

const ids = fc
  .record({
    area: fc.integer({ min: 110000, max: 659999 }),
    day: fc.integer({ min: 0, max: 40000 }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ area, day, sequence }) => {
    const birthDate = addDays('1915-01-01', day);
    const first17 = `${area}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    return { id: first17 + citizenIdCheckSign(first17), birthDate, area: String(area), sequence };
  });

describe('checkCitizenId', () => {
  it('reads the given vectors', () => {
    expect(checkCitizenId('11010519491231002X', TODAY)).toEqual({
      ok: true,
      value: { id18: '11010519491231002X', birthDate: '1949-12-31', sex: '2', area: '110105' },
    });
    expect(checkCitizenId('340524800101001', TODAY)).toEqual({
      ok: true,
      value: { id18: '34052419800101001X', birthDate: '1980-01-01', sex: '1', area: '340524' },
    });
  });

  it('reads every right number, as typed in small letters, spaced or full-width', () => {
    fc.assert(
      fc.property(ids, ({ id, birthDate, area, sequence }) => {
        const spaced = `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14).toLowerCase()}`;
        const wide = id.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
        const value = { id18: id, birthDate, sex: sequence % 2 === 1 ? '1' : '2', area };
        for (const text of [id, spaced, wide])
          expect(checkCitizenId(text, '2026-03-05')).toEqual({ ok: true, value });
      }),
      { seed: 11 },
    );
  });

  it('notices every single wrong digit and every swap of unequal neighbours', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), ({ id }, at, add) => {
        const digit = (Number(id[at]) + add) % 10;
        expect(checkCitizenId(id.slice(0, at) + digit + id.slice(at + 1), TODAY).ok).toBe(false);
        if (at < 16 && id[at] !== id[at + 1]) {
          const swapped = id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2);
          expect(checkCitizenId(swapped, TODAY).ok).toBe(false);
        }
      }),
      { seed: 12 },
    );
  });

  it.each([
    ['', 'citizenId.empty'],
    ['110105194912310021', 'citizenId.checksum'],
    ['11010519490231002X', 'citizenId.birthDate'],
    ['1101051949123100', 'citizenId.length'],
    ['1101051949123100AX', 'citizenId.signs'],
    ['1.10105E+17', 'citizenId.scientific'],
    ['4.6E+17', 'citizenId.scientific'],
    ["'11010519491231002X", 'citizenId.apostrophe'],
    ['’11010519491231002X', 'citizenId.apostrophe'],
    ['11010519491231002', 'citizenId.lostX'],
    ['110105194912310000', 'citizenId.rounded'],
    [`110105${'20990101'}001${citizenIdCheckSign('11010520990101001')}`, 'citizenId.future'],
  ])('refuses "%s": %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('says both languages and names the value', () => {
    const result = checkCitizenId('110105194912310021', TODAY);
    const [reason] = result.ok ? [] : result.reasons;
    expect(reason?.zh).toContain('应为 X');
    expect(reason?.en).toContain('call for X');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof checkCitizenId(text, TODAY).ok === 'boolean'));
  });
});
