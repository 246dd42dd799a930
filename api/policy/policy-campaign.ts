import type { Context } from '../context.ts';
import { notInTeams, type CampaignKind } from '../deliveries/index.ts';
import { stableKey, todayOf, type PersonId } from '../kernel/index.ts';
import { employees, findPerson, isAway, isEmployed, type Person } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { acknowledgementOf, receiptHolders } from './receipts.ts';
import { currentPolicy, policyState, policyVersion } from './versions.ts';

/** The one campaign of a version. */
export const policyCampaignKey = (versionKey: string): string => stableKey('policy', versionKey);

/** Employed, at work and without a valid receipt: who is asked, who is missing, and who gets the card. */
export function peopleMissing(context: Context, versionKey: string): Stored<Person>[] {
  const version = policyVersion(context, versionKey);
  if (!version) return [];
  const has = receiptHolders(context, version);
  const today = todayOf(context.clock);
  return employees(context).filter((person) => !isAway(person, today) && !has(person.key as PersonId));
}

const inForce = (context: Context, versionKey: string) => currentPolicy(context)?.key === versionKey;

/**
 * The card about a published version. A minor change asks only those without a valid receipt; new employees and people
 * back from leave join by themselves (R9).
 */
export const policyCampaign: CampaignKind = {
  kind: 'policy',
  audience: (context, versionKey) =>
    inForce(context, versionKey) ? peopleMissing(context, versionKey).map(({ key }) => key as PersonId) : [],
  isOver: (context, versionKey) => {
    const version = policyVersion(context, versionKey);
    return version !== undefined && policyState(context, version) === 'superseded';
  },
  hours: {
    when: (context, { subjectKey, state }) =>
      state !== 'finished' && policyVersion(context, subjectKey)?.publishReason !== undefined ? 'always' : 'working',
    because: 'somebody who publishes the policy by hand says that it cannot wait',
  },
  joinsFirst: true,
  recheck: (context, versionKey, personId) => {
    const person = findPerson(context, personId);
    if (!person || !isEmployed(person, todayOf(context.clock))) return 'left';
    const version = policyVersion(context, versionKey);
    if (!version || !inForce(context, versionKey)) return 'notNeeded';
    return acknowledgementOf(context, versionKey, personId) ? 'notNeeded' : 'send';
  },
  notApplicable: notInTeams,
  repeatWhenUncertain: false,
  priority: 'broadcast',
};
