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

/** What somebody is called who left long ago: always the same, and nothing to look the name up by. */
export const pseudonymOf = (personId: string): string =>
  `Tidligere ansat ${digest(`pseudonym ${personId}`).slice(0, 8).toUpperCase()}`;

/** Lists whose title is a person's name as it was, and whose it is. */
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
/** Records of one person written at once. */
const together = 4;

/**
 * Replaces name, sign-in name, mail and phone of somebody who left, in People and wherever a list holds the name. Ids stay, and with
 * them everything that is counted; the trail holds no names. What was decided and approved (documents, proposals, minutes) stays as it
 * was. People comes last, so that a kill in between is carried on the next night. 2 resource units a record.
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
