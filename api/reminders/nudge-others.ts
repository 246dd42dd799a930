import type { Context } from '../context.ts';
import { closedAs, conversationOf, notInTeams } from '../deliveries/index.ts';
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

/** Things that one press asks for, the largest first: an item in a list for each, or more. */
const mostGroups = 20;
/** From this hour on cards come on the next working day. */
const lastHour = 15;

/** What is owed of one thing in one centre. */
interface OwedGroup {
  kind: string;
  subjectKey: string;
  centreId: CentreId | undefined;
  obligations: readonly Obligation[];
}

/** Whom a press reaches, and when. */
export interface OthersNudge {
  groups: readonly (Omit<OwedGroup, 'obligations'> & { people: readonly PersonId[] })[];
  /** People who are asked; `soon` of them on `day`, the others when a week has gone since they were last told. */
  people: number;
  soon: number;
  day: LocalDate;
  /** People whom it does not reach: nobody in Teams, or asked this week already. */
  unreachable: number;
  asked: number;
}

/**
 * Whom an ISK or manager has reminded by one press of what is overdue in the own centres: everybody in Teams who was not asked
 * for the same thing within a week; the twenty largest things. Nobody is told more often for it than once a week. From memory.
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
    // The same press repeated is answered as it was.
    const byThis = new Set(nudgedByPress(context, actor, kind, subjectKey));
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
      // What a card of today told counts, too.
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
  (notInTeams(context, personId) ?? closedAs(conversationOf(context, personId))) !== undefined;

async function recordPlan(context: Context, actor: Actor, plan: OthersNudge): Promise<OthersNudge> {
  for (const { kind, subjectKey, centreId, people } of plan.groups)
    await recordNudge(context, actor, { kind, subjectKey, people, ...(centreId === undefined ? {} : { centreId }) });
  return plan;
}

/**
 * Has them reminded; the next digest of each takes it along and says that somebody asked. The same press repeated asks nobody
 * twice. 2 resource units and an entry in the trail for each thing and centre, 2 more for every 500 people. Throws AppError
 * `unavailable`.
 */
export const nudgeOthers = (context: Context, actor: Actor): Promise<OthersNudge> =>
  recordPlan(context, actor, planNudge(context, actor));

/** What one person owes. */
export interface OwedBy {
  personId: string;
  key: string;
}

/**
 * Has those reminded who owe these things, overdue or not (R15, R16); what is done meanwhile is left out. Costs as
 * `nudgeOthers`. Throws AppError: forbidden `reminders.mayNotNudge`, unavailable.
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
