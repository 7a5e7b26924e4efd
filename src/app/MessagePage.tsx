/** A whole page that says one thing and offers what can be done about it. */
import type { ReactNode } from 'react';
import { LinliMark } from '../ui/theme/LinliMark.tsx';
import styles from './MessagePage.module.css';

interface Props {
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
  /** For whoever looks after the machine. */
  readonly details?: { readonly label: string; readonly text: string };
  readonly role?: 'alert' | 'status';
  /** The houses of the mark rise. */
  readonly rising?: boolean;
}

export const MessagePage = ({ title, children, actions, details, role, rising = false }: Props) => (
  <section className={styles['page']} role={role} aria-live={role === 'status' ? 'polite' : undefined}>
    <LinliMark size={84} rising={rising} />
    <h1>{title}</h1>
    {children}
    {actions && <div className={styles['actions']}>{actions}</div>}
    {details && (
      <details>
        <summary>{details.label}</summary>
        <code>{details.text}</code>
      </details>
    )}
  </section>
);
