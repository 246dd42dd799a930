import { isInFiles, openReceipts } from '../acknowledgements/index.ts';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { localDate, todayOf, type LocalDate, type PersonId } from '../kernel/index.ts';
import { before, comingOf, endOf, inOrder, receiptChain } from './policy-version.ts';
import { PolicyVersions, type PolicyVersion } from './policy-version-list.ts';
import { policyVersions } from './versions.ts';

/**
 * Versions no rule refers to, with the day the next one superseded each. Excluded are the one in force, also needed by
 * a draft that carries over from it, the previous one, whose coverage is shown beside it, and those to come; and what
 * carries over to any of them.
 */
export const endedPolicyVersions = derivation(
  [PolicyVersions],
  (context): ReadonlyMap<string, LocalDate> => {
    const versions = policyVersions(context);
    const order = inOrder<PolicyVersion>(versions);
    const atWork = 2 + comingOf<PolicyVersion>(versions, todayOf(context.clock)).length;
    const asked = new Set(
      order
        .slice(-atWork)
        .flatMap((version) => receiptChain<PolicyVersion>(version, versions))
        .map(({ key }) => key),
    );
    const ended = new Map<string, LocalDate>();
    for (const version of order) {
      const end = endOf<PolicyVersion>(version, versions);
      if (!asked.has(version.key) && end !== undefined) ended.set(version.key, localDate(end));
    }
    return ended;
  },
  (context) => todayOf(context.clock),
);

const chainKeys = (context: Context, version: PolicyVersion): string[] =>
  receiptChain<PolicyVersion>(version, policyVersions(context)).map(({ key }) => key);

/** Whether a version's receipts are in memory, so that reading them is free. */
export const isAtHand = (context: Context, version: PolicyVersion): boolean =>
  !chainKeys(context, version).some((key) => isInFiles(context, key));

/**
 * Loads the receipts of versions, of everybody or of one person. Await it before using an earlier version; free for
 * others. Units and errors as `openReceipts`.
 */
export const openVersions = (
  context: Context,
  versions: readonly PolicyVersion[],
  personId?: PersonId,
): Promise<void> =>
  openReceipts(context, [...new Set(versions.flatMap((version) => chainKeys(context, version)))], personId);

/** The same for a version's coverage, which is shown beside the previous one. */
export function openCoverage(context: Context, version: PolicyVersion): Promise<void> {
  const previous = before<PolicyVersion>(version, policyVersions(context));
  return openVersions(context, previous ? [version, previous] : [version]);
}
