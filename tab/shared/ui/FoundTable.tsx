import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { t } from '../texts/texts.ts';
import { ActButton } from './ActButton.tsx';
import type { Column } from './DataTable.tsx';
import { ActFailed } from './Failed.tsx';
import { FoundRows } from './FoundRows.tsx';
import { Pages } from './Pages.tsx';

/** Filters, order and export of a list, from its hook. */
export interface FoundList<Sort extends string> {
  choice: { sort: Sort; descending: boolean; offset: number };
  sortBy(by: Sort): void;
  choose(change: { offset: string }): void;
  /** Removes all filters. */
  clear(): void;
  excel: { start(): void; busy: boolean; error: Error | null };
  view: { isPlaceholderData: boolean };
}

/** A list's result: the count, its workbook, a window of the rows, and a reset when there are none. */
export function FoundTable<Row, Sort extends string>(props: {
  list: FoundList<Sort>;
  caption: string;
  columns: readonly Column<Row, Sort>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  total: number;
  pageSize: number;
  words: { excel: string; excelBusy: string; nothing: string };
}) {
  const { list, caption, columns, rows, rowKey, total, pageSize, words } = props;
  const { choice, excel } = list;
  return (
    <>
      <div className="card-row">
        <span className="quiet" role="status">
          {t('common.table.found', { count: total })}
        </span>
        <ActButton
          icon={<ArrowDownloadRegular />}
          busy={excel.busy}
          busyText={words.excelBusy}
          onClick={() => excel.start()}
        >
          {words.excel}
        </ActButton>
      </div>
      <ActFailed error={excel.error} />
      <FoundRows<Row, Sort>
        list={{ ...list, ...choice }}
        caption={caption}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        nothing={words.nothing}
      />
      <Pages
        offset={choice.offset}
        limit={pageSize}
        total={total}
        onMove={(offset) => list.choose({ offset: String(offset) })}
      />
    </>
  );
}
