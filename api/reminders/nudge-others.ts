import type { Context } from '../context.ts';
import { whyUnreachable } from '../deliveries/index.ts';
import {
  addDays,
  forbidden,
  holdsFor,
  todayOf,
  type Actor,
  type CentreId,
  type LocalDate,
  type Obligation,
  type PersonId,
} from '../kernel/index.ts';
import {
  askedLately,
  mayNudgeFor,
  nudgedByPress,
  obligationsInTurn,
  overdueByCentre,
  recordNudge,
} from '../obligations/index.ts';
import { findPerson } from '../organisation/index.ts';
import { hourInDenmark, workingDayFrom } from '../working-days.ts';
import { isWeekApart, lastTold } from './told-before.ts';
import { owedForDigests } from './follow-ups.ts';

/** Groups per press, largest first: at least one list item each. */
const mostGroups = 20;
/** From this hour cards leave on the next working day. */
const lastHour = 15;

/** Work about one thing in one centre. */
interface OwedGroup {
  kind: string;
  subjectKey: string;
  centreId: CentreId | undefined;
  obligations: readonly Obligation[];
}

/** A nudge's recipients and day. */
export interface OthersNudge {
  groups: readonly (Omit<OwedGroup, 'obligations'> & { people: readonly PersonId[] })[];
  /** People to remind; `soon` of them on `day`, the others a week after their last reminder. */
  people: number;
  soon: number;
  day: LocalDate;
  /** People not reached: not in Teams, or nudged this week. */
  unreachable: number;
  asked: number;
}

/**
 * Whom an ISK or manager nudges by one press about overdue work in their centres: everybody in Teams who was not nudged
 * about the same thing within a week; the twenty largest groups. Reminders stay at most weekly. From memory.
 */
export function planNudge(context: Context, actor: Actor): OthersNudge {
  const today = todayOf(context.clock);
  const own = [...overdueByCentre(context, today, owedForDigests(context, today)).values()].flatMap(
    ({ centreId, groups }) =>
      centreId !== undefined && holdsFor(actor, centreId, 'coordinator', 'centreManager')
        ? groups.map(({ kind, subject, obligations }) => ({ kind, subjectKey: subject.key, centreId, obligations }))
        : [],
  );
  own.sort((one, other) => other.obligations.length - one.obligations.length);
  return planOf(context, actor, own.slice(0, mostGroups));
}

function planOf(context: Context, actor: Actor, owed: readonly OwedGroup[]): OthersNudge {
  const today = todayOf(context.clock);
  const day = workingDayFrom(hourInDenmark(context.clock.now()) < lastHour ? today : addDays(today, 1));
  const sorted = { people: new Set<PersonId>(), soon: new Set<PersonId>(), unreachable: new Set<PersonId>() };
  const asked = new Set<PersonId>();
  const groups = owed.flatMap(({ kind, subjectKey, centreId, obligations }) => {
    // A repeated press gets the same answer.
    const byThis = new Set(nudgedByPress(context, actor, { kind, subjectKey, centreId }));
    const people = obligations.flatMap((obligation) => {
      const { personId } = obligation;
      if (personId === actor.personId) return [];
      if (isUnreachable(context, personId)) {
        sorted.unreachable.add(personId);
        return [];
      }
      if (!byThis.has(personId) && askedLately(context, obligation, today) !== undefined) {
        asked.add(personId);
        return [];
      }
      sorted.people.add(personId);
      // Today's card counts, too.
      const told = lastTold(context, personId, addDays(today, 1))(obligation.key);
      if (isWeekApart(told?.day, day)) sorted.soon.add(personId);
      return [personId];
    });
    return people.length === 0 ? [] : [{ kind, subjectKey, centreId, people }];
  });
  return {
    groups,
    day,
    people: sorted.people.size,
    soon: sorted.soon.size,
    unreachable: sorted.unreachable.size,
    asked: [...asked].filter((one) => !sorted.people.has(one)).length,
  };
}

const isUnreachable = (context: Context, personId: PersonId): boolean =>
  whyUnreachable(context, personId) !== undefined;

async function recordPlan(context: Context, actor: Actor, plan: OthersNudge): Promise<OthersNudge> {
  for (const { kind, subjectKey, centreId, people } of plan.groups)
    await recordNudge(context, actor, { kind, subjectKey, people, ...(centreId === undefined ? {} : { centreId }) });
  return plan;
}

/**
 * Nudges them; the next digest of each includes it and says so. A repeated press nudges nobody twice. 2 resource units
 * and an audit entry for each thing and centre, 2 more for every 500 people. Throws AppError `unavailable`.
 */
export const nudgeOthers = (context: Context, actor: Actor): Promise<OthersNudge> =>
  recordPlan(context, actor, planNudge(context, actor));

/** What one person owes. */
export interface OwedBy {
  personId: string;
  key: string;
}

/**
 * Nudges the owners of these obligations, overdue or not (R15, R16), except those done since. Costs as `nudgeOthers`.
 * Throws AppError: forbidden `reminders.mayNotNudge`, unavailable.
 */
export async function nudgeRows(context: Context, actor: Actor, rows: readonly OwedBy[]): Promise<OthersNudge> {
  const { byPerson } = await obligationsInTurn(context);
  const groups = new Map<string, OwedGroup & { obligations: Obligation[] }>();
  for (const { personId, key } of rows) {
    const found = byPerson.get(personId as PersonId)?.find((one) => one.key === key);
    const about = found ?? { personId: personId as PersonId, centreId: findPerson(context, personId)?.centreId };
    if (!mayNudgeFor(actor, about)) throw forbidden('reminders.mayNotNudge');
    if (found?.state !== 'open') continue;
    const { kind, subject, centreId } = found;
    const name = [kind, subject.key, centreId ?? ''].join(' ');
    const group = groups.get(name) ?? { kind, subjectKey: subject.key, centreId, obligations: [] };
    groups.set(name, group);
    group.obligations.push(found);
  }
  return recordPlan(context, actor, planOf(context, actor, [...groups.values()]));
}
