/** One of a few ways to look at something, all of them in sight. */
import type { ReactElement } from 'react';
import styles from './Modes.module.css';

export interface Mode<M extends string> {
  readonly value: M;
  readonly label: string;
  readonly hint?: string;
}

export const Modes = <M extends string>({
  name,
  label,
  modes,
  value,
  onChange,
}: {
  /** Of the radio buttons. */
  name: string;
  label: string;
  modes: readonly Mode<M>[];
  value: M;
  onChange: (value: M) => void;
}): ReactElement => (
  <div className={styles.modes} role="radiogroup" aria-label={label}>
    {modes.map((mode) => (
      <label key={mode.value} className={styles.mode} title={mode.hint}>
        <input
          type="radio"
          name={name}
          className="visually-hidden"
          checked={mode.value === value}
          onChange={() => onChange(mode.value)}
        />
        <span>{mode.label}</span>
      </label>
    ))}
  </div>
);
