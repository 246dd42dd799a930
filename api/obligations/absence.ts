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
  /** Last day. Defaults to a year. */
  to?: LocalDate;
  /** Who has the shared work during leave. Absent: ISK, manager, CISO and team, in this order. */
  standInId?: PersonId | undefined;
}

/**
 * Records leave, both days included: personal obligations wait, others continue (R15, R16), with the stand-in if named.
 * It lasts a year at most, and begins at most a year from now, or a year ago. Replaces recorded leave, and one that is
 * over stays as the earlier one; a repeat is a success. When recorded by another, the person is informed by a card. 4
 * resource units, 6 with the card. Throws AppError: forbidden `obligations.mayNotRecordAbsence`, missing
 * `obligations.noSuchPerson`, invalid `obligations.absenceEndsBeforeStart` `obligations.absenceInThePast`
 * `obligations.absenceTooLong` `obligations.absenceBeginsTooFar` `obligations.standInIsSame` `obligations.standInAway`
 * `obligations.standInElsewhere`, unavailable.
 */
export async function recordAbsence(context: Context, actor: Actor, given: RecordAbsence): Promise<Stored<Person>> {
  requireAbsenceRight(context, actor, given.personId);
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
 * Ends leave. Current leave ends yesterday, so that time limits count from the return; future leave is cancelled.
 * Without leave it is a success. 4 resource units. Throws AppError: forbidden, missing as above, unavailable.
 */
export async function endAbsence(context: Context, actor: Actor, personId: PersonId): Promise<Stored<Person>> {
  requireAbsenceRight(context, actor, personId);
  const today = saidOn(context.clock, actor);
  return change(context, actor, personId, (now) => {
    const leave = leaveOf(now);
    if (!leave || leave.to < today) return undefined;
    return leave.from < today
      ? { absentFrom: leave.from, absentTo: addDays(today, -1), standInId: undefined }
      : { absentFrom: undefined, absentTo: undefined, standInId: undefined };
  });
}

export function requireAbsenceRight(context: Context, actor: Actor, personId: PersonId): void {
  if (!mayRecordAbsence(actor, aboutPerson(context, personId))) throw forbidden('obligations.mayNotRecordAbsence');
  if (hasLeft(context, personId)) throw missing('obligations.noSuchPerson');
}

/**
 * A centre’s work stays with its own people, or with people who have a role already: the stand-in reads its content.
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
    if (!leave) return undefined;
    const stamp = { absenceBy: actor.personId, absenceAt: saidAt(context.clock, actor) };
    return { ...leave, ...endedBefore(now, leave, todayOf(context.clock)), ...stamp };
  });
  await recordAbsenceAct(context, person);
  await tellOfLeave(context, person);
  return person;
}

/** A leave that was over goes on to count when a later one takes its place: its days are no one's delay. */
function endedBefore(now: Leave, { absentFrom }: Decided, today: LocalDate) {
  const leave = leaveOf(now);
  const isKept = leave && leave.to < today && (absentFrom === undefined || absentFrom > leave.to);
  return isKept ? { earlierFrom: leave.from, earlierTo: leave.to } : {};
}

/** Audits who recorded the leave, or its end. Idempotent. */
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

/** Completes the trail and the card after a crash. No Graph call when both exist. */
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
