import type { Instant, PersonId } from '../kernel/index.ts';
import type { EventView } from './contract.ts';
import type { ApprovalRequest, ExternalDecision, Stage } from './request-list.ts';
import { votesThatCount } from './request.ts';

/** One event of a request; people are ids. */
export interface ApprovalEvent extends Omit<EventView, 'at' | 'person' | 'inPlaceOf'> {
  at: Instant;
  person?: PersonId;
  /** Holder of the deputy's seat. */
  inPlaceOf?: PersonId;
  /** Distinguishes repeats of the same act: events are never removed or reordered. */
  occasion: string;
}

/** The timeline of a request, oldest first, from its own data. */
export function eventsOf(request: ApprovalRequest): ApprovalEvent[] {
  const { submittedAt, submittedBy, stages } = request;
  const events: ApprovalEvent[] = [
    { at: submittedAt, what: 'submitted', person: submittedBy, occasion: 'submitted' },
    ...stages.flatMap((stage, index) => stageEvents(stage, index + 1)),
    ...endOf(request),
  ];
  return events.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function stageEvents(stage: Stage, number: number): ApprovalEvent[] {
  const { body, openedAt, closedAt, closedBy, closedByPerson, state } = stage;
  const about = { stage: number, body };
  const occasion = (what: string) => `s${number}-${what}`;
  const events: ApprovalEvent[] = [];
  if (openedAt !== undefined)
    events.push({ at: openedAt, what: 'stageOpened', ...about, occasion: occasion('opened') });
  events.push(...voteEvents(stage, about, occasion));
  events.push(...meetingEvents(stage, about, occasion));
  if (closedAt !== undefined && closedBy !== undefined && isOutcome(state))
    events.push({
      at: closedAt,
      what: 'stageClosed',
      ...about,
      outcome: state,
      closedBy,
      occasion: occasion('closed'),
      ...(closedByPerson === undefined ? {} : { person: closedByPerson }),
    });
  events.push(...minutesEvents(stage, about, occasion));
  return events;
}

/** What the secretary recorded of meetings; a corrected record is told as it was first recorded. */
function meetingEvents({ postponements = [], decision }: Stage, about: About, occasion: Occasion): ApprovalEvent[] {
  const put = postponements.map(({ at, by, nextMeetingOn, note }, place): ApprovalEvent => ({
    at,
    what: 'postponed',
    person: by,
    ...about,
    nextMeetingOn,
    ...(note === undefined ? {} : { text: note }),
    occasion: occasion(`postponed${place}`),
  }));
  if (!decision) return put;
  const { at, by, outcome, corrections = [] } = decision;
  const note = (corrections[0] ?? decision).note;
  return [
    ...put,
    {
      at,
      what: 'recorded',
      person: by,
      ...about,
      outcome,
      ...(note === undefined ? {} : { text: note }),
      occasion: occasion('recorded'),
    },
    ...corrections.map((correction, place): ApprovalEvent => ({
      at: correction.at,
      what: 'corrected',
      person: correction.by,
      ...about,
      outcome,
      text: correction.reason,
      occasion: occasion(`corrected${place}`),
    })),
  ];
}

const minutesEvents = ({ decision }: Stage, about: About, occasion: Occasion): ApprovalEvent[] =>
  decision
    ? filesOf(decision).map(({ minutes, minutesBy, minutesAt }, place): ApprovalEvent => ({
        at: minutesAt,
        what: 'minutesAttached',
        person: minutesBy,
        ...about,
        ...(minutes ? { text: minutes.name } : {}),
        occasion: occasion(place === 0 ? 'minutes' : `minutes${place}`),
      }))
    : [];

/** Every file that was attached, oldest first; one may have been taken off by a correction. */
function filesOf({ corrections = [], ...decision }: ExternalDecision) {
  const all = [...corrections, decision].flatMap(({ minutes, minutesBy, minutesAt }) =>
    minutesBy === undefined || minutesAt === undefined ? [] : [{ minutes, minutesBy, minutesAt }],
  );
  // A correction of something else keeps the file.
  return all.filter(({ minutes, minutesAt }, place) => {
    const before = all[place - 1];
    return before?.minutesAt !== minutesAt || before.minutes?.hash !== minutes?.hash;
  });
}

type About = Pick<ApprovalEvent, 'stage' | 'body'>;
type Occasion = (what: string) => string;

function voteEvents({ votes }: Stage, about: About, occasion: Occasion): ApprovalEvent[] {
  return votes.map(({ seat, by, at, choice, reason }, place) => {
    const isFirst = !votesThatCount({ votes: votes.slice(0, place) }).has(seat);
    return {
      at,
      what: isFirst ? 'voted' : 'voteChanged',
      person: by,
      ...about,
      choice,
      occasion: occasion(`v${place}`),
      ...(by === seat ? {} : { inPlaceOf: seat }),
      ...(reason === undefined ? {} : { text: reason }),
    };
  });
}

function endOf({ state, endedAt, withdrawnBy, withdrawnReason }: ApprovalRequest): ApprovalEvent[] {
  if (state === 'open' || endedAt === undefined) return [];
  if (state !== 'withdrawn') return [{ at: endedAt, what: 'ended', outcome: state, occasion: 'ended' }];
  return [
    {
      at: endedAt,
      what: 'withdrawn',
      outcome: state,
      occasion: 'withdrawn',
      ...(withdrawnBy === undefined ? {} : { person: withdrawnBy }),
      ...(withdrawnReason === undefined ? {} : { text: withdrawnReason }),
    },
  ];
}

const isOutcome = (state: Stage['state']) => state === 'approved' || state === 'rejected' || state === 'returned';
