import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import {
  conflict,
  forbidden,
  invalid,
  missing,
  nowOf,
  stableKey,
  todayOf,
  type Actor,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { findPerson, isEmployed } from '../organisation/index.ts';
import { firstFree, type Stored } from '../sharepoint/index.ts';
import { Exemptions, type Exemption } from './exemption-list.ts';
import { exemptionsFrom } from './exemptions.ts';
import { mayExemptIn } from './permissions.ts';
import { courseOrThrow } from './rounds.ts';
import { lastDayExempt } from './status.ts';

export interface ExemptPerson {
  personId: PersonId;
  courseKey: string;
  reason: string;
  from: LocalDate;
  until?: LocalDate;
}

const overlap = (known: Exemption, given: ExemptPerson): boolean => {
  const last = lastDayExempt(known);
  if (last !== undefined && last < known.from) return false;
  return (given.until === undefined || known.from <= given.until) && (last === undefined || given.from <= last);
};
const same = (known: Exemption, given: ExemptPerson): boolean =>
  known.endedOn === undefined &&
  known.from === given.from &&
  known.until === given.until &&
  known.reason === given.reason;

/**
 * Exempts a person from a course, with a reason and usually an end; then it is owed again. Self-exemption is refused. A
 * repeat returns the existing one. 4 resource units. Throws AppError: missing `awareness.noSuchCourse`, invalid
 * `awareness.unknownPerson` `awareness.endsBeforeStart`, forbidden `awareness.mayNotExempt` `awareness.ownExemption`,
 * conflict `awareness.exemptAlready`.
 */
export async function exemptPerson(context: Context, actor: Actor, given: ExemptPerson): Promise<Stored<Exemption>> {
  courseOrThrow(context, given.courseKey);
  const person = findPerson(context, given.personId);
  if (!mayExemptIn(actor, person?.centreId)) throw forbidden('awareness.mayNotExempt');
  if (!person || !isEmployed(person, todayOf(context.clock)))
    throw invalid('awareness.unknownPerson', { field: 'personId' });
  if (given.personId === actor.personId) throw forbidden('awareness.ownExemption');
  if (given.until !== undefined && given.until < given.from)
    throw invalid('awareness.endsBeforeStart', { field: 'until' });
  return oneAtATime(context, `exemptions ${given.courseKey} ${given.personId}`, () =>
    exemptInTurn(context, actor, given, person.title),
  );
}

async function exemptInTurn(
  context: Context,
  actor: Actor,
  given: ExemptPerson,
  title: string,
): Promise<Stored<Exemption>> {
  const known = exemptionsFrom(context, given.courseKey).get(given.personId) ?? [];
  const found = known.find((one) => overlap(one, given));
  if (found && same(found, given)) {
    await recordExemption(context, found);
    return found;
  }
  if (found) throw exemptAlready();

  const at = nowOf(context.clock);
  const { personId, courseKey, from } = given;
  const list = context.list(Exemptions);
  const keyOf = (number: number) => stableKey(courseKey, personId, from, String(number));
  const { record, existed } = await list.create({
    key: keyOf(firstFree(list, keyOf, known.length)),
    title,
    ...given,
    grantedBy: actor.personId,
    at,
  });
  if (existed && !same(record, given)) throw exemptAlready();
  await recordExemption(context, record);
  return record;
}

const exemptAlready = () => conflict('awareness.exemptAlready', { field: 'from' });

/** Audits the exemption. Idempotent. */
function recordExemption(context: Context, { key, grantedBy, at, ...exemption }: Exemption): Promise<void> {
  const { personId, courseKey, from, until = null } = exemption;
  const details = { personId, courseKey, from, until };
  return recordAct(context, { act: 'exemptPerson', subjectKey: key, actorId: grantedBy, at, details });
}

/**
 * Ends an exemption today: the course is owed again, with some days' time. Idempotent. 4 resource units. Throws
 * AppError: missing `awareness.noSuchExemption`, forbidden `awareness.mayNotExempt`.
 */
export async function endExemption(context: Context, actor: Actor, key: string): Promise<Stored<Exemption>> {
  const known = context.list(Exemptions).get(key);
  if (!known) throw missing('awareness.noSuchExemption');
  if (!mayExemptIn(actor, findPerson(context, known.personId)?.centreId)) throw forbidden('awareness.mayNotExempt');
  if (known.personId === actor.personId) throw forbidden('awareness.ownExemption');
  const today = todayOf(context.clock);
  const ended = await context.list(Exemptions).update(key, (current) => {
    const over = current.endedOn !== undefined || (current.until !== undefined && current.until < today);
    return over ? undefined : { endedOn: today, endedBy: actor.personId };
  });
  if (ended.endedBy !== undefined) {
    const act = { act: 'endExemption', subjectKey: key, actorId: ended.endedBy, at: nowOf(context.clock) };
    await recordAct(context, { ...act, details: { endedOn: ended.endedOn ?? null } });
  }
  return ended;
}
