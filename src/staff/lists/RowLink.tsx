/** The link of a row: selects the record and leaves the list. A real address, so it opens in a new tab as well. */
import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { flyTo } from '../../state/fly.ts';
import type { SelectionRef } from '../../state/selection.ts';
import { useSelection } from '../../state/selection-store.ts';
import styles from './lists.module.css';

const hrefOf = (ref: SelectionRef): string =>
  ref.kind === 'none' ? '#/staff' : `#/staff/${ref.kind}/${ref.id}`;

/** Selects what the reference names and flies there. */
export const openRef = async (ref: SelectionRef): Promise<void> => {
  await useSelection.getState().open(ref);
  flyTo(useSelection.getState().selection);
};

export const RowLink = ({ to, children }: { to: SelectionRef; children: ReactNode }): ReactElement => {
  const open = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void openRef(to);
  };
  return (
    <a className={styles.link} href={hrefOf(to)} onClick={open}>
      {children}
    </a>
  );
};
