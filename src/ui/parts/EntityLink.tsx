/** A link that selects: the tree, the scene and the panel follow. It is a real address, so it opens in a new tab as well. */
import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { pathOf, type Selection } from '../../state/selection.ts';
import { useSelection } from '../../state/selection-store.ts';
import styles from './EntityLink.module.css';

interface Props {
  readonly to: Selection;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** As a row of a list: no colour of its own. */
  readonly quiet?: boolean;
  readonly label?: string;
  readonly current?: boolean;
}

export const hrefOf = (selection: Selection): string => `#/staff${pathOf(selection)}`;

export const EntityLink = ({
  to,
  children,
  className,
  quiet = false,
  label,
  current,
}: Props): ReactElement => {
  const select = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    useSelection.getState().select(to);
  };
  return (
    <a
      href={hrefOf(to)}
      onClick={select}
      className={[quiet ? styles['quiet'] : styles['link'], className ?? ''].join(' ')}
      aria-label={label}
      aria-current={current ? 'true' : undefined}
    >
      {children}
    </a>
  );
};
