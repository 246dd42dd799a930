import type { DowntimeView } from '../../../api/contingency/contract.ts';
import { asMoment, t } from '../../shared/texts/texts.ts';
import timeLineStyles from '../../shared/ui/TimeLine.module.css';
import styles from './Downtime.module.css';

interface Line {
  key: string;
  at: string;
  kind?: string;
  text: string;
  by?: string;
}

/** System events and log entries, newest first while it runs. */
function linesOf({ title, startedAt, endedAt, reportedAt, reportedBy, state, log }: DowntimeView): Line[] {
  const known: Line[] = [
    { key: 'start', at: startedAt, text: t('downtime.live.wentDown', { title }) },
    { key: 'told', at: reportedAt, text: t('downtime.live.reported', { name: reportedBy.name }) },
    ...(endedAt !== undefined && state === 'closed'
      ? [{ key: 'end', at: endedAt, text: t('downtime.live.runsAgain', { title }) }]
      : []),
  ];
  const written = log.map(({ key, at, kind, text, by }): Line => ({
    key,
    at,
    text,
    kind: t(`downtime.live.kind.${kind}`),
    by: by.name,
  }));
  const lines = [...known, ...written].sort((one, other) => one.at.localeCompare(other.at));
  return state === 'running' ? lines.reverse() : lines;
}

export function TimeLine({ downtime }: { downtime: DowntimeView }) {
  return (
    <ol className={`${timeLineStyles.timeLine} ${styles.downtimeLine}`} data-part="time-line">
      {linesOf(downtime).map(({ key, at, kind, text, by }) => (
        <li key={key}>
          <p className="quiet">{[asMoment(at), kind, by].filter(Boolean).join(' · ')}</p>
          <p className={styles.downtimeText}>{text}</p>
        </li>
      ))}
    </ol>
  );
}
