import { isInForce } from '../approvals/index.ts';
import { receiptsOf } from '../acknowledgements/index.ts';
import type { Context } from '../context.ts';
import { receiptCampaign } from '../documents/index.ts';
import { stableKey, todayOf, type PersonId } from '../kernel/index.ts';
import { isAway } from '../organisation/index.ts';
import { audienceOf, isFor } from './audience.ts';
import { findVersion, procedures, type ProcedureNow, type VersionNow } from './procedures.ts';

/** The one campaign of a version. */
export const procedureCampaignKey = (versionKey: string): string => stableKey('procedure', versionKey);

/** A version that currently requires receipts. */
function askedVersion(context: Context, versionKey: string): { now: ProcedureNow; version: VersionNow } | undefined {
  const found = findVersion(context, versionKey);
  return found && isInForce(found.version.state) && found.version.version.mustAcknowledge ? found : undefined;
}

/** At work, in the audience and without a receipt; `undefined` for each other employee that it is for. */
function* eachMissing(context: Context, versionKey: string): Generator<PersonId | undefined> {
  const asked = askedVersion(context, versionKey);
  if (!asked) return;
  const { positive } = receiptsOf(context, versionKey);
  const today = todayOf(context.clock);
  for (const person of audienceOf(context, asked.now.procedure, asked.version.version)) {
    const personId = person.key as PersonId;
    yield isAway(person, today) || positive.has(personId) ? undefined : personId;
  }
}

/**
 * The card about a procedure or guideline to acknowledge: newcomers to the organisation or centre and people back from
 * leave are included.
 */
export const procedureCampaign = receiptCampaign(procedures, {
  kind: 'procedure',
  eachMissing,
  isAsked: (context, versionKey, person) => {
    const asked = askedVersion(context, versionKey);
    return asked !== undefined && isFor(asked.now.procedure, asked.version.version, person);
  },
  because: 'a procedure comes into force for weeks',
});
