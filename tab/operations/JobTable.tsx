import type { OperationsView } from '../../api/operations/contract.ts';
import { asDuration } from '../shared/duration.ts';
import { t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { asAgo, causeTitle, jobText } from './operations-texts.ts';
import { useSorted, type Orders } from './useOperations.ts';

type Row = OperationsView['jobs'][number];
type Sort = 'name' | 'every' | 'lastRun' | 'state';

const stateText = ({ problem }: Row): string =>
  problem === undefined ? t('operations.fine') : `${t('operations.jobs.failed')}: ${causeTitle(problem)}`;
const everyText = ({ everySeconds }: Row): string =>
  everySeconds === undefined
    ? t('operations.jobs.whenNeeded')
    : t('operations.jobs.everyDuration', { duration: asDuration(everySeconds) });
const orders: Orders<Row, Sort> = {
  name: ({ name }) => jobText(name),
  every: ({ everySeconds }) => everySeconds ?? 0,
  lastRun: ({ lastRunAt }) => lastRunAt ?? '',
  state: stateText,
};

const columnsAt = (now: string): Column<Row, Sort>[] => [
  {
    key: 'name',
    title: t('operations.jobs.name'),
    sort: 'name',
    cell: ({ name }) => <p className="operations-name">{jobText(name)}</p>,
  },
  { key: 'every', title: t('operations.jobs.every'), sort: 'every', cell: everyText },
  {
    key: 'lastRun',
    title: t('operations.jobs.lastRun'),
    sort: 'lastRun',
    cell: ({ lastRunAt }) => asAgo(lastRunAt, now),
  },
  { key: 'state', title: t('operations.jobs.state'), sort: 'state', cell: stateText },
];

/** What the program does by itself, how often, and how it went. */
export function JobTable({ operations }: { operations: OperationsView }) {
  const sorted = useSorted(operations.jobs, orders, { by: 'name', descending: false });
  return (
    <section className="section" aria-labelledby="jobs">
      <h2 className="section-title" id="jobs">
        {t('operations.jobs.title')}
      </h2>
      <p className="section-text">{t('operations.jobs.text')}</p>
      <DataTable
        caption={t('operations.jobs.title')}
        columns={columnsAt(operations.now)}
        rowKey={({ name }) => name}
        {...sorted}
      />
    </section>
  );
}
