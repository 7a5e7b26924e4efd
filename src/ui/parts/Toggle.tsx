/** A switch with its name beside it: the whole line is the target. */
import type { ReactElement } from 'react';
import styles from './Toggle.module.css';

interface Props {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export const Toggle = ({ label, on, onChange }: Props): ReactElement => (
  <button
    type="button"
    role="switch"
    aria-checked={on}
    className={styles['line']}
    onClick={() => onChange(!on)}
  >
    <span>{label}</span>
    <span className={styles['track']}>
      <span className={styles['thumb']} />
    </span>
  </button>
);
