import { mergeClasses } from '@fluentui/react-components';
import { ArrowSortDownLinesRegular } from '@fluentui/react-icons/svg/arrow-sort-down-lines';
import { ArrowSortRegular } from '@fluentui/react-icons/svg/arrow-sort';
import type { ReactNode } from 'react';
import { t } from '../texts/texts.ts';
import { useFittingTable } from './useFittingTable.ts';
import styles from './DataTable.module.css';

export interface Column<Row, Sort extends string = string> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Sort key of the heading; absent when not sortable. */
  sort?: Sort;
  numeric?: boolean;
  /** A date or a state: never wrapped. */
  short?: boolean;
}

/**
 * Rows under headings. On a narrow screen, and where the rows are wider than their frame, every row becomes a small
 * card with its headings beside the values; the roles are explicit, since browsers drop a table's semantics when its
 * layout changes.
 */
export function DataTable<Row, Sort extends string = string>(props: {
  caption: string;
  columns: readonly Column<Row, Sort>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sorted?: { by: Sort; descending?: boolean };
  onSort?: (by: Sort) => void;
  busy?: boolean;
}) {
  const frame = useFittingTable();
  return (
    <div className={styles.tableFrame} ref={frame} aria-busy={props.busy === true}>
      <table className={styles.table} data-part="table" role="table">
        <caption className="hidden">{props.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {props.columns.map((column) => (
              <Heading key={column.key} column={column} sorted={props.sorted} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {props.rows.map((row) => (
            <tr role="row" key={props.rowKey(row)}>
              {props.columns.map((column, position) => (
                <td
                  role="cell"
                  key={column.key}
                  className={classOf(column)}
                  data-title={position === 0 ? undefined : column.title}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const classOf = ({ numeric, short }: { numeric?: boolean; short?: boolean }): string | undefined =>
  mergeClasses(numeric && styles.numeric, short && styles.short) || undefined;

function Heading<Row, Sort extends string>(props: {
  column: Column<Row, Sort>;
  sorted: { by: Sort; descending?: boolean } | undefined;
  onSort: ((by: Sort) => void) | undefined;
}) {
  const { column, sorted, onSort } = props;
  const numeric = classOf(column);
  const { sort } = column;
  if (!sort || !onSort)
    return (
      <th role="columnheader" scope="col" className={numeric}>
        {column.title}
      </th>
    );
  const active = sorted?.by === sort;
  const direction = sorted?.descending ? 'descending' : 'ascending';
  return (
    <th role="columnheader" scope="col" className={numeric} aria-sort={active ? direction : 'none'}>
      <button
        type="button"
        className={styles.tableSort}
        data-part="table-sort"
        title={t('common.table.sortBy', { column: column.title })}
        onClick={() => onSort(sort)}
      >
        {column.title}
        {active ? (
          <ArrowSortDownLinesRegular aria-hidden />
        ) : (
          <ArrowSortRegular className={styles.tableUnsorted ?? ''} aria-hidden />
        )}
      </button>
    </th>
  );
}
