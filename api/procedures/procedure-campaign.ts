import { isInForce } from '../approvals/index.ts';
import { receiptsOf } from '../acknowledgements/index.ts';
import type { Context } from '../context.ts';
import { receiptCampaign } from '../documents/index.ts';
import { stableKey, type PersonId } from '../kernel/index.ts';
import type { Person } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { isFor, peopleAsked } from './audience.ts';
import { findVersion, procedures, type ProcedureNow, type VersionNow } from './procedures.ts';

/** The one campaign of a version. */
export const procedureCampaignKey = (versionKey: string): string => stableKey('procedure', versionKey);

/** A version that currently requires receipts. */
function askedVersion(context: Context, versionKey: string): { now: ProcedureNow; version: VersionNow } | undefined {
  const found = findVersion(context, versionKey);
  return found && isInForce(found.version.state) && found.version.version.mustAcknowledge ? found : undefined;
}

/** At work, in the audience and without a receipt. */
function readersMissing(context: Context, versionKey: string): Stored<Person>[] {
  const asked = askedVersion(context, versionKey);
  if (!asked) return [];
  const { positive } = receiptsOf(context, versionKey);
  return peopleAsked(context, asked.now.procedure, asked.version.version).filter(
    ({ key }) => !positive.has(key as PersonId),
  );
}

/**
 * The card about a procedure or guideline to acknowledge: newcomers to the organisation or centre and people back from
 * leave are included.
 */
export const procedureCampaign = receiptCampaign(procedures, {
  kind: 'procedure',
  missing: (context, versionKey) => readersMissing(context, versionKey).map(({ key }) => key as PersonId),
  isAsked: (context, versionKey, person) => {
    const asked = askedVersion(context, versionKey);
    return asked !== undefined && isFor(asked.now.procedure, asked.version.version, person);
  },
  because: 'a procedure comes into force for weeks',
});
