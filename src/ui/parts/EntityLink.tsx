/** A link that selects: the tree, the scene and the panel follow. It is a real address, so it opens in a new tab as well. */
import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { pathOf, type Selection } from '../../state/selection.ts';
import styles from './EntityLink.module.css';
import { goTo } from './go-to.ts';

interface Props {
  readonly to: Selection;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** As a row of a list: no colour of its own. */
  readonly quiet?: boolean;
  readonly label?: string | undefined;
  readonly title?: string;
  readonly current?: boolean;
  readonly tabIndex?: number;
  /** Marks the link as a home's cell, so that arrow keys find it. */
  readonly homeId?: string;
}

export const hrefOf = (selection: Selection): string => `#/staff${pathOf(selection)}`;

export const EntityLink = (props: Props): ReactElement => {
  const { to, children, className, quiet = false, label, title, current, tabIndex, homeId } = props;
  const select = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goTo(to);
  };
  return (
    <a
      href={hrefOf(to)}
      onClick={select}
      className={[styles[quiet ? 'quiet' : 'link'], className].filter(Boolean).join(' ')}
      aria-label={label}
      aria-current={current ? 'true' : undefined}
      title={title}
      tabIndex={tabIndex}
      data-home={homeId}
    >
      {children}
    </a>
  );
};
