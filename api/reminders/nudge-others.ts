import type { Context } from '../context.ts';
import { closedAs, conversationOf, notInTeams } from '../deliveries/index.ts';
import {
  addDays,
  holdsFor,
  localDate,
  todayOf,
  type Actor,
  type CentreId,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import { latestNudgesAbout, overdueByCentre, recordNudge } from '../obligations/index.ts';
import { hourInDenmark, workingDayFrom } from '../working-days.ts';
import { leastApart } from './cadence.ts';
import { isWeekApart, lastTold } from './told-before.ts';
import { owedLately } from './follow-ups.ts';

/** Things that one press asks for, the largest first: an item in a list for each, or more. */
const mostGroups = 20;
/** From this hour on cards come on the next working day. */
const lastHour = 15;

/** Whom a press reaches, and when. */
export interface OthersNudge {
  groups: readonly { kind: string; subjectKey: string; centreId: CentreId; people: readonly PersonId[] }[];
  /** People who are asked; `soon` of them on `day`, the others when a week has gone since they were last told. */
  people: number;
  soon: number;
  day: LocalDate;
  /** People with something overdue whom it does not reach: nobody in Teams, or asked this week already. */
  unreachable: number;
  asked: number;
}

/**
 * Whom an ISK or manager has reminded by one press of what is overdue in the own centres: everybody in Teams who was not asked
 * for the same thing within a week; the twenty largest things. Nobody is told more often for it than once a week. From memory.
 */
export function planNudge(context: Context, actor: Actor): OthersNudge {
  const today = todayOf(context.clock);
  const day = workingDayFrom(hourInDenmark(context.clock.now()) < lastHour ? today : addDays(today, 1));
  const own = [...overdueByCentre(context, today, owedLately(context, today)).values()].flatMap(
    ({ centreId, groups }) =>
      centreId !== undefined && holdsFor(actor, centreId, 'coordinator', 'centreManager')
        ? groups.map((group) => ({ ...group, centreId }))
        : [],
  );
  own.sort((one, other) => other.obligations.length - one.obligations.length);
  const sorted = { people: new Set<PersonId>(), soon: new Set<PersonId>(), unreachable: new Set<PersonId>() };
  const asked = new Set<PersonId>();
  const groups = own.slice(0, mostGroups).flatMap(({ kind, subject, centreId, obligations }) => {
    const latest = latestNudgesAbout(context, kind, subject.key);
    const people = obligations.flatMap((obligation) => {
      const { personId } = obligation;
      const before = latest.get(personId);
      if (personId === actor.personId) return [];
      if (isUnreachable(context, personId)) {
        sorted.unreachable.add(personId);
        return [];
      }
      if (before !== undefined && today < addDays(localDate(before), leastApart)) {
        asked.add(personId);
        return [];
      }
      sorted.people.add(personId);
      // What a card of today told counts, too.
      const told = lastTold(context, personId, addDays(today, 1))(obligation.key);
      if (isWeekApart(told?.day, day)) sorted.soon.add(personId);
      return [personId];
    });
    return people.length === 0 ? [] : [{ kind, subjectKey: subject.key, centreId, people }];
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

/**
 * Has them reminded; the next digest of each takes it along and says that somebody asked. The same press repeated asks nobody
 * twice. 2 resource units and an entry in the trail for each thing and centre, 2 more for every 500 people. Throws AppError
 * `unavailable`.
 */
export async function nudgeOthers(context: Context, actor: Actor): Promise<OthersNudge> {
  const plan = planNudge(context, actor);
  for (const group of plan.groups) await recordNudge(context, actor, group);
  return plan;
}
