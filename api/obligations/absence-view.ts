import type { Context } from '../context.ts';
import { etagOf } from '../edits/index.ts';
import {
  addDays,
  earlierDay,
  forbidden,
  missing,
  todayOf,
  type Actor,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import { findPerson, leaveOf, mostLeaveDays, personRef, type Person } from '../organisation/index.ts';
import type { AbsenceView } from './contract.ts';
import { owedOrPassed } from './owed-or-passed.ts';
import { mayRecordAbsence, maySeeAbsence } from './permissions.ts';
import { aboutPerson } from './person-about.ts';

/**
 * A person's leave and its effect: what waits and what passes to others, counted on the first day of leave; without
 * leave, what would. Throws AppError: forbidden `obligations.mayNotSeePeople`, missing `obligations.noSuchPerson`.
 */
export function absenceView(context: Context, actor: Actor, personId: PersonId): AbsenceView {
  const about = aboutPerson(context, personId);
  if (!maySeeAbsence(actor, about)) throw forbidden('obligations.mayNotSeePeople');
  const person = findPerson(context, personId);
  if (!person) throw missing('obligations.noSuchPerson');
  const today = todayOf(context.clock);
  const leave = leaveNow(person, today);
  const day = leave && leave.from > today ? earlierDay(leave.from, addDays(today, ahead)) : today;
  const undone = [...owedOrPassed(context, personId, day).values()].filter(({ state }) => state !== 'done');
  return {
    person: personRef(context, personId),
    etag: etagFor(person, leave),
    ...leave,
    paused: undone.filter(({ personal }) => personal).length,
    passed: undone.filter(({ personal }) => !personal).length,
    mostDays: mostLeaveDays,
    ...(leave && person.absenceBy !== undefined && person.absenceBy !== personId
      ? { by: personRef(context, person.absenceBy) }
      : {}),
    ...(leave && person.standInId !== undefined ? { standIn: personRef(context, person.standInId) } : {}),
    abilities: { change: mayRecordAbsence(actor, about) },
  };
}

/** The stamp of a person's leave. Throws AppError missing `obligations.noSuchPerson`. */
export function absenceEtag(context: Context, personId: PersonId): string {
  const person = findPerson(context, personId);
  if (!person) throw missing('obligations.noSuchPerson');
  return etagFor(person, leaveNow(person, todayOf(context.clock)));
}
const etagFor = ({ standInId }: Person, leave: ReturnType<typeof leaveNow>): string =>
  etagOf([leave?.from, leave?.to, leave && standInId]);

/** Days ahead for which obligations are known. */
const ahead = 366;

/** Past leave is not shown. */
function leaveNow(person: Person, today: LocalDate) {
  const leave = leaveOf(person);
  return leave && leave.to >= today ? leave : undefined;
}
