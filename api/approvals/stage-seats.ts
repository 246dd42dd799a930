import type { Context } from '../context.ts';
import { isCentreRole, todayOf, type Actor, type PersonId } from '../kernel/index.ts';
import { findPerson, hasLeft, isAway, isEmployed, seatsOf, type Seat } from '../organisation/index.ts';
import type { ApprovalRequest, Stage } from './request-list.ts';
import { openStage } from './request.ts';

/** A seat that decides, and why it cannot when it cannot. */
export interface StageSeat extends Seat {
  /** The holder submitted it; or nobody else acts in it today. */
  barred?: 'submitter' | 'onLeave' | 'left';
}

type Place = Pick<Stage, 'body' | 'personId' | 'centreId'>;

/**
 * The seats of a stage today (R10, R12). The submitter, also as deputy, decides nothing. Where nobody can act for a
 * centre's manager, the CISO decides, or else the manager who is on leave is waited for. From memory.
 */
export function stageSeats(context: Context, stage: Place, submittedBy?: PersonId): StageSeat[] {
  const mark = (seat: Seat) => barred(context, seat, submittedBy);
  const seats = ownSeats(context, stage).map(mark);
  if (stage.body !== 'centreManager' || seats.some(canAct)) return seats;
  const instead = seatsOf(context, 'ciso').map(mark);
  return instead.some(canAct) || !seats.some((seat) => seat.barred === 'onLeave') ? instead : seats;
}

const canAct = (seat: StageSeat) => seat.barred === undefined;

function ownSeats(context: Context, { body, personId, centreId }: Place): readonly Seat[] {
  const seats = seatsOf(context, body, isCentreRole(body) ? centreId : undefined);
  if (personId === undefined) return seats;
  const own = seats.find(({ holder }) => holder === personId);
  if (own) return [{ ...own, chair: false }];
  const today = todayOf(context.clock);
  const person = findPerson(context, personId);
  const isThere = person && isEmployed(person, today) && !isAway(person, today);
  return [{ holder: personId, chair: false, ...(isThere ? { actor: personId } : {}) }];
}

function barred(context: Context, seat: Seat, submittedBy: PersonId | undefined): StageSeat {
  if (seat.holder === submittedBy) return { ...seat, barred: 'submitter' };
  const { holder, chair, actor } = seat;
  if (actor !== undefined) return actor === submittedBy ? { holder, chair, barred: 'onLeave' } : seat;
  return { ...seat, barred: hasLeft(context, seat.holder) ? 'left' : 'onLeave' };
}

/** The seat in which a person may vote on a stage today. */
export const seatIn = (seats: readonly StageSeat[], personId: PersonId): StageSeat | undefined =>
  seats.find((seat) => seat.actor === personId && seat.barred === undefined);

/** The seat in which the actor may vote now; undefined without one. */
export function seatOf(
  context: Context,
  actor: Pick<Actor, 'personId'>,
  request: ApprovalRequest,
): StageSeat | undefined {
  const open = openStage(request);
  if (!open || open.stage.rule === 'external') return undefined;
  return seatIn(stageSeats(context, open.stage, request.submittedBy), actor.personId);
}
