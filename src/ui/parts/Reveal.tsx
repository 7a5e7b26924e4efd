/**
 * A personal value: masked until someone deliberately looks, masked again when the card is left. Values are never put in the page
 * before that, not even hidden.
 */
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton.tsx';
import styles from './Reveal.module.css';

interface Props {
  readonly value: string | undefined;
  readonly masked: string;
  /** What the value is, for the button's name: "手机号". */
  readonly label: string;
}

export const Reveal = ({ value, masked, label }: Props): ReactElement => {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  if (value === undefined || value === '') return <span className={styles['nothing']}>—</span>;
  return (
    <span className={styles['reveal']}>
      <span className={styles['value']} data-masked={!shown}>
        {shown ? value : masked}
      </span>
      <IconButton
        size="small"
        icon={shown ? 'eyeOff' : 'eye'}
        label={t(shown ? 'staff.reveal.hide' : 'staff.reveal.show', { what: label })}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      />
    </span>
  );
};
