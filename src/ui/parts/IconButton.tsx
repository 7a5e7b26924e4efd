/** A button that is only an icon: its name is spoken and shown as a tooltip. */
import type { ButtonHTMLAttributes, ReactElement } from 'react';
import { Icon, type IconName } from './icons.tsx';
import styles from './IconButton.module.css';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  readonly icon: IconName;
  readonly label: string;
  readonly size?: 'small' | 'normal';
}

export const IconButton = ({ icon, label, size = 'normal', className, ...rest }: Props): ReactElement => (
  <button
    type="button"
    aria-label={label}
    title={label}
    className={[styles['button'], size === 'small' ? styles['small'] : '', className ?? ''].join(' ')}
    {...rest}
  >
    <Icon name={icon} size={size === 'small' ? 14 : 18} />
  </button>
);
