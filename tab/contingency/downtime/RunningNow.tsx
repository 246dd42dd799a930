import type { DowntimeRow } from '../../../api/contingency/contract.ts';
import type { ApiAnswer } from '../../shared/api/client.ts';
import { asMoment, t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { downtimePath } from '../shared/contingency-paths.ts';
import { Stopwatch } from './Stopwatch.tsx';
import { useClock } from './useClock.ts';
import { asLeft, minutesOf } from './words.ts';
import styles from './Downtime.module.css';

/** Running downtimes. */
export function RunningNow(props: { view: ApiAnswer<'GET /api/contingency/downtimes'>; receivedAt: number }) {
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
