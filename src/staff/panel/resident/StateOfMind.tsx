/** 思想状况: closed behind a door of its own, because it is for the branch secretary only. */
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/parts/icons.tsx';
import styles from './StateOfMind.module.css';

export const StateOfMind = ({ text }: { readonly text: string }): ReactElement => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles['box']}>
      <div className={styles['head']}>
        <span>{t('records.membership.stateOfMind')}</span>
        <span className={styles['who']}>{t('staff.resident.secretaryOnly')}</span>
        <button type="button" className={styles['open']} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'eyeOff' : 'eye'} size={14} />
          {t(open ? 'staff.resident.hideNote' : 'staff.resident.showNote')}
        </button>
      </div>
      {open && <p className={styles['text']}>{text}</p>}
    </div>
  );
};
