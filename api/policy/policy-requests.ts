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

/** Every round on the policy, latest submitted first. */
export const policyRequests: (context: Context) => readonly PolicyRequest[] = derivation(
  [ApprovalRequests],
  (context) =>
    context
      .list(ApprovalRequests)
      .all()
      .filter(({ subjectKind }) => subjectKind === policySubject)
      .sort((one, other) => other.submittedAt.localeCompare(one.submittedAt) || other.round - one.round),
);

/** The open one: a policy is in approval once at a time. */
export const openPolicyRequest = (context: Context): PolicyRequest | undefined =>
  policyRequests(context).find(({ state }) => state === 'open');

export const requestAbout = (context: Context, versionKey: string): PolicyRequest | undefined =>
  latestRequest(context, policySubject, versionKey);

/** A draft in approval, or approved and about to be published: not editable. */
export function isWaiting(context: Context, { key, state }: Pick<PolicyVersion, 'key' | 'state'>): boolean {
  const request = requestAbout(context, key);
  if (state !== 'draft' || !request) return false;
  return request.state === 'open' || (request.state === 'approved' && request.carriedOnAt === undefined);
}

/** Throws AppError conflict `policy.isWaiting` while the draft is in approval. */
export function requireNotWaiting(context: Context, version: Pick<PolicyVersion, 'key' | 'state'>): void {
  if (isWaiting(context, version)) throw conflict('policy.isWaiting');
}

/**
 * Whether publishing the version now would defeat a pending approval: its own, or one of a lower or equal number, which
 * could never come into force afterwards.
 */
export function standsInTheWay(context: Context, version: PolicyVersion): boolean {
  if (isWaiting(context, version)) return true;
  const open = openPolicyRequest(context);
  // The yearly approval changes nothing: it goes on for the one in force, whatever follows it.
  const asked = open && open.purpose !== reapproval ? policyVersion(context, open.subjectKey) : undefined;
  return asked !== undefined && compareNumbers(asked.number, version.number) <= 0;
}
