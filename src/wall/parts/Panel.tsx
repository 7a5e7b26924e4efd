/** A panel of the wall: its name over a hairline, and its content. A fault in one stays there. */
import { Component, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelKey } from '../settings/settings.ts';
import { noteEvent } from '../watch/journal.ts';
import styles from './Panel.module.css';

interface GuardProps {
  readonly children: ReactNode;
  readonly instead: ReactNode;
}

/** Tries again by itself: nobody stands before the wall to press a button. */
const TRY_AGAIN_MS = 20_000;

class PanelGuard extends Component<GuardProps, { failed: boolean }> {
  override state = { failed: false };
  private timer: ReturnType<typeof setTimeout> | undefined;
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override componentDidCatch(): void {
    noteEvent('fault');
    this.timer = setTimeout(() => this.setState({ failed: false }), TRY_AGAIN_MS);
  }
  override componentWillUnmount(): void {
    clearTimeout(this.timer);
  }
  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}

interface Props {
  readonly panel: PanelKey;
  /** Beside the name: a unit, a legend. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export const Panel = ({ panel, aside, children }: Props): ReactElement => {
  const { t } = useTranslation();
  const title = t(`wall.panel.${panel}`);
  return (
    <section className={styles['panel']} aria-label={title} data-panel={panel}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>{title}</h2>
        {aside !== undefined && <div className={styles['aside']}>{aside}</div>}
      </header>
      <div className={styles['body']}>
        <PanelGuard instead={<p className={styles['fault']}>{t('wall.fault')}</p>}>{children}</PanelGuard>
      </div>
    </section>
  );
};

/** Words with their colours, for the head of a panel. */
export const Legend = ({
  items,
}: {
  items: readonly { readonly label: string; readonly colour: string; readonly line?: boolean }[];
}): ReactElement => (
  <ul className={styles['legend']}>
    {items.map(({ label, colour, line = false }) => (
      <li key={label} className={line ? styles['line'] : styles['dot']} style={{ color: colour }}>
        <span>{label}</span>
      </li>
    ))}
  </ul>
);
