import { isInForce } from '../approvals/index.ts';
import { receiptOf, receiptsOf } from '../acknowledgements/index.ts';
import type { Context } from '../context.ts';
import { notInTeams, type CampaignKind } from '../deliveries/index.ts';
import { stableKey, todayOf, type PersonId } from '../kernel/index.ts';
import { findPerson, isAway, isEmployed, type Person } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { isFor, peopleAsked } from './audience.ts';
import { findVersion, type ProcedureNow, type VersionNow } from './procedures.ts';

/** The one campaign of a version. */
export const procedureCampaignKey = (versionKey: string): string => stableKey('procedure', versionKey);

/** A version that people are asked to acknowledge now. */
export function askedVersion(
  context: Context,
  versionKey: string,
): { now: ProcedureNow; version: VersionNow } | undefined {
  const found = findVersion(context, versionKey);
  return found && isInForce(found.version.state) && found.version.version.mustAcknowledge ? found : undefined;
}

/** At work, of the audience and without a receipt. */
export function readersMissing(context: Context, versionKey: string): Stored<Person>[] {
  const asked = askedVersion(context, versionKey);
  if (!asked) return [];
  const { positive } = receiptsOf(context, versionKey);
  return peopleAsked(context, asked.now.procedure, asked.version.version).filter(
    ({ key }) => !positive.has(key as PersonId),
  );
}

/**
 * The card about a procedure or guideline that must be acknowledged: newcomers, whoever moves into the centre and people
 * back from leave join by themselves.
 */
export const procedureCampaign: CampaignKind = {
  kind: 'procedure',
  audience: (context, versionKey) => readersMissing(context, versionKey).map(({ key }) => key as PersonId),
  isOver: (context, versionKey) => {
    const state = findVersion(context, versionKey)?.version.state;
    return state === 'superseded' || state === 'retired';
  },
  hours: { when: 'working', because: 'a procedure comes into force for weeks' },
  joinsFirst: true,
  recheck: (context, versionKey, personId) => {
    const person = findPerson(context, personId);
    const today = todayOf(context.clock);
    if (!person || !isEmployed(person, today)) return 'left';
    const asked = askedVersion(context, versionKey);
    if (!asked || isAway(person, today) || !isFor(asked.now.procedure, asked.version.version, person))
      return 'notNeeded';
    return receiptOf(context, versionKey, personId) ? 'notNeeded' : 'send';
  },
  notApplicable: notInTeams,
  repeatWhenUncertain: false,
  priority: 'broadcast',
};
