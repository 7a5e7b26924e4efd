/** The certificate as it is read and printed on A4: figures, verdict, what is left out, the grids it rests on, the checksum. */
import type { ReactElement } from 'react';
import type { Certificate } from '../../domain/records/index.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import styles from './certificate.module.css';

/** Before it is issued it has no number. */
export type SheetCertificate = Omit<Certificate, 'number'> & { readonly number: string | null };

const COMMA = { zh: '、', en: ', ' } as const;

export const CertificateSheet = ({ certificate }: { certificate: SheetCertificate }): ReactElement => {
  const { t, number, date, instant, language } = useWords();
  const { themes, gaps, grids, isWhole, at, by } = certificate;
  const count = themes.reduce((sum, theme) => sum + theme.gaps, 0);
  return (
    <div className={styles.sheet} data-certificate={certificate.number ?? ''}>
      <dl className={styles.facts}>
        {(
          [
            ['community', certificate.communityName],
            ['code', certificate.communityCode],
            ['when', instant(at)],
            ['by', by || t('coverage.certificate.nobody')],
          ] as const
        ).map(([key, value]) => (
          <div key={key}>
            <dt>{t(`coverage.certificate.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.verdict} data-whole={isWhole}>
        {isWhole
          ? t('coverage.certificate.whole')
          : count > 0
            ? t('coverage.certificate.notWhole', { count })
            : t('coverage.certificate.unproved')}
      </p>
      <h3>{t('coverage.certificate.figures')}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            {['theme', 'rule', 'checked', 'ok', 'gaps', 'remarks'].map((key) => (
              <th key={key} scope="col">
                {t(`coverage.certificate.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {themes.map((row) => (
            <tr key={row.theme} data-row={row.theme}>
              <th scope="row">{t(`coverage.theme.${row.theme}`)}</th>
              <td>{t(`coverage.what.${row.theme}`)}</td>
              {[row.checked, row.ok].map((value, column) => (
                <td key={column === 0 ? 'checked' : 'ok'} className={styles.figure}>
                  {number(value)}
                  {row.theme === 'ground' && ' m²'}
                </td>
              ))}
              <td className={styles.figure}>{number(row.gaps)}</td>
              <td className={styles.figure}>{number(row.remarks)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {gaps.length > 0 && (
        <>
          <h3>{t('coverage.certificate.faults')}</h3>
          <table className={styles.table}>
            <thead>
              <tr>
                {['fault', 'count', 'places'].map((key) => (
                  <th key={key} scope="col">
                    {t(`coverage.certificate.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {gaps.map(({ rule, count: many, places }) => (
                <tr key={rule} data-gap={rule}>
                  <th scope="row">{t(`coverage.rule.${rule}`)}</th>
                  <td className={styles.figure}>{number(many)}</td>
                  <td>{places.join(COMMA[language])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <h3>{t('coverage.certificate.grids')}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            {['gridCode', 'gridName', 'validFrom', 'mark'].map((key) => (
              <th key={key} scope="col">
                {t(`coverage.certificate.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grids.map((grid) => (
            <tr key={grid.id}>
              <td>{grid.code}</td>
              <td>{grid.name}</td>
              <td>{date(grid.validFrom)}</td>
              <td className={styles.code}>{grid.mark}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.checksum}>
        {t('coverage.certificate.checksum')}
        <br />
        <span className={styles.code}>{certificate.checksum}</span>
      </p>
      <p className={styles.foot}>{t('coverage.certificate.foot')}</p>
      <div className={styles.signs}>
        <span>{t('coverage.certificate.sign')}</span>
        <span>{t('coverage.certificate.seal')}</span>
      </div>
    </div>
  );
};
