/** A fact out of `personal`: masked as in lists, shown when someone asks for it. */
import type { ReactElement } from 'react';
import { maskPersonal } from '../../domain/mask.ts';
import type { TableName } from '../../domain/records/index.ts';
import { Fact } from '../../ui/parts/Facts.tsx';
import { Reveal } from '../../ui/parts/Reveal.tsx';

interface Props<P extends object> {
  readonly table: TableName;
  readonly personal: P;
  readonly field: keyof P & string;
  readonly label: string;
  readonly wide?: boolean;
  /** The value as people read it: a date in words. */
  readonly shown?: string | undefined;
}

const textOf = (value: unknown): string | undefined =>
  value === undefined || value === null || value === '' ? undefined : String(value);

/** The mask of one value of `personal`. */
export const maskOf = (table: TableName, field: string, value: unknown): string =>
  textOf((maskPersonal(table, { [field]: value }) as Record<string, unknown>)[field]) ?? '';

export const PersonalValue = <P extends object>(props: Omit<Props<P>, 'wide'>): ReactElement => {
  const { table, personal, field, label, shown } = props;
  const value = textOf(personal[field]);
  const masked = maskOf(table, field, personal[field]);
  // Codes, posts and amounts are no secret: their mask is the value itself.
  if (value !== undefined && masked === value) return <>{shown ?? value}</>;
  return <Reveal label={label} value={value === undefined ? undefined : (shown ?? value)} masked={masked} />;
};

export const PersonalFact = <P extends object>({ wide = false, ...props }: Props<P>): ReactElement => (
  <Fact label={props.label} wide={wide}>
    <PersonalValue {...props} />
  </Fact>
);
