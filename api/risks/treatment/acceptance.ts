import { approvedRequest, requestsAbout, type ApprovalRequest } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { stableKey, type LocalDate } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { KnownRisk } from '../known-risks.ts';
import { RiskAcceptances, type FrozenCell, type RiskAcceptance } from '../risk-lists.ts';
import type { AcceptanceState } from '../vocabulary.ts';
import { frozenCellOf, isSameCell } from './frozen-cell.ts';

/** Stands in `ApprovalRequests.subjectKind`; its `subjectKey` is the risk's key. */
export const acceptanceSubject = 'riskAcceptance';

/**
 * What has been asked is kept by exactly what it says, so that two who ask at once for different things never change
 * each other's: a request finds its own by its content's hash.
 */
export const acceptanceKey = (riskKey: string, contentHash: string): string =>
  stableKey(...riskKey.split('_'), contentHash);

/** What a request about a risk asks for: reason, last day, and where the risk stood. From memory. */
export const askedIn = (
  context: Context,
  { subjectKey, contentHash }: Pick<ApprovalRequest, 'subjectKey' | 'contentHash'>,
): Stored<RiskAcceptance> | undefined => context.list(RiskAcceptances).get(acceptanceKey(subjectKey, contentHash));

/** Where a risk stands at a stage, comparable with what was accepted. */
export function cellOf({ assessment, standings }: KnownRisk, stage: 'inherent' | 'current' | 'target') {
  const standing = standings[stage];
  return standing && frozenCellOf(assessment.scale, standing);
}

/** Whether the risk stands elsewhere than when it was asked about. */
export const hasMoved = (known: KnownRisk, { current }: { current: FrozenCell }): boolean =>
  !isSameCell(cellOf(known, 'current'), current);

/** How the acceptance of a risk stands: its state, and the last day of what is accepted or asked for. */
export interface AcceptanceNow {
  state: AcceptanceState;
  until?: LocalDate;
}

/**
 * How the acceptance of a risk in force stands on a day. Accepted: what was approved last is not over, and the risk
 * stands where it stood then; asking again does not change that. Else what became of the latest request. From memory.
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
