import type { Context } from '../context.ts';
import { addDays, localDate, todayOf, type LocalDate, type Obligation, type PersonId } from '../kernel/index.ts';
import { employees, findPerson, isAway, isEmployed, type Person } from '../organisation/index.ts';
import { dueDay, type PublishedVersion } from './policy-version.ts';
import type { PolicyVersion } from './policy-version-list.ts';
import { acknowledgementKey, validReceipts, type Receipt } from './receipts.ts';
import { currentPolicy } from './versions.ts';

export const policyPath = '/policy';

/** The last day for a person to acknowledge the version. */
export const policyDue = (context: Context, version: PolicyVersion, person: Person): LocalDate =>
  dueDay(version, person, todayOf(context.clock), context.organisation.acknowledgeWithinDays);

function obligation(
  context: Context,
  version: PublishedVersion,
  person: Person,
  receipt: Receipt | undefined,
): Obligation {
  const due = policyDue(context, version, person);
  const asked = localDate(version.publishedAt);
  const since = addDays(due, -context.organisation.acknowledgeWithinDays);
  return {
    key: acknowledgementKey(version.key, person.key as PersonId),
    kind: 'acknowledgePolicy',
    personId: person.key as PersonId,
    subject: { key: version.key, title: `${version.title} ${version.number}` },
    due,
    since: since > asked ? since : asked,
    state: receipt ? 'done' : 'open',
    path: policyPath,
  };
}

/**
 * What everybody employed owes for the policy in force (R9), done or open. Nobody owes while on leave.
 */
export function policyObligations(context: Context, today: LocalDate): Obligation[] {
  const version = currentPolicy(context);
  if (!version) return [];
  const receiptOf = validReceipts(context, version);
  return employees(context)
    .filter((person) => !isAway(person, today))
    .map((person) => obligation(context, version, person, receiptOf(person.key as PersonId)));
}

/** The same for one person. */
export function policyObligationsOf(context: Context, personId: PersonId, today: LocalDate): Obligation[] {
  const version = currentPolicy(context);
  const person = findPerson(context, personId);
  if (!version || !person || !isEmployed(person, today) || isAway(person, today)) return [];
  return [obligation(context, version, person, validReceipts(context, version)(personId))];
}
