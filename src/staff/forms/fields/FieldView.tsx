/** One field of a form: its label, its control, and under it the hint or why the value is refused. */
import { Input, InputNumber, Select, Switch } from 'antd';
import { type ReactElement, useId } from 'react';
import { optionsOf } from '../../../domain/labels.ts';
import type { Reason } from '../../../domain/reasons.ts';
import type { Words } from '../../../ui/parts/use-words.ts';
import styles from '../forms.module.css';
import type { Field, FieldValue } from '../form-def.ts';
import { FindField } from './FindField.tsx';

interface Props {
  readonly field: Field;
  readonly value: FieldValue | undefined;
  readonly reasons: readonly Reason[];
  readonly words: Words;
  readonly onChange: (value: FieldValue) => void;
  readonly onBlur: () => void;
}

interface ControlProps extends Props {
  readonly id: string;
  readonly describedBy: string | undefined;
}

const Control = ({
  field,
  value,
  reasons,
  words,
  onChange,
  onBlur,
  id,
  describedBy,
}: ControlProps): ReactElement => {
  const status = reasons.length > 0 ? ('error' as const) : ('' as const);
  const shared = {
    id,
    status,
    onBlur,
    'aria-describedby': describedBy,
    'aria-invalid': reasons.length > 0,
    'aria-required': field.required,
  };
  const text = typeof value === 'string' ? value : '';
  const list = Array.isArray(value) ? [...value] : [];
  switch (field.kind) {
    case 'multiline':
      return (
        <Input.TextArea
          {...shared}
          value={text}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(e) => onChange(e.target.value)}
        />
      );
    case 'date':
    case 'month':
      return (
        <Input
          {...shared}
          type={field.kind}
          max={field.kind === 'date' ? '9999-12-31' : '9999-12'}
          value={text}
          onChange={(e) => onChange(e.target.value)}
        />
      );
    case 'number':
      return (
        <InputNumber
          {...shared}
          className={styles.number ?? ''}
          value={typeof value === 'number' ? value : null}
          {...(field.min === undefined ? {} : { min: field.min })}
          {...(field.max === undefined ? {} : { max: field.max })}
          step={field.step ?? 1}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
        />
      );
    case 'switch':
      return <Switch id={id} checked={value === true} onChange={onChange} aria-describedby={describedBy} />;
    case 'code':
    case 'choice':
      return (
        <Select
          {...shared}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={!field.required}
          value={text === '' ? undefined : text}
          options={field.kind === 'code' ? optionsOf(field.codes, words.language) : [...field.choices]}
          onChange={(next: string | undefined) => onChange(next ?? '')}
        />
      );
    case 'codes':
    case 'choices':
      return (
        <Select
          {...shared}
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={list}
          options={field.kind === 'codes' ? optionsOf(field.codes, words.language) : [...field.choices]}
          onChange={(next: string[]) => onChange(next)}
        />
      );
    case 'find':
      return <FindField {...shared} field={field} value={text} words={words} onChange={onChange} />;
    default:
      return <Input {...shared} value={text} autoComplete="off" onChange={(e) => onChange(e.target.value)} />;
  }
};

export const FieldView = (props: Props): ReactElement => {
  const { field, reasons, words } = props;
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = reasons.length > 0 || field.hint !== undefined;
  return (
    <div className={[styles.field, field.wide ? styles.wide : ''].join(' ')} data-path={field.path}>
      <label htmlFor={id} className={styles.label}>
        {field.label}
        {field.required && (
          <span className={styles.required} aria-hidden="true">
            {' *'}
          </span>
        )}
      </label>
      <Control {...props} id={id} describedBy={hasNote ? noteId : undefined} />
      <div
        id={noteId}
        className={reasons.length > 0 ? styles.reason : styles.hint}
        role={reasons.length > 0 ? 'alert' : undefined}
      >
        {reasons.length > 0
          ? reasons.map((reason) => <div key={reason.code}>{reason[words.language]}</div>)
          : field.hint}
      </div>
    </div>
  );
};
