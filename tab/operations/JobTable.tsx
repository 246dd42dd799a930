import type { OperationsView } from '../../api/operations/contract.ts';
import { asDuration } from '../shared/duration.ts';
import { t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { asAgo, asSoon, causeText, causeTitle, jobText } from './operations-texts.ts';
import { useSorted, type Orders } from './useOperations.ts';
import styles from './OperationsPage.module.css';

type Row = OperationsView['jobs'][number];
type Sort = 'name' | 'every' | 'lastRun' | 'next' | 'state';

const stateText = ({ problem }: Row): string =>
  problem === undefined ? t('operations.fine') : `${t('operations.jobs.failed')}: ${causeTitle(problem)}`;
const everyText = ({ everySeconds, at }: Row): string => {
  const [hour = '', minute = ''] = (at ?? '').split(':');
  if (at !== undefined) return t('operations.jobs.daily', { hour, minute });
  if (everySeconds === undefined) return t('operations.jobs.whenNeeded');
  return everySeconds < 60
    ? t('operations.jobs.everySeconds', { count: everySeconds })
    : t('operations.jobs.everyMinutes', { count: Math.round(everySeconds / 60) });
};
const tookText = (tookMs: number): string =>
  t('operations.jobs.took', {
    duration: tookMs < 1000 ? t('operations.jobs.instant') : asDuration(tookMs / 1000),
  });
const daySeconds = 86_400;
const orders: Orders<Row, Sort> = {
  name: ({ name }) => jobText(name),
  every: ({ everySeconds, at }) => everySeconds ?? (at === undefined ? 0 : daySeconds),
  lastRun: ({ lastRunAt }) => lastRunAt ?? '',
  next: ({ nextRunAt }) => nextRunAt ?? '',
  state: stateText,
};

const lastOkText = ({ lastOkAt }: Row, now: string): string =>
  lastOkAt === undefined ? t('operations.jobs.neverOk') : t('operations.jobs.lastOk', { ago: asAgo(lastOkAt, now) });

const columnsAt = (now: string): Column<Row, Sort>[] => [
  {
    key: 'name',
    title: t('operations.jobs.name'),
    sort: 'name',
    cell: ({ name }) => <p className={styles.operationsName}>{jobText(name)}</p>,
  },
  { key: 'every', title: t('operations.jobs.every'), sort: 'every', cell: everyText },
  {
    key: 'lastRun',
    title: t('operations.jobs.lastRun'),
    sort: 'lastRun',
    cell: ({ lastRunAt, tookMs }) => (
      <div>
        <p>{asAgo(lastRunAt, now)}</p>
        {tookMs !== undefined && <p className="quiet">{tookText(tookMs)}</p>}
      </div>
    ),
  },
  {
    key: 'next',
    title: t('operations.jobs.next'),
    sort: 'next',
    cell: (row) => (row.nextRunAt === undefined ? everyText(row) : asSoon(row.nextRunAt, now)),
  },
  {
    key: 'state',
    title: t('common.word.status'),
    sort: 'state',
    cell: (row) =>
      row.problem === undefined ? (
        stateText(row)
      ) : (
        <div>
          <p className={styles.operationsName}>{stateText(row)}</p>
          <p className="quiet">
            {causeText(row.problem)} {lastOkText(row, now)}
          </p>
        </div>
      ),
  },
];

/** Scheduled jobs: interval and latest result. */
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
