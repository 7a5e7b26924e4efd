import { describe, expect, it } from 'vitest';
import { checkRecord } from './checks/records.ts';
import { labelOf, optionsOf } from './labels.ts';
import { SEX } from './codes.ts';
import { SAMPLED_TABLES, sampleOf } from './testing/samples.ts';
import { tidyRecord } from './tidy.ts';

describe('tidyRecord', () => {
  it('brings what people type into the stored form', () => {
    const typed = sampleOf('residents', {
      birthYear: 0,
      sex: '0',
      personal: {
        name: ' 云知秋 ',
        citizenId: '11010519491231002x',
        phone: '+86 138 1234 5678',
        notes: '  ',
      },
    });
    const tidied = tidyRecord('residents', typed);
    expect(tidied).toMatchObject({ birthYear: 1949, sex: '2' });
    expect(tidied.personal).toEqual({
      name: '云知秋',
      citizenId: '11010519491231002X',
      phone: '13812345678',
      birthDate: '1949-12-31',
    });
    expect(checkRecord('residents', tidied)).toEqual([]);
  });
  it('leaves what is wrong for the check', () => {
    const typed = sampleOf('residents', { personal: { name: '', phone: '12' } });
    expect(tidyRecord('residents', typed).personal).toEqual({ name: '', phone: '12' });
  });
  it.each(SAMPLED_TABLES)('changes no right record of %s', (table) => {
    const record = sampleOf(table);
    expect(tidyRecord(table, record)).toEqual(record);
  });
});

describe('labelOf', () => {
  it('gives the word, or the code where the list does not know it', () => {
    expect(labelOf(SEX, '1', 'zh')).toBe('男');
    expect(labelOf(SEX, '7', 'en')).toBe('7');
    expect(labelOf(SEX, null, 'en')).toBe('');
    expect(optionsOf(SEX, 'en')[0]).toEqual({ value: '0', label: 'Unknown' });
  });
});
