import { Button } from '@fluentui/react-components';
import { t } from '../texts/texts.ts';
import { Blank } from './Blank.tsx';
import { DataTable, type Column } from './DataTable.tsx';

/** The order of a list and its way back to all, as `useListChoice` gives them. */
export interface OrderedList<Sort extends string> {
  sort: Sort;
  descending: boolean;
  sortBy(by: Sort): void;
  /** Removes all filters. */
  clear(): void;
  view: { isPlaceholderData: boolean };
}

/** The rows that a list's filters let through, or that there are none, with the way back to all. */
export function FoundRows<Row, Sort extends string>(props: {
  list: OrderedList<Sort>;
  caption: string;
  columns: readonly Column<Row, Sort>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  nothing: string;
}) {
  const { list, caption, columns, rows, rowKey, nothing } = props;
  if (rows.length === 0)
    return (
      <div role="status">
        <Blank title={nothing} actions={<Button onClick={() => list.clear()}>{t('common.word.showAll')}</Button>} />
      </div>
    );
  return (
    <DataTable<Row, Sort>
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={rowKey}
      sorted={{ by: list.sort, descending: list.descending }}
      onSort={(by) => list.sortBy(by)}
      busy={list.view.isPlaceholderData}
    />
  );
}
