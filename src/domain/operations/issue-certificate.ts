/** A certificate of “no blank spot” is issued: it goes into the register of what left on paper. */
import type { Certificate, Disclosure } from '../records/index.ts';
import { createDraft } from './draft.ts';
import { dayOf, type Operation } from './operation.ts';

export type IssuedCertificate = Disclosure & { readonly certificate: Certificate };

export const isCertificate = (record: Disclosure): record is IssuedCertificate =>
  record.certificate !== undefined;

/** "2026-003": the year of the day and a running number within it. */
export const nextCertificateNumber = (issued: readonly Disclosure[], day: string): string => {
  const year = day.slice(0, 4);
  const last = issued
    .filter(isCertificate)
    .map(({ certificate }) => certificate.number)
    .filter((number) => number.startsWith(`${year}-`))
    .reduce((most, number) => Math.max(most, Number(number.slice(5)) || 0), 0);
  return `${year}-${String(last + 1).padStart(3, '0')}`;
};

export const issueCertificate: Operation<
  { readonly issued: readonly Disclosure[] },
  Omit<Certificate, 'number'>
> = {
  key: 'issueCertificate',
  title: { zh: '出具全覆盖证明', en: 'Issue a certificate of coverage' },
  available: () => true,
  run: ({ issued }, input, stamp) => {
    const draft = createDraft(stamp);
    const day = dayOf(stamp);
    draft.create('disclosures', {
      kind: 'print',
      what: '网格全覆盖证明',
      rows: input.themes.reduce((sum, { theme, checked }) => sum + (theme === 'ground' ? 0 : checked), 0),
      clear: false,
      reason: '',
      on: day,
      certificate: { ...input, number: nextCertificateNumber(issued, day) },
    });
    return draft.finish('issueCertificate');
  },
};
