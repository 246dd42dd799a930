import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { conflict, missing, type AppError } from '../kernel/index.ts';
import { refusedBy } from '../organisation/index.ts';
import { nextFree, type Stored } from '../sharepoint/index.ts';
import { requestKey } from './request.ts';
import { ApprovalRequests, type ApprovalRequest } from './request-list.ts';

const subjectOf = (kind: string, key: string): string => `${kind} ${key}`;

const bySubject = derivation([ApprovalRequests], (context) => {
  const found = new Map<string, Stored<ApprovalRequest>[]>();
  for (const request of context.list(ApprovalRequests).all()) {
    const subject = subjectOf(request.subjectKind, request.subjectKey);
    const known = found.get(subject);
    if (known) known.push(request);
    else found.set(subject, [request]);
  }
  for (const requests of found.values()) requests.sort((one, other) => other.round - one.round);
  return found;
});

/** A thing's rounds, newest first. From memory. */
export const requestsAbout = (context: Context, kind: string, key: string): readonly Stored<ApprovalRequest>[] =>
  bySubject(context).get(subjectOf(kind, key)) ?? [];

export const latestRequest = (context: Context, kind: string, key: string): Stored<ApprovalRequest> | undefined =>
  requestsAbout(context, kind, key)[0];

/** The number of a new round. */
export const nextRound = (context: Context, kind: string, key: string): number =>
  nextFree(
    context.list(ApprovalRequests),
    (round) => requestKey(kind, key, round),
    requestsAbout(context, kind, key).map(({ round }) => round),
  );

/** The newest approved round; for the first approval take the last of `requestsAbout`. */
export const approvedRequest = (context: Context, kind: string, key: string): Stored<ApprovalRequest> | undefined =>
  requestsAbout(context, kind, key).find(({ state }) => state === 'approved');

/** Throws AppError `missing` when there is no such request. */
export function requestOrThrow(context: Context, key: string): Stored<ApprovalRequest> {
  const request = context.list(ApprovalRequests).get(key);
  if (!request) throw missing('approvals.noSuchRequest');
  return request;
}

/** The refusal of what comes after a request ended; it says who withdrew it, where somebody did. */
export const endedMeanwhile = (
  context: Context,
  { state, withdrawnBy, endedAt }: ApprovalRequest,
  code: string,
): AppError => (state === 'withdrawn' ? refusedBy(context, code, withdrawnBy, endedAt) : conflict(code));
