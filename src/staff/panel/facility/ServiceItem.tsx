/** One service: what it does, what to bring, when and whom to call. Folded until it is asked for. */
import type { ReactElement } from 'react';
import { MATTER_KIND } from '../../../domain/codes.ts';
import type { Service } from '../../../domain/records/index.ts';
import { Fact, Facts } from '../../../ui/parts/Facts.tsx';
import { Icon } from '../../../ui/parts/icons.tsx';
import { Tag } from '../../../ui/parts/Tag.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import styles from './ServiceItem.module.css';

export const ServiceItem = ({ service }: { readonly service: Service }): ReactElement => {
  const { t, code } = useWords();
  return (
    <details className={styles['service']}>
      <summary className={styles['summary']}>
        <span className={styles['arrow']}>
          <Icon name="chevronRight" size={12} />
        </span>
        <span className={styles['name']}>{service.name}</span>
        <Tag>{code(MATTER_KIND, service.matterKind)}</Tag>
      </summary>
      <div className={styles['body']}>
        {service.description !== '' && <p className={styles['text']}>{service.description}</p>}
        <p className={styles['label']}>{t('records.service.material')}</p>
        {service.material.length === 0 ? (
          <p className={styles['text']}>{t('staff.facility.nothingToBring')}</p>
        ) : (
          <ul className={styles['material']}>
            {service.material.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        )}
        <Facts>
          <Fact label={t('records.service.hours')}>{service.hours}</Fact>
          <Fact label={t('records.service.phone')}>{service.phone}</Fact>
        </Facts>
      </div>
    </details>
  );
};
