/** The certificates that were issued, the latest first. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { IssuedCertificate } from '../../domain/operations/index.ts';
import type { Certificate } from '../../domain/records/index.ts';
import { Empty } from '../../ui/parts/States.tsx';
import { Tag } from '../../ui/parts/Tag.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import styles from './coverage.module.css';

const gapsOf = ({ themes }: Certificate): number => themes.reduce((sum, { gaps }) => sum + gaps, 0);

export const Certificates = ({
  issued,
  onLook,
}: {
  issued: readonly IssuedCertificate[];
  onLook: (certificate: Certificate) => void;
}): ReactElement => {
  const { t, instant } = useWords();
  const latest = [...issued].sort((a, b) => b.certificate.at - a.certificate.at || (a.id < b.id ? 1 : -1));
  return (
    <section aria-label={t('coverage.certificate.issued')}>
      <h2 className={styles.subheading}>{t('coverage.certificate.issued')}</h2>
      {latest.length === 0 && <Empty>{t('coverage.certificate.noneIssued')}</Empty>}
      <ul className={styles.certificates}>
        {latest.map(({ id, certificate }) => {
          const gaps = gapsOf(certificate);
          return (
            <li key={id} className={styles.certificate}>
              <strong>{t('coverage.certificate.number', { number: certificate.number })}</strong>
              <Tag tone={certificate.isWhole ? 'green' : 'amber'}>
                {certificate.isWhole
                  ? t('coverage.whole')
                  : gaps > 0
                    ? t('coverage.gaps', { count: gaps })
                    : t('coverage.state.notYet')}
              </Tag>
              <span className={styles.soft}>
                {instant(certificate.at)} · {certificate.by || t('coverage.certificate.nobody')}
              </span>
              <span className={styles.space} />
              <Button size="small" onClick={() => onLook(certificate)}>
                {t('coverage.certificate.look')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
