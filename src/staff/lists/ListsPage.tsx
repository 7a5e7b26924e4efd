/**
 * The registers (名册): residents, households, members, floating, assisted, organisations, facilities. Sorted, filtered and scrolled in
 * memory over all rows; only the rows in sight are drawn. Names are masked until the switch above the list is turned, and masked
 * again when the list is left.
 */
import { Button, Table } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { duringWork } from '../../state/busy.ts';
import { Failed, Waiting } from '../../ui/parts/States.tsx';
import { Icon } from '../../ui/parts/icons.tsx';
import { useQuery } from '../../ui/parts/use-query.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { useGridCodes } from './homes.ts';
import { ListBar } from './ListBar.tsx';
import styles from './lists.module.css';
import { matches } from './register.ts';
import type { RegisterName } from './register-names.ts';
import { registerOf } from './registers/index.ts';
import { openRef } from './RowLink.tsx';
import { tableColumns } from './table-columns.tsx';
import { useBoxSize } from './use-box-size.ts';
import { useColumns } from './use-columns.ts';

const HEAD_HEIGHT = 48;
const ACTION_WIDTH = 120;
const NO_ROWS: readonly unknown[] = [];

const List = ({ name }: { name: RegisterName }): ReactElement => {
  const register = registerOf(name);
  const words = useWords();
  const gridCodes = useGridCodes();
  const query = useQuery(`list/${name}`, () => duringWork('list', register.load));
  const [filter, setFilter] = useState('');
  const [bare, setBare] = useState(false);
  const [chosen, setChosen] = useState<readonly unknown[] | null>(null);
  const [exporting, setExporting] = useState(false);
  const { shown, choose } = useColumns(name, register.columns);
  const [box, size] = useBoxSize();

  const rows = query.data ?? NO_ROWS;
  const found = useMemo(
    () =>
      filter.trim() === '' ? rows : rows.filter((row) => matches(register.haystackOf(row), filter.trim())),
    [rows, filter, register],
  );
  const columns = useMemo(
    () => [
      ...tableColumns(register, { words, bare, gridCodes, shown }),
      {
        key: 'show',
        width: ACTION_WIDTH,
        title: <span className="visually-hidden">{words.t('lists.show')}</span>,
        render: (_: unknown, row: unknown) =>
          register.buildingIdOf(row) === null ? null : (
            <Button
              size="small"
              type="text"
              icon={<Icon name="layers" size={14} />}
              onClick={() => void openRef(register.refOf(row))}
            >
              {words.t('lists.show')}
            </Button>
          ),
      },
    ],
    [register, words, bare, gridCodes, shown],
  );
  const width = columns.reduce((sum, column) => sum + Number(column.width), 0);

  return (
    <section className={styles.page} aria-label={words.t(`common.lists.${name}`)}>
      <ListBar
        name={name}
        words={words}
        total={rows.length}
        found={chosen?.length ?? found.length}
        filter={filter}
        onFilter={(text) => {
          setFilter(text);
          setChosen(null);
        }}
        columns={register.columns}
        shown={shown}
        onColumns={choose}
        onExport={() => setExporting(true)}
        bare={register.personal ? { on: bare, set: setBare } : null}
      />
      <div ref={box} className={styles.box}>
        {query.status === 'failed' ? (
          <Failed retry={query.retry} />
        ) : query.status === 'loading' ? (
          <Waiting lines={12} />
        ) : (
          size.height > 0 && (
            <Table
              virtual
              size="middle"
              bordered={false}
              rowKey={register.idOf}
              columns={columns}
              dataSource={found}
              pagination={false}
              scroll={{ x: Math.max(width, size.width), y: size.height - HEAD_HEIGHT }}
              onChange={(_page, _filters, _sorter, { currentDataSource }) => setChosen(currentDataSource)}
              locale={{ emptyText: words.t('lists.nothing') }}
            />
          )
        )}
      </div>
      {exporting && (
        <ExportDialog
          name={name}
          register={register}
          rows={chosen ?? found}
          shown={shown}
          words={words}
          onClose={() => setExporting(false)}
        />
      )}
    </section>
  );
};

/** Keyed by name: another list starts with its own filter, and masked. */
const ListsPage = ({ name }: { name: RegisterName }): ReactElement => <List key={name} name={name} />;

export default ListsPage;
