import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { eachItem } from '../each-item.ts';
import {
  addDays,
  forbidden,
  invalid,
  localDate,
  missing,
  saidAt,
  saidOn,
  todayOf,
  type Actor,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import {
  findPerson,
  hasLeft,
  isAway,
  isEmployed,
  lastLeaveDay,
  leaveOf,
  mostLeaveDays,
  People,
  rolesOf,
  type Person,
} from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { tellOfLeave } from './leave-campaign.ts';
import { mayRecordAbsence } from './permissions.ts';
import { aboutPerson } from './person-about.ts';

export interface RecordAbsence {
  personId: PersonId;
  from: LocalDate;
  /** Last day. Without one it ends by itself after a year. */
  to?: LocalDate;
  /** Who has the shared work in the time. Nobody named: ISK, manager, CISO and team, in this order. */
  standInId?: PersonId | undefined;
}

/**
 * Records leave, both days included: what only the person can do waits, the rest goes on (R15, R16), to the stand-in who is named.
 * It lasts a year at
 * most, and begins at most a year from now, or a year ago. It takes the place of leave that is recorded already; the same
 * again is done. Whoever it is recorded for by somebody else is told by a card. 4 resource units, 6 with the card. Throws
 * AppError: forbidden `obligations.mayNotRecordAbsence`, missing `obligations.noSuchPerson`, invalid
 * `obligations.absenceEndsBeforeStart` `obligations.absenceInThePast` `obligations.absenceTooLong`
 * `obligations.absenceBeginsTooFar` `obligations.standInIsSame` `obligations.standInAway` `obligations.standInElsewhere`,
 * unavailable.
 */
export async function recordAbsence(context: Context, actor: Actor, given: RecordAbsence): Promise<Stored<Person>> {
  requireRight(context, actor, given.personId);
  const { from } = given;
  const today = todayOf(context.clock);
  if (from > addDays(today, mostLeaveDays) || from < addDays(today, -mostLeaveDays))
    throw invalid('obligations.absenceBeginsTooFar', { field: 'from' });
  const last = lastLeaveDay(from);
  const { to = last } = given;
  if (to < from) throw invalid('obligations.absenceEndsBeforeStart', { field: 'to' });
  if (to < today) throw invalid('obligations.absenceInThePast', { field: 'to' });
  if (to > last) throw invalid('obligations.absenceTooLong', { field: 'to' });
  const { standInId } = given;
  if (standInId !== undefined) checkStandIn(context, given.personId, standInId, from);
  return change(context, actor, given.personId, (now) =>
    now.absentFrom === from && now.absentTo === to && now.standInId === standInId
      ? undefined
      : { absentFrom: from, absentTo: to, standInId },
  );
}

/**
 * The person is back. Leave that has begun ends yesterday, so that time limits count from the return; leave to come is
 * cancelled. No leave is done already. 4 resource units. Throws AppError: forbidden, missing as above, unavailable.
 */
export async function endAbsence(context: Context, actor: Actor, personId: PersonId): Promise<Stored<Person>> {
  requireRight(context, actor, personId);
  const today = saidOn(context.clock, actor);
  return change(context, actor, personId, (now) => {
    const leave = leaveOf(now);
    if (!leave || leave.to < today) return undefined;
    return leave.from < today
      ? { absentFrom: leave.from, absentTo: addDays(today, -1), standInId: undefined }
      : { absentFrom: undefined, absentTo: undefined, standInId: undefined };
  });
}

function requireRight(context: Context, actor: Actor, personId: PersonId): void {
  if (!mayRecordAbsence(actor, aboutPerson(context, personId))) throw forbidden('obligations.mayNotRecordAbsence');
  if (hasLeft(context, personId)) throw missing('obligations.noSuchPerson');
}

/**
 * A centre’s work stays with people of the centre, or with somebody who has a function already: the stand-in reads what it is
 * about.
 */
function checkStandIn(context: Context, personId: PersonId, standInId: PersonId, from: LocalDate): void {
  const field = 'standInId';
  const standIn = findPerson(context, standInId);
  if (standInId === personId) throw invalid('obligations.standInIsSame', { field });
  if (!standIn || !isEmployed(standIn, todayOf(context.clock))) throw invalid('obligations.unknownReceiver', { field });
  if (isAway(standIn, from)) throw invalid('obligations.standInAway', { field });
  const own = findPerson(context, personId)?.centreId;
  const isNear = own !== undefined && standIn.centreId === own;
  if (!isNear && rolesOf(context, standInId).length === 0) throw invalid('obligations.standInElsewhere', { field });
}

type Leave = Pick<Person, 'absentFrom' | 'absentTo' | 'standInId'>;
type Decided = { [Name in 'absentFrom' | 'absentTo']: LocalDate | undefined } & { standInId: PersonId | undefined };

async function change(
  context: Context,
  actor: Actor,
  personId: PersonId,
  decide: (now: Leave) => Decided | undefined,
): Promise<Stored<Person>> {
  const person = await context.list(People).update(personId, (now) => {
    const leave = decide(now);
    return leave && { ...leave, absenceBy: actor.personId, absenceAt: saidAt(context.clock, actor) };
  });
  await recordAbsenceAct(context, person);
  await tellOfLeave(context, person);
  return person;
}

/** Appends what the person's own record says of who recorded the leave, or its end. Safe to repeat. */
async function recordAbsenceAct(context: Context, person: Person): Promise<void> {
  const { key, absentFrom, absentTo, standInId, absenceBy, absenceAt } = person;
  if (absenceBy === undefined || absenceAt === undefined) return;
  const ended = absentFrom === undefined || (absentTo !== undefined && absentTo < localDate(absenceAt));
  await recordAct(context, {
    act: ended ? 'endAbsence' : 'recordAbsence',
    subjectKey: key,
    actorId: absenceBy,
    at: absenceAt,
    details: {
      from: absentFrom ?? null,
      to: absentTo ?? null,
      ...(standInId === undefined ? {} : { standIn: standInId }),
    },
    occasion: absenceAt,
  });
}

/** Carries on what a crash left after leave was written: the trail and the card. Costs nothing when both are there. */
export async function continueAbsences(context: Context): Promise<void> {
  const away = context
    .list(People)
    .all()
    .filter(({ absenceAt }) => absenceAt !== undefined);
  const each = eachItem(context, 'handOvers');
  await each.of(away, async (person) => {
    await recordAbsenceAct(context, person);
    await tellOfLeave(context, person);
  });
  each.end();
}
