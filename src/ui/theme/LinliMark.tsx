/** The mark of Linli: three neighbouring houses, the middle one warm. */
import styles from './LinliMark.module.css';

interface Props {
  /** Edge in CSS pixels. */
  readonly size: number;
  /** The houses rise one after the other. */
  readonly rising?: boolean;
}

export const LinliMark = ({ size, rising = false }: Props) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 64 64"
    aria-hidden="true"
    className={rising ? styles['rising'] : undefined}
  >
    <rect x="6" y="26" width="15" height="30" rx="1.5" fill="#dcc79d" />
    <rect x="24" y="8" width="16" height="48" rx="1.5" fill="#e9a25b" />
    <rect x="43" y="20" width="15" height="36" rx="1.5" fill="#7fb3a0" />
  </svg>
);
