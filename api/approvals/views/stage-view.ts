import type { Context } from '../../context.ts';
import { daysBetween, isCentreRole, todayOf } from '../../kernel/index.ts';
import { centreRef, personRef } from '../../organisation/index.ts';
import { cardsAt } from '../approval-campaign.ts';
import type { DecisionView, FileView, SeatView, StageView } from '../contract.ts';
import type { ApprovalRequest, ExternalDecision, FrozenFile, Stage, Vote } from '../request-list.ts';
import { votesThatCount } from '../request.ts';
import { tallyOf } from '../stage-rule.ts';
import { stageSeats, type StageSeat } from '../stage-seats.ts';
import { turnoutOf } from '../turnout.ts';

/** A stage with its deciders and their votes. */
export function stageView(context: Context, request: ApprovalRequest, stage: Stage, number: number): StageView {
  const { body, personId, centreId, rule, quorum, state, openedAt, dueOn, closedAt, closedBy, decision } = stage;
  const isToCome = state === 'open' || state === 'waiting';
  const seats = isToCome && rule !== 'external' ? stageSeats(context, stage, request.submittedBy) : [];
  const leaving = cardsAt(context, request, number);
  const needed = isToCome && rule === 'quorum' ? tallyOf(stage, seats).quorum : quorum;
  const centre = isCentreRole(body) ? centreRef(context, centreId) : undefined;
  const shown = seatViews(context, stage, seats);
  return {
    number,
    body,
    rule,
    state,
    ...(personId === undefined ? {} : { person: personRef(context, personId) }),
    ...(centre ? { centre } : {}),
    ...(needed === undefined ? {} : { quorum: needed }),
    ...(openedAt === undefined ? {} : { openedAt }),
    ...(leaving === undefined ? {} : { cardsAt: leaving }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(dueOn === undefined || state !== 'open' ? {} : { daysLeft: daysBetween(todayOf(context.clock), dueOn) }),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(closedBy === undefined ? {} : { closedBy }),
    seats: shown,
    tally: { ...counts(stage), seats: turnoutOf(stage, seats).seats },
    postponements: (stage.postponements ?? []).map(({ by, ...rest }) => ({ ...rest, by: personRef(context, by) })),
    ...(decision ? { decision: decisionView(context, decision) } : {}),
  };
}

/** Today's seats, and votes without a seat today. A closed stage shows who decided it. */
function seatViews(context: Context, stage: Stage, seats: readonly StageSeat[]): SeatView[] {
  const votes = votesThatCount(stage);
  const today = new Set(seats.map(({ holder }) => holder));
  const former = [...votes.values()].filter(({ seat }) => !today.has(seat));
  return [
    ...seats.map(({ holder, chair, deputy, barred }): SeatView => ({
      holder: personRef(context, holder),
      chair,
      ...(deputy === undefined ? {} : { deputy: personRef(context, deputy) }),
      ...(barred === undefined ? {} : { barred }),
      ...voteIn(context, votes.get(holder)),
    })),
    ...former
      .sort((one, other) => Number(other.chair) - Number(one.chair) || one.at.localeCompare(other.at))
      .map((vote): SeatView => ({
        holder: personRef(context, vote.seat),
        chair: vote.chair,
        ...voteIn(context, vote),
      })),
  ];
}

function voteIn(context: Context, vote: Vote | undefined): Pick<SeatView, 'vote'> {
  if (!vote) return {};
  const { choice, reason, at, by, seat, via } = vote;
  return {
    vote: {
      choice,
      at,
      via,
      ...(reason === undefined ? {} : { reason }),
      ...(by === seat ? {} : { by: personRef(context, by) }),
    },
  };
}

function counts(stage: Stage): Omit<StageView['tally'], 'seats'> {
  const votes = [...votesThatCount(stage).values()];
  const count = (choice: Vote['choice']) => votes.filter((vote) => vote.choice === choice).length;
  return {
    approve: count('approve'),
    reject: count('reject'),
    askChanges: count('askChanges'),
    abstain: count('abstain'),
  };
}

export const fileView = ({ name, size, type, hash }: FrozenFile): FileView => ({ name, size, type, hash });

function decisionView(context: Context, decision: ExternalDecision): DecisionView {
  const { meetingOn, itemNumber, outcome, note, minutesUrl, minutes, appliesFrom, by, at, corrections = [] } = decision;
  return {
    meetingOn,
    itemNumber,
    outcome,
    recordedAt: at,
    ...(note === undefined ? {} : { note }),
    ...(minutesUrl === undefined ? {} : { minutesUrl }),
    ...(minutes ? { minutes: fileView(minutes) } : {}),
    ...(appliesFrom === undefined ? {} : { appliesFrom }),
    recordedBy: personRef(context, by),
    corrections: corrections.map((was) => ({
      meetingOn: was.meetingOn,
      itemNumber: was.itemNumber,
      ...(was.note === undefined ? {} : { note: was.note }),
      ...(was.minutesUrl === undefined ? {} : { minutesUrl: was.minutesUrl }),
      ...(was.minutes ? { minutes: fileView(was.minutes) } : {}),
      reason: was.reason,
      by: personRef(context, was.by),
      at: was.at,
    })),
  };
}
