import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { eachItem } from '../each-item.ts';
import {
  addDays,
  forbidden,
  invalid,
  localDate,
  missing,
  nowOf,
  todayOf,
  type Actor,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import { findPerson, isEmployed, People, type Person } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { mayRecordAbsence } from './permissions.ts';
import { aboutPerson } from './person-about.ts';

export interface RecordAbsence {
  personId: PersonId;
  from: LocalDate;
  /** Last day; absent while nobody knows. */
  to?: LocalDate;
}

/**
 * Records leave, both days included: what only the person can do waits, the rest goes on (R15, R16). It takes the place
 * of leave that is recorded already; the same again is done. 4 resource units. Throws AppError: forbidden
 * `obligations.mayNotRecordAbsence`, missing `obligations.noSuchPerson`, invalid `obligations.absenceEndsBeforeStart`
 * `obligations.absenceInThePast`, unavailable.
 */
export async function recordAbsence(context: Context, actor: Actor, given: RecordAbsence): Promise<Stored<Person>> {
  requireRight(context, actor, given.personId);
  const { from, to } = given;
  if (to !== undefined && to < from) throw invalid('obligations.absenceEndsBeforeStart', { field: 'to' });
  if (to !== undefined && to < todayOf(context.clock)) throw invalid('obligations.absenceInThePast', { field: 'to' });
  return change(context, actor, given.personId, ({ absentFrom, absentTo }) =>
    absentFrom === from && absentTo === to ? undefined : { absentFrom: from, absentTo: to },
  );
}

/**
 * The person is back. Leave that has begun ends yesterday, so that time limits count from the return; leave to come is
 * cancelled. No leave is done already. 4 resource units. Throws AppError: forbidden, missing as above, unavailable.
 */
export async function endAbsence(context: Context, actor: Actor, personId: PersonId): Promise<Stored<Person>> {
  requireRight(context, actor, personId);
  const today = todayOf(context.clock);
  return change(context, actor, personId, ({ absentFrom, absentTo }) => {
    if (absentFrom === undefined || (absentTo !== undefined && absentTo < today)) return undefined;
    return absentFrom < today
      ? { absentFrom, absentTo: addDays(today, -1) }
      : { absentFrom: undefined, absentTo: undefined };
  });
}

function requireRight(context: Context, actor: Actor, personId: PersonId): void {
  if (!mayRecordAbsence(actor, aboutPerson(context, personId))) throw forbidden('obligations.mayNotRecordAbsence');
  const person = findPerson(context, personId);
  if (!person || !isEmployed(person, todayOf(context.clock))) throw missing('obligations.noSuchPerson');
}

type Leave = Pick<Person, 'absentFrom' | 'absentTo'>;

async function change(
  context: Context,
  actor: Actor,
  personId: PersonId,
  decide: (now: Leave) => { [Name in keyof Required<Leave>]: LocalDate | undefined } | undefined,
): Promise<Stored<Person>> {
  const person = await context.list(People).update(personId, (now) => {
    const leave = decide(now);
    return leave && { ...leave, absenceBy: actor.personId, absenceAt: nowOf(context.clock) };
  });
  await recordAbsenceAct(context, person);
  return person;
}

/** Appends what the person's own record says of who recorded the leave, or its end. Safe to repeat. */
async function recordAbsenceAct(context: Context, person: Person): Promise<void> {
  const { key, absentFrom, absentTo, absenceBy, absenceAt } = person;
  if (absenceBy === undefined || absenceAt === undefined) return;
  const ended = absentFrom === undefined || (absentTo !== undefined && absentTo < localDate(absenceAt));
  await recordAct(context, {
    act: ended ? 'endAbsence' : 'recordAbsence',
    subjectKey: key,
    actorId: absenceBy,
    at: absenceAt,
    details: { from: absentFrom ?? null, to: absentTo ?? null },
    occasion: absenceAt,
  });
}

/** Carries on what a crash left after leave was written. Costs nothing when the trail is complete. */
export async function continueAbsences(context: Context): Promise<void> {
  const away = context
    .list(People)
    .all()
    .filter(({ absenceAt }) => absenceAt !== undefined);
  const each = eachItem(context, 'handOvers');
  await each.of(away, (person) => recordAbsenceAct(context, person));
  each.end();
}
