import type { TaskView } from '../../api/annual-wheel/contract.ts';
import { asDate, asMoment, t } from '../shared/texts/texts.ts';
import timeLineStyles from '../shared/ui/TimeLine.module.css';
import styles from './TaskPage.module.css';

type Event = TaskView['history'][number];

const whatText = ({ what, from, to }: Event): string =>
  what === 'moved' && from && to
    ? t('wheel.event.movedTo', { from: asDate(from), to: asDate(to) })
    : t(`wheel.event.${what}`);

/** History, newest first. */
export function TaskHistory({ history }: { history: TaskView['history'] }) {
  return (
    <section className="card" aria-labelledby="history-title">
      <h2 className="card-title" id="history-title">
        {t('wheel.task.history')}
      </h2>
      {history.length === 0 ? (
        <p className="card-text">{t('wheel.task.noHistory')}</p>
      ) : (
        <ol className={`${styles.taskHistory} ${timeLineStyles.timeLine}`} data-part="time-line">
          {[...history].reverse().map((event) => (
            <li key={`${event.at} ${event.what} ${event.to ?? ''}`}>
              <p className={styles.historyWhat}>{whatText(event)}</p>
              {event.text && <p>{event.text}</p>}
              <p className="quiet">
                {asMoment(event.at)} · {event.by?.name ?? t('wheel.event.somebody')}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
