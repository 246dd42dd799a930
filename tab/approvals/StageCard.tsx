import { PersonFilled } from '@fluentui/react-icons/svg/person';
import type { ReactNode } from 'react';
import type { ApprovalView, SeatView, StageView } from '../../api/approvals/contract.ts';
import { useMe } from '../shared/me.ts';
import { asDue, asMoment, t } from '../shared/texts/texts.ts';
import { DecisionCard } from './DecisionCard.tsx';
import { ChoiceTag } from './StateTag.tsx';
import { quorumOf, standingOf, votesNeeded } from './tally.ts';
import { bodyName, lateText } from './words.ts';

const choices = ['approve', 'askChanges', 'reject', 'abstain'] as const;

const votedIn = ({ tally }: StageView) => tally.approve + tally.reject + tally.askChanges + tally.abstain;

/** The stage that is open: who decides and by what rule, how far it is in words, and every seat with its vote. */
export function StageCard({ view, stage, children }: { view: ApprovalView; stage: StageView; children?: ReactNode }) {
  const late = lateText(view);
  return (
    <section className="card" aria-labelledby="stage-title">
      <div>
        <p className="quiet">{t('approvals.stage.open', { number: stage.number, of: view.stages.length })}</p>
        <h2 className="card-title" id="stage-title">
          {t(`roles.${stage.body}`)}
        </h2>
        {stage.centre && <p className="quiet">{stage.centre.title}</p>}
      </div>
      {stage.rule !== 'external' && <Tally stage={stage} />}
      <p className="card-text">{ruleText(stage)}</p>
      {stage.dueOn !== undefined && stage.daysLeft !== undefined && (
        <p className={late ? 'approval-late' : undefined}>
          {t('approvals.stage.due', { due: asDue(stage.daysLeft, stage.dueOn) })}
          {late && <span className="approval-late-act"> {late}</span>}
        </p>
      )}
      {stage.rule !== 'external' && <Seats stage={stage} />}
      {children}
    </section>
  );
}

function ruleText(stage: StageView): string {
  if (stage.rule !== 'quorum') return t(`approvals.stage.${stage.rule}`);
  const { eligible } = standingOf(stage);
  return t('approvals.stage.quorum', { quorum: quorumOf(stage, eligible), seats: stage.seats.length });
}

function Tally({ stage }: { stage: StageView }) {
  const given = choices.flatMap((choice) => {
    const count = stage.tally[choice];
    return count > 0 ? t(`approvals.stage.tallyChoice.${choice}`, { count }) : [];
  });
  return (
    <div>
      <p className="card-number" role="status">
        {t('approvals.stage.tally', { voted: votedIn(stage), seats: stage.tally.seats })}
      </p>
      {given.length > 0 && <p className="card-text">{given.join(', ')}</p>}
      <p>{neededText(stage)}</p>
    </div>
  );
}

function neededText(stage: StageView): string {
  const { missing, eligible } = standingOf(stage);
  if (stage.rule === 'quorum' && eligible === 0) return t('approvals.stage.tooFew', { body: bodyName(stage.body) });
  const count = votesNeeded(stage);
  if (missing === 0 || count === 0) return '';
  return stage.rule === 'one'
    ? t('approvals.stage.missingEach', { count })
    : t('approvals.stage.missing', { count, body: bodyName(stage.body) });
}

/** Every seat: whose, who acts for them, what they voted and why, or why the seat does not count. */
export function Seats({ stage }: { stage: StageView }) {
  const me = useMe().data?.person.id;
  if (stage.seats.length === 0) return <p className="card-text">{t('approvals.stage.nobody')}</p>;
  return (
    <ul className="seats" aria-label={t('approvals.stage.who')}>
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
    <li className={barred ? 'seat seat-barred' : 'seat'}>
      <PersonFilled className="seat-mark" aria-hidden />
      <div className="seat-text">
        <p>
          <span className="person-name">{holder.name}</span>
          {marks && ` (${marks})`}
        </p>
        {(holder.jobTitle ?? holder.centre) && (
          <p className="quiet">{[holder.jobTitle, holder.centre].filter(Boolean).join(', ')}</p>
        )}
        <Acting seat={seat} />
        {vote?.reason && <p className="approval-reason">{vote.reason}</p>}
        {vote && (
          <p className="quiet">
            {asMoment(vote.at)} {t(vote.via === 'card' ? 'approvals.stage.viaCard' : 'approvals.stage.viaTab')}
          </p>
        )}
        {barred && <p className="quiet">{t(`approvals.stage.barred.${barred}`)}</p>}
      </div>
      {!barred && (open || vote) && <ChoiceTag choice={vote?.choice} />}
    </li>
  );
}

/** Who acts in another's place: says so before the vote and after it. */
function Acting({ seat: { holder, deputy, vote } }: { seat: SeatView }) {
  if (vote?.by) return <p>{t('approvals.stage.votedBy', { deputy: vote.by.name, holder: holder.name })}</p>;
  if (!deputy || vote) return null;
  return <p>{t('approvals.stage.deputy', { deputy: deputy.name, holder: holder.name })}</p>;
}

/** Stages that have been decided: the outcome first, how it was decided, and the votes behind a fold. */
export function DecidedStages({ view, onAttach }: { view: ApprovalView; onAttach: (stage: number) => void }) {
  const decided = view.stages.filter(({ closedAt }) => closedAt !== undefined);
  if (decided.length === 0) return null;
  return (
    <section className="card" aria-labelledby="decided-title">
      <h2 className="card-title" id="decided-title">
        {t('approvals.stage.earlier')}
      </h2>
      {decided.map((stage) => (
        <div key={stage.number} className="decided-stage">
          <h3 className="decided-body">{t(`roles.${stage.body}`)}</h3>
          <p>
            {t(`approvals.stageState.${stage.state}`)} {stage.closedAt && asMoment(stage.closedAt)}
          </p>
          {stage.closedBy && <p className="card-text">{t(`approvals.closedBy.${stage.closedBy}`)}</p>}
          {stage.decision && <DecisionCard view={view} stage={stage} decision={stage.decision} onAttach={onAttach} />}
          {stage.rule !== 'external' && (
            <details className="decided-votes" open={view.state !== 'open' && view.state !== 'approved'}>
              <summary>{t('approvals.stage.tally', { voted: votedIn(stage), seats: stage.tally.seats })}</summary>
              <Seats stage={stage} />
            </details>
          )}
        </div>
      ))}
    </section>
  );
}
