import { approvedRequest, requestsAbout, type ApprovalRequest } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { stableKey, type LocalDate } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { KnownRisk } from '../known-risks.ts';
import { RiskAcceptances, type FrozenCell, type RiskAcceptance } from '../risk-lists.ts';
import type { AcceptanceState } from '../vocabulary.ts';
import { frozenCellOf, isSameCell } from './frozen-cell.ts';

/** Value of `ApprovalRequests.subjectKind`; its `subjectKey` is the risk's key. */
export const acceptanceSubject = 'riskAcceptance';

/**
 * Keyed by content, so that concurrent different requests do not overwrite each other: an approval finds its own by
 * content hash.
 */
export const acceptanceKey = (riskKey: string, contentHash: string): string =>
  stableKey(...riskKey.split('_'), contentHash);

/** A request's reason, end date and position of the risk. From memory. */
export const askedIn = (
  context: Context,
  { subjectKey, contentHash }: Pick<ApprovalRequest, 'subjectKey' | 'contentHash'>,
): Stored<RiskAcceptance> | undefined => context.list(RiskAcceptances).get(acceptanceKey(subjectKey, contentHash));

/** A risk's position at a stage, comparable with the accepted one. */
export function cellOf({ assessment, statuses }: KnownRisk, stage: 'inherent' | 'current' | 'target') {
  const status = statuses[stage];
  return status && frozenCellOf(assessment.scale, status);
}

/** Whether the risk has moved since the request. */
export const hasMoved = (known: KnownRisk, { current }: { current: FrozenCell }): boolean =>
  !isSameCell(cellOf(known, 'current'), current);

/** Status of a risk's acceptance: state, and the end date accepted or asked for. */
export interface AcceptanceNow {
  state: AcceptanceState;
  until?: LocalDate;
}

/**
 * Status of a risk's acceptance on a day. Accepted: the latest approval has not ended, and the risk has not moved; a
 * new request does not change that. Else the latest request's outcome. From memory.
 */
export function acceptanceOf(context: Context, known: KnownRisk, today: LocalDate): AcceptanceNow {
  const requests = requestsAbout(context, acceptanceSubject, known.key);
  if (requests.length === 0) return { state: 'none' };
  const approved = approvedRequest(context, acceptanceSubject, known.key);
  const accepted = approved && acceptedAs(known, askedIn(context, approved), today);
  if (accepted?.state === 'accepted') return accepted;
  const latest = requests.find(({ state }) => state !== 'withdrawn');
  if (!latest) return { state: 'none' };
  const until = askedIn(context, latest)?.until;
  const asked = until === undefined ? {} : { until };
  switch (latest.state) {
    case 'open':
      return { state: 'waiting', ...asked };
    case 'returned':
    case 'rejected':
      return { state: latest.state, ...asked };
    case 'approved':
    case 'withdrawn':
      return accepted ?? { state: 'none' };
  }
}

function acceptedAs(known: KnownRisk, asked: RiskAcceptance | undefined, today: LocalDate): AcceptanceNow {
  if (!asked) return { state: 'stale' };
  const { until } = asked;
  if (until < today) return { state: 'expired', until };
  return { state: hasMoved(known, asked) ? 'stale' : 'accepted', until };
}
