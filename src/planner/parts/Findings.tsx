/** Things that are wrong, in a list: how much so, in a sentence that leads to the place, and under it what can be done. */
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { Tag } from '../../ui/parts/Tag.tsx';
import styles from './Findings.module.css';

export const Findings = ({ scrolls, children }: { scrolls?: boolean; children: ReactNode }): ReactElement => (
  <ul className={styles.findings} data-scrolls={scrolls}>
    {children}
  </ul>
);

export const FindingRow = (props: {
  readonly level: 'error' | 'warning' | 'note';
  /** How the level is called here. */
  readonly word: string;
  readonly text: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly id: string;
  readonly rule?: string;
  readonly children: ReactNode;
}): ReactElement => {
  const { level, word, text, isChosen, onChoose, id, rule, children } = props;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <li ref={row} className={styles.finding} data-chosen={isChosen} data-rule={rule} data-id={id}>
      <button type="button" className={styles.text} onClick={onChoose}>
        <Tag tone={level === 'error' ? 'red' : 'amber'}>{word}</Tag>
        <span>{text}</span>
      </button>
      <div className={styles.fixes}>{children}</div>
    </li>
  );
};
