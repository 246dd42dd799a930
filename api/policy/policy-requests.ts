import { ApprovalRequests, latestRequest, type ApprovalRequest } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { conflict } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { compareNumbers } from './policy-version.ts';
import type { PolicyVersion } from './policy-version-list.ts';
import { policySubject, reapproval } from './policy-way.ts';
import { policyVersion } from './versions.ts';

export type PolicyRequest = Stored<ApprovalRequest>;

/** Every round about the policy, the latest sent first. */
export const policyRequests: (context: Context) => readonly PolicyRequest[] = derivation(
  [ApprovalRequests],
  (context) =>
    context
      .list(ApprovalRequests)
      .all()
      .filter(({ subjectKind }) => subjectKind === policySubject)
      .sort((one, other) => other.submittedAt.localeCompare(one.submittedAt) || other.round - one.round),
);

/** The one that is being decided: a policy is with the bodies once at a time. */
export const openPolicyRequest = (context: Context): PolicyRequest | undefined =>
  policyRequests(context).find(({ state }) => state === 'open');

export const requestAbout = (context: Context, versionKey: string): PolicyRequest | undefined =>
  latestRequest(context, policySubject, versionKey);

/** A draft that others decide about, or that is approved and about to be published: nobody changes it under them. */
export function isWaiting(context: Context, { key, state }: Pick<PolicyVersion, 'key' | 'state'>): boolean {
  const request = requestAbout(context, key);
  if (state !== 'draft' || !request) return false;
  return request.state === 'open' || (request.state === 'approved' && request.carriedOnAt === undefined);
}

/** Throws AppError conflict `policy.isWaiting` while others decide about the draft. */
export function requireNotWaiting(context: Context, version: Pick<PolicyVersion, 'key' | 'state'>): void {
  if (isWaiting(context, version)) throw conflict('policy.isWaiting');
}

/**
 * Whether publishing the version now would take the ground from under those who decide: it is with them itself, or what
 * is with them has no higher number and could never come into force afterwards.
 */
export function standsInTheWay(context: Context, version: PolicyVersion): boolean {
  if (isWaiting(context, version)) return true;
  const open = openPolicyRequest(context);
  // The yearly approval changes nothing: what is in force goes on being approved, whatever comes after it.
  const asked = open && open.purpose !== reapproval ? policyVersion(context, open.subjectKey) : undefined;
  return asked !== undefined && compareNumbers(asked.number, version.number) <= 0;
}
