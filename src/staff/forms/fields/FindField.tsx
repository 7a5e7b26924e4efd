/** A record looked up by name or address with the search of the omnibox. */
import { Select } from 'antd';
import { type ReactElement, useRef, useState } from 'react';
import { search } from '../../../state/search/index.ts';
import type { Words } from '../../../ui/parts/use-words.ts';
import type { Choice, Field, FieldValue } from '../form-def.ts';

interface Props {
  readonly id: string;
  readonly status: '' | 'error';
  readonly field: Field & { readonly kind: 'find' };
  readonly value: string;
  readonly words: Words;
  readonly onChange: (value: FieldValue) => void;
  readonly onBlur: () => void;
}

const ENOUGH = 60;

export const FindField = ({ field, value, words, onChange, ...rest }: Props): ReactElement => {
  const [choices, setChoices] = useState<readonly Choice[]>(field.chosen ? [field.chosen] : []);
  const turn = useRef(0);
  const look = (text: string): void => {
    const mine = ++turn.current;
    if (text.trim() === '') return;
    void search(text, ENOUGH).then((results) => {
      if (mine !== turn.current) return;
      setChoices(
        results
          .filter(({ kind }) => kind === field.of)
          .map(({ id, title, subtitle }) => ({
            value: id,
            label: subtitle ? `${title} · ${subtitle}` : title,
          })),
      );
    });
  };
  return (
    <Select
      {...rest}
      showSearch={{ onSearch: look, filterOption: false }}
      allowClear
      value={value === '' ? undefined : value}
      options={[...choices]}
      placeholder={words.t(`forms.find.${field.of}`)}
      notFoundContent={words.t('forms.find.nothing')}
      onChange={(next: string | undefined) => onChange(next ?? '')}
    />
  );
};
