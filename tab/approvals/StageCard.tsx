import type { ReactNode } from 'react';
import type { ApprovalView, SeatView, StageView } from '../../api/approvals/contract.ts';
import { useMe } from '../shared/me.ts';
import { asCards, asDate, asDue, asMoment, t } from '../shared/texts/texts.ts';
import { ChoiceIcon } from './StateTag.tsx';
import { statusOf, votesNeeded } from './tally.ts';
import { bodyName, lateText } from './words.ts';
import styles from './Approvals.module.css';
import personStyles from '../shared/ui/Person.module.css';

const choices = ['approve', 'askChanges', 'reject', 'abstain'] as const;

/** Disqualified is no vote. */
export const votedIn = ({ tally }: Pick<StageView, 'tally'>) => tally.approve + tally.reject + tally.askChanges;

/** The open stage: deciders and rule, progress in words, and every seat with its vote. */
export function StageCard({ view, stage, children }: { view: ApprovalView; stage: StageView; children?: ReactNode }) {
  const late = lateText(view);
  return (
    <section className="card" aria-labelledby="stage-title">
      <div>
        <p className="quiet">{t('approvals.list.step', { number: stage.number, of: view.stages.length })}</p>
        <h2 className="card-title" id="stage-title">
          {t(`roles.${stage.body}`)}
        </h2>
        {stage.centre && <p className="quiet">{stage.centre.title}</p>}
      </div>
      {stage.rule !== 'external' && <Tally stage={stage} />}
      <p className="card-text">{ruleText(stage)}</p>
      {stage.cardsAt !== undefined && <p role="status">{asCards(stage.cardsAt)}</p>}
      {stage.dueOn !== undefined && stage.daysLeft !== undefined && (
        <p className={late ? styles.approvalLate : undefined}>
          {dueText(stage.daysLeft, stage.dueOn)}
          {late && <span className={styles.approvalLateAct}> {late}</span>}
        </p>
      )}
      {stage.rule !== 'external' && <Seats stage={stage} />}
      <Postponements stage={stage} />
      {children}
    </section>
  );
}

/** Meetings that decided nothing, the latest first. */
export function Postponements({ stage: { postponements } }: { stage: StageView }) {
  return [...postponements].reverse().map(({ meetingOn, itemNumber, nextMeetingOn, note, by, at }) => (
    <div key={at} className={styles.decision}>
      <p className={personStyles.personName}>
        {t('approvals.stage.postponed', { date: asDate(meetingOn), item: itemNumber, next: asDate(nextMeetingOn) })}
      </p>
      {note && <p className={styles.approvalReason}>{note}</p>}
      <p className="quiet">{t('approvals.stage.recordedBy', { name: by.name, moment: asMoment(at) })}</p>
    </div>
  ));
}

const dueText = (daysLeft: number, dueOn: string): string =>
  daysLeft < 0 ? asDue(daysLeft, dueOn) : t('common.way.due', { due: asDue(daysLeft, dueOn) });

function ruleText(stage: StageView): string {
  if (stage.rule !== 'quorum') return t(`approvals.stage.${stage.rule}`);
  return t('approvals.stage.quorum', { quorum: statusOf(stage).quorum, seats: stage.tally.seats });
}

function Tally({ stage }: { stage: StageView }) {
  const given = choices.flatMap((choice) => {
    const count = stage.tally[choice];
    return count > 0 ? t(`approvals.stage.tallyChoice.${choice}`, { count }) : [];
  });
  return (
    <div>
      <p className="card-number" role="status">
        {t('common.way.voted', { voted: votedIn(stage), seats: stage.tally.seats })}
      </p>
      {given.length > 0 && <p className="card-text">{given.join(', ')}</p>}
      <p>{neededText(stage)}</p>
    </div>
  );
}

function neededText(stage: StageView): string {
  const { missing, possible, quorum } = statusOf(stage);
  if (stage.rule === 'quorum' && possible < quorum) return t('approvals.stage.tooFew', { body: bodyName(stage.body) });
  const count = votesNeeded(stage);
  if (missing === 0 || count === 0) return '';
  return stage.rule === 'one'
    ? t('approvals.stage.missingEach', { count })
    : t('approvals.stage.missing', { count, body: bodyName(stage.body) });
}

/** Every seat: holder, deputy, vote and reason, or why the seat does not count. */
export function Seats({ stage }: { stage: StageView }) {
  const me = useMe().data?.person.id;
  if (stage.seats.length === 0) return <p className="card-text">{t('approvals.stage.nobody')}</p>;
  return (
    <ul className={styles.seats} aria-label={t('approvals.stage.who')}>
      {stage.seats.map((seat) => (
        <Seat key={seat.holder.id} seat={seat} isMe={seat.holder.id === me} open={stage.state === 'open'} />
      ))}
    </ul>
  );
}

function Seat({ seat, isMe, open }: { seat: SeatView; isMe: boolean; open: boolean }) {
  const { holder, chair, barred, vote } = seat;
  const marks = [chair && t('approvals.stage.chair'), isMe && t('approvals.stage.you')].filter(Boolean).join(', ');
  return (
    <li className={styles.seat}>
      <ChoiceIcon choice={vote?.choice} barred={barred !== undefined} />
      <div className={styles.seatText}>
        <p>
          <span className={personStyles.personName}>{holder.name}</span>
          {marks && ` (${marks})`}
        </p>
        {barred ? <p>{t(`approvals.stage.barred.${barred}`)}</p> : (open || vote) && <p>{voteText(vote)}</p>}
        <Acting seat={seat} />
        {vote?.reason && <p className={styles.approvalReason}>{vote.reason}</p>}
        {(holder.jobTitle ?? holder.centre) && (
          <p className="quiet">{[holder.jobTitle, holder.centre].filter(Boolean).join(', ')}</p>
        )}
      </div>
    </li>
  );
}

/** `Godkendt 24. nov. 2026 kl. 10.12 i chatten`. */
function voteText(vote: SeatView['vote']): string {
  if (!vote) return t('approvals.stage.waits');
  const via = t(vote.via === 'card' ? 'approvals.stage.viaCard' : 'approvals.stage.viaTab');
  return `${t(`approvals.choice.${vote.choice}`)} ${asMoment(vote.at)} ${via}`;
}

/** A deputy: shown before the vote and after it. */
function Acting({ seat: { holder, deputy, vote } }: { seat: SeatView }) {
  if (vote?.by) return <p>{t('approvals.stage.votedBy', { deputy: vote.by.name, holder: holder.name })}</p>;
  if (!deputy || vote) return null;
  return <p>{t('approvals.stage.deputy', { deputy: deputy.name, holder: holder.name })}</p>;
}
