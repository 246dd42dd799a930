import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t } from '../../shared/texts/texts.ts';
import { DataTable, type Column } from '../../shared/ui/DataTable.tsx';
import { DownloadButton } from '../../shared/ui/DownloadButton.tsx';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { NothingFound } from '../../shared/ui/NothingFound.tsx';
import { Pages } from '../../shared/ui/Pages.tsx';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';

interface Option {
  value: string;
  text: string;
}
/** Search, filters, order and place, from `useListChoice`. */
interface List<Sort extends string> {
  choice: {
    q: string;
    centreId: string | undefined;
    state: string | undefined;
    sort: Sort;
    descending: boolean;
    offset: number;
  };
  choose(change: { q?: string; centre?: string; state?: string; offset?: string }): void;
  clear(): void;
  sortBy(by: Sort): void;
}

export const pageSize = 50;
/** States to filter by; others are history, shown on each document. */
export const shownStates = ['valid', 'expired', 'draft', 'waiting', 'returned', 'rejected', 'retired'] as const;

/** The documents of a kind: search and filters, a workbook, and a page of rows. */
export function DocumentList<View extends { total: number }, Row extends { key: string }, Sort extends string>(props: {
  list: List<Sort>;
  view: UseQueryResult<View>;
  rows: (view: View) => readonly Row[];
  columns: readonly Column<Row, Sort>[];
  workbook: UseMutationResult<unknown, Error, void>;
  words: { title: string; search: string; nothing: string };
  centres: readonly Option[];
  states: readonly Option[];
  /** The filters in order, with those that every kind has. */
  filters: (every: { centre: ReactNode; state: ReactNode }) => ReactNode;
}) {
  const { list, view, words } = props;
  const { q, centreId, state, sort, descending, offset } = list.choice;
  const centre = props.centres.length > 1 && (
    <Narrow
      label={t('common.word.centre')}
      all={t('common.word.allCentres')}
      value={centreId}
      options={props.centres}
      onChange={(chosen) => list.choose({ centre: chosen })}
    />
  );
  const status = (
    <Narrow
      label={t('common.word.status')}
      all={t('common.word.allStatuses')}
      value={state}
      options={props.states}
      onChange={(chosen) => list.choose({ state: chosen })}
    />
  );
  return (
    <section className="section" aria-labelledby="documents">
      <div className="section-head">
        <h2 className="section-title" id="documents">
          {words.title}
        </h2>
        <DownloadButton file={props.workbook} busyText={t('common.word.makingExcel')}>
          {t('common.word.excel')}
        </DownloadButton>
      </div>
      <div className="filters">
        <SearchField label={words.search} value={q} onSearch={(text) => list.choose({ q: text })} />
        {props.filters({ centre, state: status })}
        <span className="quiet" role="status">
          {view.data && t('common.table.found', { count: view.data.total })}
        </span>
      </div>
      <Viewed part view={view} skeleton={<Skeleton rows={6} />}>
        {(found) =>
          found.total === 0 ? (
            <NothingFound title={words.nothing} onClear={() => list.clear()}>
              <p>{t('common.word.nothingFound')}</p>
            </NothingFound>
          ) : (
            <>
              <DataTable<Row, Sort>
                caption={words.title}
                columns={props.columns}
                rows={props.rows(found)}
                rowKey={({ key }) => key}
                sorted={{ by: sort, descending }}
                onSort={(by) => list.sortBy(by)}
                busy={view.isPlaceholderData}
              />
              <Pages
                offset={offset}
                limit={pageSize}
                total={found.total}
                onMove={(to) => list.choose({ offset: String(to) })}
              />
            </>
          )
        }
      </Viewed>
    </section>
  );
}
