import type { Instant, PersonId } from '../kernel/index.ts';
import type { EventView } from './contract.ts';
import type { ApprovalRequest, Stage } from './request-list.ts';
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
  const { body, openedAt, closedAt, closedBy, closedByPerson, state, decision } = stage;
  const about = { stage: number, body };
  const occasion = (what: string) => `s${number}-${what}`;
  const events: ApprovalEvent[] = [];
  if (openedAt !== undefined)
    events.push({ at: openedAt, what: 'stageOpened', ...about, occasion: occasion('opened') });
  events.push(...voteEvents(stage, about, occasion));
  if (decision) {
    const { at, by, outcome, note } = decision;
    const text = note === undefined ? {} : { text: note };
    events.push({ at, what: 'recorded', person: by, ...about, outcome, ...text, occasion: occasion('recorded') });
  }
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
  if (decision?.minutesAt !== undefined && decision.minutesBy !== undefined)
    events.push({
      at: decision.minutesAt,
      what: 'minutesAttached',
      person: decision.minutesBy,
      ...about,
      ...(decision.minutes ? { text: decision.minutes.name } : {}),
      occasion: occasion('minutes'),
    });
  return events;
}

function voteEvents(
  { votes }: Stage,
  about: Pick<ApprovalEvent, 'stage' | 'body'>,
  occasion: (what: string) => string,
): ApprovalEvent[] {
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
