import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { addDays, isLocalDate, todayOf, type LocalDate, type PersonId } from '../kernel/index.ts';
import { obligationsOf } from '../obligations/index.ts';
import { Centres } from '../organisation/index.ts';
import { byDue, type Digest } from './digest.ts';
import { grouped } from './digests.ts';
import { followUpsOf } from './follow-ups.ts';
import { ReminderPages } from './page-list.ts';
import { linesOf, plannedOn } from './planned.ts';

/**
 * What is left, now, of what a person was told on a day: what is done, handed over, moved to somebody else or exempt
 * since is not in it. For a card that stands in the chat already. From memory: no Graph call.
 */
export function leftOfDigest(context: Context, personId: PersonId, day: LocalDate): Digest {
  const today = todayOf(context.clock);
  const planned = plannedOn(context, day).get(personId);
  const told = planned ? linesOf(planned) : [];
  const own = new Set(told.flatMap(({ key, of }) => (of === undefined ? [key] : [])));
  const others = new Set(told.flatMap(({ key, of }) => (of === undefined ? [] : [key])));
  const lines = obligationsOf(context, personId, today)
    .filter(({ state, key }) => state === 'open' && own.has(key))
    .sort(byDue)
    .map((obligation) => ({ obligation }));
  const followed = others.size === 0 ? [] : followUpsOf(context, personId, today);
  return {
    day,
    personId,
    lines,
    escalations: grouped(followed.filter(({ obligation }) => others.has(obligation.key))),
  };
}

/**
 * Days after which a card is no longer brought up to date; a press on it still answers with what is true. The last step
 * of an escalation comes after a month, and closed days may lie before it.
 */
export const cardsKeptDays = 42;

/** Whose digest of which day names something. */
export interface ToldOn {
  day: LocalDate;
  personId: PersonId;
}

/**
 * An obligation's key, and what it is about: the acts that end it name a plan, a procedure or a test, seldom the obligation. A
 * centre is named by much that ends nothing.
 */
const namesIn = (key: string, centreIds: ReadonlySet<string>): string[] => [
  key,
  ...key
    .split('_')
    .slice(1)
    .filter((part) => !isLocalDate(part) && !centreIds.has(part)),
];

const toldAbout = derivation(
  [ReminderPages, Centres],
  (context) => {
    const centreIds = new Set<string>(
      context
        .list(Centres)
        .all()
        .map(({ key }) => key),
    );
    const oldest = addDays(todayOf(context.clock), -cardsKeptDays);
    const found = new Map<string, ToldOn[]>();
    const note = (name: string, told: ToldOn) => {
      const known = found.get(name);
      if (!known) found.set(name, [told]);
      else if (known.at(-1) !== told) known.push(told);
    };
    for (const { day, people } of context.list(ReminderPages).all()) {
      if (day < oldest) continue;
      for (const { person, lines } of people) {
        const told = { day, personId: person };
        for (const { key, of = person } of lines) {
          for (const name of [of, ...namesIn(key, centreIds)]) note(name, told);
        }
      }
    }
    return found;
  },
  (context) => todayOf(context.clock),
);

/** The digests of the last six weeks that name an obligation, what one is about, or anything that a person owes; in no order. */
export const digestsAbout = (context: Context, name: string): readonly ToldOn[] => toldAbout(context).get(name) ?? [];
