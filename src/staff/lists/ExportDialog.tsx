/** A list as CSV or XLSX: masked, or in the clear for a reason that is kept. */
import { Alert, Input, Modal, Radio, Switch } from 'antd';
import { type ReactElement, useState } from 'react';
import { disclose } from '../../domain/operations/index.ts';
import type { Reason } from '../../domain/reasons.ts';
import { duringWork } from '../../state/busy.ts';
import { editStamp, save } from '../../state/save.ts';
import type { Words } from '../../ui/parts/use-words.ts';
import { saveFile } from '../../ui/parts/save-file.ts';
import { printTable } from '../../ui/parts/print.ts';
import { listOut } from './list-out.ts';
import styles from './lists.module.css';
import type { Register } from './register.ts';
import { textOf } from './table-columns.tsx';

interface Props {
  readonly name: string;
  readonly register: Register<unknown>;
  readonly rows: readonly unknown[];
  readonly shown: readonly string[];
  readonly words: Words;
  readonly onClose: () => void;
}

type Format = 'xlsx' | 'csv' | 'paper';
const MIME: Readonly<Record<Exclude<Format, 'paper'>, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
};

const printList = ({ register, rows, shown, words }: Props, title: string, bare: boolean): void => {
  const { t, number, instant } = words;
  const columns = register.columns.filter(({ key }) => shown.includes(key));
  printTable(
    title,
    t('lists.export.printed', { rows: number(rows.length), when: instant(Date.now()) }),
    columns.map(({ key }) => t(`lists.column.${key}`)),
    rows.map((row) => columns.map((column) => textOf(column, row, { words, bare }))),
  );
};

export const ExportDialog = (props: Props): ReactElement => {
  const { name, register, rows, shown, words, onClose } = props;
  const { t, language, number } = words;
  const [format, setFormat] = useState<Format>('xlsx');
  const [clear, setClear] = useState(false);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<readonly Reason[]>([]);
  const title = t(`common.lists.${name}`);

  const write = async (): Promise<void> => {
    const noted = disclose.run(
      null,
      { kind: format === 'paper' ? 'print' : 'export', what: title, rows: rows.length, clear, reason },
      editStamp(),
    );
    const answer = noted.ok ? await save(noted.value) : noted;
    if (!answer.ok) return setRefused(answer.reasons);
    if (format === 'paper') {
      onClose();
      return printList(props, title, clear);
    }
    const list = listOut(name, register, rows, shown, words);
    const options = { language, ...(clear ? { reveal: { reason } } : {}) };
    const bytes = await duringWork('export', async () =>
      format === 'csv'
        ? (await import('../../transfer/out/csv.ts')).writeCsv(list, options)
        : (await import('../../transfer/out/xlsx.ts')).writeXlsx([list as never], options),
    );
    saveFile(`${title}.${format}`, bytes, MIME[format]);
    onClose();
  };
  return (
    <Modal
      open
      title={t('lists.export.title', { list: title })}
      okText={t('lists.export.go')}
      cancelText={t('common.cancel')}
      onOk={write}
      onCancel={onClose}
    >
      <div className={styles.chooser}>
        <span>{t('lists.export.rows', { rows: number(rows.length) })}</span>
        <Radio.Group
          value={format}
          onChange={(event) => setFormat(event.target.value as Format)}
          options={[
            { value: 'xlsx', label: 'XLSX' },
            { value: 'csv', label: 'CSV (UTF-8)' },
            { value: 'paper', label: t('lists.export.paper') },
          ]}
        />
        {register.personal && (
          <label className={styles.bare}>
            <Switch size="small" checked={clear} onChange={setClear} aria-label={t('lists.export.clear')} />
            {t('lists.export.clear')}
          </label>
        )}
        {clear && (
          <Input.TextArea
            value={reason}
            maxLength={200}
            rows={2}
            aria-label={t('lists.export.reason')}
            placeholder={t('lists.export.reason')}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        {refused.map((each) => (
          <Alert key={each.code} type="error" showIcon title={each[language]} />
        ))}
      </div>
    </Modal>
  );
};
