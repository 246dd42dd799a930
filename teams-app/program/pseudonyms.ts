import { Acknowledgements } from '../../api/acknowledgements/index.ts';
import { CalendarFeeds } from '../../api/annual-wheel/index.ts';
import { Completions, Exemptions, MissedCycles } from '../../api/awareness/index.ts';
import type { Context } from '../../api/context.ts';
import { digest, inParallel, todayOf } from '../../api/kernel/index.ts';
import { People, RoleAssignments } from '../../api/organisation/index.ts';
import { Successions } from '../../api/ownership/index.ts';
import { PolicyComments } from '../../api/policy/index.ts';
import { ReminderWishes } from '../../api/reminders/index.ts';
import type { ListDefinition } from '../../api/sharepoint/index.ts';

/** Name of a pseudonymised person: stable, and not reversible. */
export const pseudonymOf = (personId: string): string =>
  `Tidligere ansat ${digest(`pseudonym ${personId}`).slice(0, 8).toUpperCase()}`;

/** Lists with a person's name as title, and their person. */
const named: readonly (readonly [list: ListDefinition<{ key: string; title: string }>, column: string])[] = [
  [Acknowledgements, 'personId'],
  [Completions, 'personId'],
  [MissedCycles, 'personId'],
  [Exemptions, 'personId'],
  [PolicyComments, 'personId'],
  [RoleAssignments, 'personId'],
  [Successions, 'from'],
  [ReminderWishes, 'key'],
  [CalendarFeeds, 'key'],
];
/** Concurrent writes per person. */
const together = 4;

/**
 * Replaces a leaver's name, sign-in name, mail and phone, in People and in lists with the name. Ids stay, and with them
 * all counts; the trail has no names. Decided content (documents, proposals, minutes) is unchanged. People is last, so
 * that the next night completes an interrupted run. 2 resource units a record.
 */
export async function pseudonymise(context: Context, personId: string): Promise<void> {
  const person = context.list(People).get(personId);
  if (!person || person.pseudonymisedOn !== undefined) return;
  const title = pseudonymOf(personId);
  for (const [definition, column] of named) {
    const list = context.list(definition);
    const theirs = list.all().filter((record) => new Map(Object.entries(record)).get(column) === personId);
    await inParallel(together, theirs, async ({ key }) => {
      const change = (now: { title: string }) => (now.title === title ? undefined : { title });
      await list.update(key, change, 'background');
    });
  }
  await context.list(People).update(
    personId,
    () => ({
      title,
      upn: title.replaceAll(' ', '-').toLowerCase(),
      pseudonymisedOn: todayOf(context.clock),
      mail: undefined,
      phone: undefined,
    }),
    'background',
  );
}
