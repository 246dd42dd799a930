import type { Context } from '../context.ts';
import { audienceOfEach, notInTeams, recipientOf, type CampaignKind, type Replaced } from '../deliveries/index.ts';
import { stableKey, todayOf, type PersonId } from '../kernel/index.ts';
import { employees, hasLeft, isAway } from '../organisation/index.ts';
import { isAtHand } from './ended-versions.ts';
import { inOrder, receiptChain } from './policy-version.ts';
import type { PolicyVersion } from './policy-version-list.ts';
import { acknowledgementOf, receiptHolders } from './receipts.ts';
import { currentPolicy, policyState, policyVersion, policyVersions } from './versions.ts';

/** The one campaign of a version. */
export const policyCampaignKey = (versionKey: string): string => stableKey('policy', versionKey);

/**
 * Employed, at work and without a valid receipt for the version in force: asked, missing, and recipients of the card;
 * `undefined` for each other employee.
 */
function* eachMissing(context: Context, versionKey: string): Generator<PersonId | undefined> {
  const version = policyVersion(context, versionKey);
  if (!version || currentPolicy(context)?.key !== versionKey) return;
  const has = receiptHolders(context, version);
  const today = todayOf(context.clock);
  for (const person of employees(context)) {
    const personId = person.key as PersonId;
    yield isAway(person, today) || has(personId) ? undefined : personId;
  }
}

/**
 * One living card a person: a minor version edits an unanswered card instead of sending another; the next major version
 * is sent as a new card, and an unanswered one becomes a line. A receipt stays.
 */
function replacedCard(context: Context, versionKey: string, personId: PersonId): Replaced | undefined {
  const versions = policyVersions(context);
  const version = policyVersion(context, versionKey);
  if (!version) return undefined;
  const order = inOrder<PolicyVersion>(versions);
  const place = order.findIndex(({ key }) => key === versionKey);
  for (const earlier of order.slice(0, Math.max(place, 0)).reverse()) {
    const activity = recipientOf(context, policyCampaignKey(earlier.key), personId)?.activity;
    if (activity === undefined) continue;
    if (!isAtHand(context, earlier) || acknowledgementOf(context, earlier.key, personId)) return undefined;
    const goesOn = receiptChain<PolicyVersion>(version, versions).some(({ key }) => key === earlier.key);
    return { subjectKey: earlier.key, activity, how: goesOn ? 'rewritten' : 'retired' };
  }
  return undefined;
}

/**
 * The card about a published version. A minor version asks only those without a valid receipt; new employees and people
 * back from leave are included (R9).
 */
export const policyCampaign: CampaignKind = {
  kind: 'policy',
  ...audienceOfEach(eachMissing),
  isOver: (context, versionKey) => {
    const version = policyVersion(context, versionKey);
    return version !== undefined && policyState(context, version) === 'superseded';
  },
  hours: {
    when: (context, { subjectKey, state }) => {
      const version = policyVersion(context, subjectKey);
      const isUrgent = version?.publishReason !== undefined && version.cardsAt === undefined;
      return state !== 'finished' && isUrgent ? 'always' : 'working';
    },
    from: (context, { subjectKey }) => policyVersion(context, subjectKey)?.cardsAt,
    because: 'somebody who publishes the policy by hand says when: at once, or on the next working morning',
  },
  joinsFirst: true,
  recheck: (context, versionKey, personId) => {
    if (hasLeft(context, personId)) return 'left';
    const version = policyVersion(context, versionKey);
    if (!version || currentPolicy(context)?.key !== versionKey) return 'notNeeded';
    return acknowledgementOf(context, versionKey, personId) ? 'notNeeded' : 'send';
  },
  replaces: replacedCard,
  notApplicable: notInTeams,
  repeatWhenUncertain: false,
  priority: 'broadcast',
};
