import { PlugDisconnectedRegular } from '@fluentui/react-icons/svg/plug-disconnected';
import { Link } from 'wouter';
import type { ApiAnswer } from '../../shared/api/client.ts';
import { t, asMoment } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Blank } from '../../shared/ui/Failed.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../../shared/ui/Viewed.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';
import { DowntimeHistory } from './DowntimeHistory.tsx';
import { useDowntimes, type DowntimesState } from './useDowntimes.ts';
import type { DowntimeRow } from '../../../api/contingency/contract.ts';
import { downtimePath } from '../shared/contingency-paths.ts';
import { Stopwatch } from './Stopwatch.tsx';
import { useClock } from './useClock.ts';
import { asLeft, minutesOf } from './words.ts';
import styles from './Downtime.module.css';

type View = ApiAnswer<'GET /api/contingency/downtimes'>;

/** Current downtimes, then past ones. */
export function DowntimesPage() {
  const list = useDowntimes();
  return (
    <Viewed view={list.view}>
      {(view) => (
        <Page
          title={answerOf(view)}
          above={t('downtime.title')}
          lead={<Lead view={view} />}
          actions={view.abilities.report && !isEmpty(view, list) && <Report />}
        >
          <ContingencyNav />
          <RunningNow view={view} receivedAt={list.view.dataUpdatedAt} />
          {isEmpty(view, list) ? <Empty view={view} /> : <DowntimeHistory view={view} list={list} />}
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

const isEmpty = ({ total, running }: View, { isFiltered }: DowntimesState): boolean =>
  total === 0 && running.length === 0 && !isFiltered;
const answerOf = ({ running: { length: count } }: View): string =>
  count === 0 ? t('downtime.list.none') : t('downtime.list.running', { count });

/** Every number links to its rows. */
function Lead({ view: { counts } }: { view: View }) {
  if (counts.over === 0) return t('downtime.list.lead');
  return (
    <>
      <Link href="/contingency/downtime?state=closed">{t('downtime.list.over', { count: counts.over })}</Link>{' '}
      {counts.broken > 0 && (
        <Link href="/contingency/downtime?outcome=broken">{t('downtime.list.broken', { count: counts.broken })}</Link>
      )}
    </>
  );
}

const Report = () => (
  <ButtonLink to="/contingency/downtime/new" appearance="primary" size="large" icon={<PlugDisconnectedRegular />}>
    {t('downtime.list.report')}
  </ButtonLink>
);

const Empty = ({ view }: { view: View }) => (
  <Blank
    title={t('downtime.list.emptyTitle')}
    text={t('downtime.list.emptyText')}
    actions={view.abilities.report && <Report />}
  />
);

/** Running downtimes. */
function RunningNow(props: { view: ApiAnswer<'GET /api/contingency/downtimes'>; receivedAt: number }) {
  const { running, now: serverNow } = props.view;
  const now = useClock(serverNow, props.receivedAt);
  if (running.length === 0) return null;
  return (
    <section className="section" aria-labelledby="downtime-now">
      <h2 className="section-title" id="downtime-now">
        {t('downtime.state.running')}
      </h2>
      <ul className={styles.runningList}>
        {running.map((row) => (
          <Running key={row.key} row={row} now={now} />
        ))}
      </ul>
    </section>
  );
}

function Running({ row: { key, title, startedAt, limit, services, centres }, now }: { row: DowntimeRow; now: number }) {
  const past = limit !== undefined && now > Date.parse(limit.until);
  return (
    <li className={past ? `card ${styles.running} ${styles.runningPast}` : `card ${styles.running}`}>
      <div className={styles.runningWhat}>
        <h3 className={styles.runningTitle}>{title}</h3>
        <p className="quiet">{t('downtime.list.since', { moment: asMoment(startedAt) })}</p>
        <p>
          {[t('downtime.services', { count: services }), t('downtime.centres', { count: centres.length })].join(', ')}
        </p>
        {limit && <p className={styles.runningLeft}>{asLeft(minutesOf(now, Date.parse(limit.until)))}</p>}
      </div>
      <Stopwatch startedAt={startedAt} now={now} small />
      <ButtonLink to={downtimePath(key)} appearance="primary" label={t('downtime.list.openLabel', { title })}>
        {t('common.open')}
      </ButtonLink>
    </li>
  );
}
