import { useMemo, useState } from 'react';
import type { OperationsView } from '../../api/operations/contract.ts';
import { asNumber, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { NothingFound } from '../shared/ui/NothingFound.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { asAgo, causeTitle, listText, seenText } from './operations-texts.ts';
import { useSorted, type Orders } from './useOperations.ts';
import styles from './OperationsPage.module.css';

type Row = OperationsView['lists'][number];
type Sort = 'list' | 'items' | 'setAside' | 'asOf' | 'seen' | 'state';

const stateText = ({ stale, problem }: Row): string => {
  if (problem !== undefined) return causeTitle(problem);
  return stale ? t('operations.lists.stale') : t('operations.fine');
};
const orders: Orders<Row, Sort> = {
  list: ({ list }) => listText(list),
  items: ({ items }) => items,
  setAside: ({ setAsideCount }) => setAsideCount,
  asOf: ({ asOf }) => asOf ?? '',
  seen: ({ seen }) => (seen?.by === 'looks' ? seen.everyMinutes : 0),
  state: stateText,
};

const columnsAt = (now: string): Column<Row, Sort>[] => [
  {
    key: 'list',
    title: t('operations.lists.name'),
    sort: 'list',
    cell: ({ list }) => (
      <div>
        <p className={styles.operationsName}>{listText(list)}</p>
        {listText(list) !== list && <p className="quiet">{list}</p>}
      </div>
    ),
  },
  {
    key: 'items',
    title: t('operations.lists.items'),
    sort: 'items',
    numeric: true,
    cell: ({ items }) => asNumber(items),
  },
  {
    key: 'setAside',
    title: t('operations.lists.setAside'),
    sort: 'setAside',
    numeric: true,
    cell: ({ setAsideCount }) => asNumber(setAsideCount),
  },
  { key: 'asOf', title: t('operations.lists.asOf'), sort: 'asOf', cell: ({ asOf }) => asAgo(asOf, now) },
  { key: 'seen', title: t('operations.lists.seen'), sort: 'seen', cell: seenText },
  { key: 'state', title: t('common.word.status'), sort: 'state', cell: stateText },
];

const matches = ({ list }: Row, q: string) =>
  [list, listText(list)].some((text) => text.toLowerCase().includes(q.toLowerCase()));

/** Size and freshness of each list. */
export function ListTable({ operations }: { operations: OperationsView }) {
  const [q, setQ] = useState('');
  const [cleared, setCleared] = useState(0);
  const clear = () => {
    setQ('');
    setCleared((times) => times + 1);
  };
  const found = useMemo(() => operations.lists.filter((row) => matches(row, q)), [operations.lists, q]);
  const sorted = useSorted(found, orders, { by: 'list', descending: false });
  return (
    <section className="section" aria-labelledby="lists">
      <h2 className="section-title" id="lists">
        {t('operations.lists.title')}
      </h2>
      <p className="section-text">{t('operations.lists.text')}</p>
      <div className="filters">
        <SearchField label={t('operations.lists.search')} value={q} onSearch={setQ} key={cleared} />
        <span className="quiet" role="status">
          {t('common.table.found', { count: found.length })}
        </span>
      </div>
      {found.length === 0 ? (
        <NothingFound title={t('operations.lists.nothing')} onClear={clear}>
          <p>{t('common.table.nothingText')}</p>
        </NothingFound>
      ) : (
        <DataTable
          caption={t('operations.lists.title')}
          columns={columnsAt(operations.now)}
          rowKey={({ list }) => list}
          {...sorted}
        />
      )}
    </section>
  );
}
