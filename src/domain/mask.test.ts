import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  maskAddress,
  maskBankAccount,
  maskCertificate,
  maskCitizenId,
  maskName,
  maskPersonal,
  maskPhone,
} from './mask.ts';
import { SCHEMAS, TABLE_NAMES } from './records/index.ts';

describe('masks', () => {
  it('leave what recognises, hide what identifies', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
    expect(maskPhone('0934-8212345')).toBe('0934-****345');
    expect(maskCitizenId('110105194912310123')).toBe('110105********0123');
    expect(maskCitizenId('340524800101001')).toBe('340524******001');
    expect(maskName('欧阳云')).toBe('欧**');
    expect(maskName('𠮷田')).toBe('𠮷**');
    expect(maskBankAccount('6217 0012 3456 7890123')).toBe('**** 0123');
    expect(maskCertificate('甘M2025001234')).toBe('甘M****34');
    expect(maskAddress('云和家园3号楼2单元502室')).toBe('云和家园****');
    expect(maskAddress('甘肃省庆阳市西峰区北街12号')).toBe('北街****');
  });
  it('of nothing is nothing', () => {
    for (const mask of [maskName, maskPhone, maskCitizenId, maskBankAccount, maskCertificate, maskAddress])
      expect(mask('')).toBe('');
  });
  it('hide what is damaged', () => {
    expect(maskCitizenId('4.6E+17')).toBe('***');
    expect(maskPhone('82123')).toBe('***');
  });
});

describe('maskPersonal', () => {
  it('masks every key of every table that could lead to a person', () => {
    const open = new Set([
      'marital',
      'education',
      'partyPost',
      'monthlyYuan',
      'unitName',
      'occupation',
      'title',
    ]);
    for (const table of TABLE_NAMES) {
      const shape = SCHEMAS[table].shape as { personal?: { shape: Record<string, unknown> } };
      for (const key of Object.keys(shape.personal?.shape ?? {})) {
        if (open.has(key)) continue;
        const secret = '110105194912310123';
        expect(Object.values(maskPersonal(table, { [key]: secret })), `${table}.${key}`).not.toContain(
          secret,
        );
      }
    }
  });
  it('keeps the keys, leaves out what is unknown', () => {
    expect(
      maskPersonal('residents', { name: '云知秋', phone: undefined, marital: '20', notes: '住院' }),
    ).toEqual({
      name: '云**',
      marital: '20',
      notes: '***',
    });
  });
  it('never shows a long text whole', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3 }), (notes) => {
        expect(maskPersonal('visits', { notes }).notes).toBe('***');
      }),
    );
  });
});
