/** Above a list: its name and count, the filter, the columns, names in clear, and the way back to the scene. */
import { Button, Checkbox, Input, Popover, Switch } from 'antd';
import type { ReactElement } from 'react';
import { Icon } from '../../ui/parts/icons.tsx';
import type { Words } from '../../ui/parts/use-words.ts';
import styles from './lists.module.css';
import type { Column } from './register.ts';

interface Props {
  readonly name: string;
  readonly words: Words;
  readonly total: number;
  readonly found: number;
  readonly filter: string;
  readonly onFilter: (text: string) => void;
  readonly columns: readonly Column<unknown>[];
  readonly shown: readonly string[];
  readonly onColumns: (keys: readonly string[]) => void;
  readonly onExport: () => void;
  /** Absent where nothing in the list is personal. */
  readonly bare: { readonly on: boolean; readonly set: (on: boolean) => void } | null;
}

export const ListBar = (props: Props): ReactElement => {
  const { words, columns, shown, bare } = props;
  const { t, number } = words;
  const chooser = (
    <Checkbox.Group
      className={styles.chooser ?? ''}
      value={[...shown]}
      onChange={(keys) => keys.length > 0 && props.onColumns(keys)}
      options={columns.map(({ key }) => ({ value: key, label: t(`lists.column.${key}`) }))}
    />
  );
  return (
    <header className={styles.bar}>
      <h1 className={styles.heading}>{t(`common.lists.${props.name}`)}</h1>
      <span className={styles.count} aria-live="polite">
        {props.found === props.total
          ? t('lists.total', { total: number(props.total) })
          : t('lists.found', { found: number(props.found), total: number(props.total) })}
      </span>
      <Input
        className={styles.filter ?? ''}
        allowClear
        prefix={<Icon name="search" size={15} />}
        placeholder={t('lists.filter.placeholder')}
        aria-label={t('lists.filter.label')}
        value={props.filter}
        onChange={(event) => props.onFilter(event.target.value)}
      />
      <span className={styles.spring} />
      {bare && (
        <label className={styles.bare}>
          <Switch size="small" checked={bare.on} onChange={bare.set} aria-label={t('lists.bare')} />
          {t('lists.bare')}
        </label>
      )}
      <Button icon={<Icon name="list" />} disabled={props.total === 0} onClick={props.onExport}>
        {t('lists.export.label')}
      </Button>
      <Popover trigger="click" placement="bottomRight" content={chooser} title={t('lists.columns')}>
        <Button icon={<Icon name="list" />}>{t('lists.columns')}</Button>
      </Popover>
      <Button href="#/staff" icon={<Icon name="layers" />}>
        {t('common.lists.map')}
      </Button>
    </header>
  );
};
