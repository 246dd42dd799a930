import { Acknowledgements } from '../acknowledgements/index.ts';
import type { Context } from '../context.ts';
import { addDays, todayOf, type LocalDate, type Obligation, type PersonId } from '../kernel/index.ts';
import { receiptDebt } from '../documents/index.ts';
import type { PersonalSource } from '../obligations/index.ts';
import { findPerson, isEmployed, People, type Person } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { dueDays, firstDay, type PublishedVersion } from './policy-version.ts';
import { PolicyVersions, type PolicyVersion } from './policy-version-list.ts';
import { acknowledgementOf, receiptHolders } from './receipts.ts';
import { askedFirst, currentPolicy } from './versions.ts';

export const policyPath = '/policy';

/** The last day of anybody's deadline for the version. */
export const policyDueDays = (context: Context, version: PolicyVersion): ((person: Person) => LocalDate) =>
  dueDays(askedFirst(context, version), todayOf(context.clock), context.organisation.acknowledgeWithinDays);

/** One person's deadline. */
export const policyDue = (context: Context, version: PolicyVersion, person: Person): LocalDate =>
  policyDueDays(context, version)(person);

/** Makes obligations for one version. */
function debts(
  context: Context,
  version: PublishedVersion,
  today: LocalDate,
  has: (personId: PersonId) => boolean,
): (person: Stored<Person>) => Obligation {
  const { acknowledgeWithinDays } = context.organisation;
  const root = askedFirst(context, version);
  const dueOf = dueDays(root, today, acknowledgeWithinDays);
  const asked =
    root.publishedAt === undefined ? firstDay(version) : firstDay({ ...root, publishedAt: root.publishedAt });
  const common = root.acknowledgeBy ?? root.effectiveOn;
  const subject = { key: version.key, title: `${version.title} ${version.number}` };
  return (person) => {
    const due = dueOf(person);
    return receiptDebt(person, {
      kind: 'acknowledgePolicy',
      subject,
      // The same obligation after a minor version: no repeated notification the next day.
      receiptFor: root.key,
      due,
      since: due === common ? asked : addDays(due, -acknowledgeWithinDays),
      path: policyPath,
      done: has(person.key as PersonId),
      today,
    });
  };
}

/** Everybody's obligations for the policy in force (R9): done, open, or paused while the person is on leave. */
export function* policyObligations(context: Context, today: LocalDate): Generator<Obligation> {
  const version = currentPolicy(context, today);
  if (!version) return;
  const debtOf = debts(context, version, today, receiptHolders(context, version));
  for (const person of context.list(People).all()) if (isEmployed(person, today)) yield debtOf(person);
}

/** The same for one person, whose receipt is found by its key: independent of others' receipts. */
export function policyObligationsOf(context: Context, personId: PersonId, today: LocalDate): Obligation[] {
  const version = currentPolicy(context, today);
  const person = findPerson(context, personId);
  if (!version || !person || !isEmployed(person, today)) return [];
  const has = () => acknowledgementOf(context, version.key, personId) !== undefined;
  return [debts(context, version, today, has)(person)];
}

/** Not transferable, and paused while the person is on leave. */
export const policySource: PersonalSource = {
  kinds: ['acknowledgePolicy'],
  lists: [People, PolicyVersions, Acknowledgements],
  all: policyObligations,
  of: policyObligationsOf,
};
