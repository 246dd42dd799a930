import type { ApprovalView, EventView } from '../../api/approvals/contract.ts';
import { asDate, asMoment, t } from '../shared/texts/texts.ts';
import { bodyName } from './words.ts';
import timeLineStyles from '../shared/ui/TimeLine.module.css';
import styles from './Approvals.module.css';

function whatText({ what, body, choice, outcome, nextMeetingOn }: EventView): string {
  const who = body ? bodyName(body) : '';
  switch (what) {
    case 'submitted':
    case 'minutesAttached':
    case 'corrected':
    case 'withdrawn':
      return t(`approvals.event.${what}`);
    case 'stageOpened':
    case 'recorded':
      return t(`approvals.event.${what}`, { body: who });
    case 'postponed':
      return t('approvals.event.postponed', {
        body: who,
        day: nextMeetingOn === undefined ? '' : asDate(nextMeetingOn),
      });
    case 'voted':
    case 'voteChanged':
      return t(`approvals.event.${what}.${choice ?? 'approve'}`);
    case 'stageClosed':
    case 'ended':
      return t(`approvals.event.${what}.${outcome ?? 'approved'}`, { body: who });
  }
}

/** The actor; for a deputy also the person represented. */
function whoText({ person, inPlaceOf }: EventView): string | undefined {
  if (!person || !inPlaceOf) return person?.name;
  return t('approvals.event.inPlaceOf', { name: person.name, other: inPlaceOf.name });
}

/** All events, newest first. */
export function Events({ events }: { events: ApprovalView['events'] }) {
  return (
    <section className="card" aria-labelledby="events-title">
      <h2 className="card-title" id="events-title">
        {t('approvals.detail.events')}
      </h2>
      <ol className={`${styles.approvalEvents} ${timeLineStyles.timeLine}`} data-part="time-line">
        {[...events].reverse().map((event, position) => (
          <li key={events.length - position}>
            <p className={styles.eventWhat}>{whatText(event)}</p>
            {event.text && <p className={styles.approvalReason}>{event.text}</p>}
            {event.closedBy && <p className="card-text">{t(`approvals.closedBy.${event.closedBy}`)}</p>}
            <p className="quiet">{[asMoment(event.at), whoText(event)].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
